/**
 * Decodes UTF-8 and keeps the byte order mark, so that encoding gives the same bytes again.
 *
 * @throws TypeError when it is not UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Whether bytes are text in UTF-8, so that writing the text gives them back. */
export function isUtf8Text(bytes: Uint8Array): boolean {
  try {
    decodeText(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a text was written by a minifier: its findings could be fixed in its source only.
 *
 * @param text the file
 */
export function isMinified(text: string): boolean {
  const minifiedFrom = 5000;
  const longestMeanLine = 500;
  if (text.length < minifiedFrom) return false;
  let lines = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    // Empty lines make no other text of it.
    if (at > start + 1) lines++;
    start = at + 1;
  }
  return text.length / lines > longestMeanLine;
}
