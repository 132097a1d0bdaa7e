import { isTestPath } from '../../file-kind.ts';

const words =
  /(?:^|\/)(?:cassettes?|placebo|flights|events?|spec|examples?|samples?|demos?|conformance|acceptance|smoke|devtools|tests?_[\w-]*|[\w-]*_tests?|localstack|site-packages|botocore|node_modules|vendor|cdk\.out|\.terraform|\.aws-sam|\.serverless|dist|build|coverage|\.terragrunt-cache)\//i;

/** Whether a document is a test, an example, a recording, or made by a tool. */
export function isTestDocument(path: string): boolean {
  return isTestPath(path) || words.test(path);
}
