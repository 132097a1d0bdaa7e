/** `1 file`, `2 files`; `2 processes` where the word for many is given. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
