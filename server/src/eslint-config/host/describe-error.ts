/** The message of an error in one line. */
export function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  const line = message.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 500 ? `${line.slice(0, 500)}...` : line;
}
