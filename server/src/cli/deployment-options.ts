import { resolve } from 'node:path';
import { readBytes } from '../files/read-file.ts';
import { describeFileError } from '../files/describe-file-error.ts';
import { DeploymentError, readEnvironment, type Deployment } from '../program/deployment.ts';
import { UsageError } from './usage-error.ts';

/** The options that say what the variables of a deployment hold; for `parseOptions`. */
export const deploymentOptions = {
  'env-file': { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
} as const;

/** The same for help texts. */
export const deploymentHelp = `  --env-file FILE   take the variables of a deployment from FILE (NAME=value, one a line), so that
                    the report speaks of that deployment; may be repeated, the last one wins
  --set NAME=VALUE  the same for one variable; may be repeated`;

/**
 * Reads what the variables hold.
 *
 * @returns empty where nothing is said
 * @throws UsageError for files that cannot be read, and for what is no variable
 */
export function readDeployment(values: {
  'env-file'?: readonly string[] | undefined;
  set?: readonly string[] | undefined;
}): Deployment {
  let variables: Deployment = new Map();
  for (const file of values['env-file'] ?? []) {
    let text;
    try {
      text = readBytes(resolve(file)).toString('utf8');
    } catch (error) {
      throw new UsageError(`--env-file: '${file}': ${describeFileError(error)}`);
    }
    try {
      variables = readEnvironment(text, variables);
    } catch (error) {
      if (error instanceof DeploymentError) throw new UsageError(`--env-file: '${file}': ${error.message}`);
      throw error;
    }
  }
  const set = new Map(variables);
  for (const text of values.set ?? []) {
    const [, name, value = ''] = /^([\w.-]+)=([^]*)$/u.exec(text) ?? [];
    if (name === undefined) {
      throw new UsageError(`--set is '${text}', but takes a variable such as 'AWS_REGION=us-east-1'.`);
    }
    set.set(name, value);
  }
  return set;
}
