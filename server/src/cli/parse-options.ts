import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/**
 * Reads the arguments of a command with Node's `parseArgs`, strictly.
 *
 * @param command its name, for the message
 * @param config its options, and the arguments
 * @throws UsageError for what the command does not know
 */
export function parseOptions<T extends ParseArgsConfig>(
  command: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's messages go on about positional arguments after the first sentence.
    const [reason = ''] = (error as Error).message.split('. ');
    throw new UsageError(
      `${reason.replace(/\.$/u, '')}. Run 'multi-region ${command} --help' for what it takes.`,
    );
  }
}

/**
 * Checks an option that takes one of a few words.
 *
 * @param option with its dashes, for the message
 * @throws UsageError that lists the words
 */
export function parseChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new UsageError(describeChoice(option, value, choices));
}

/** What to say of a word that an option does not take. */
export function describeChoice(option: string, value: string, choices: readonly string[]): string {
  return `${option} is '${value}', but takes ${choices.map((each) => `'${each}'`).join(' or ')}.`;
}
