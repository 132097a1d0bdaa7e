import { createInterface } from 'node:readline/promises';

/**
 * Asks a question that is answered with yes or no; no is the default, also when the input ends.
 *
 * @param question without the choices
 */
export async function confirm(
  question: string,
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<boolean> {
  const terminal = createInterface({ input, output });
  const end = new AbortController();
  terminal.once('close', () => {
    end.abort();
  });
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: end.signal });
    return /^\s*y(?:es)?\s*$/iu.test(answer);
  } catch (error) {
    if (end.signal.aborted) return false;
    throw error;
  } finally {
    terminal.close();
  }
}
