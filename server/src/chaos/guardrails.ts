/** What tells that this machine serves customers. */
const signs: readonly [variable: string, place: string][] = [
  ['AWS_LAMBDA_FUNCTION_NAME', 'AWS Lambda'],
  ['ECS_CONTAINER_METADATA_URI', 'Amazon ECS'],
  ['ECS_CONTAINER_METADATA_URI_V4', 'Amazon ECS'],
  ['KUBERNETES_SERVICE_HOST', 'Kubernetes'],
  ['WEBSITE_INSTANCE_ID', 'Azure App Service'],
  ['K_SERVICE', 'Cloud Run'],
];

/** Why regions should not be made to fail here, as a sentence; undefined where they may. */
export function findProduction(env: NodeJS.ProcessEnv): string | undefined {
  if (env.NODE_ENV === 'production') return "NODE_ENV is 'production' here.";
  const found = signs.find(([variable]) => (env[variable] ?? '') !== '');
  return found && `This runs in ${found[1]} (${found[0]} is set).`;
}

/** Whether the SDKs are told to talk to this machine. */
export function isLocalStack(env: NodeJS.ProcessEnv): boolean {
  return Object.entries(env).some(
    ([name, value = '']) =>
      name.startsWith('AWS_ENDPOINT_URL') &&
      /^https?:\/\/(?:localhost|127\.|\[::1\]|host\.docker\.internal|localstack)/u.test(value),
  );
}
