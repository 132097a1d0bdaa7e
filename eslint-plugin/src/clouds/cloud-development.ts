import type { SdkModules } from './javascript-sdk.ts';

/** Tools that describe resources of any cloud in code. */
export const cloudDevelopment: SdkModules = [
  /^(?:aws-cdk-lib|aws-cdk|@aws-cdk|cdktf|@cdktf|@pulumi|sst|constructs|cdk-[\w-]+|@aws-solutions-constructs)(?:\/|$)/,
  'cloud-development',
];
