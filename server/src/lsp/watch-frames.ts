import type { Readable } from 'node:stream';

/** More than any client writes before a message. */
const longestHead = 4096;

/**
 * Watches how messages follow each other in a stream, and changes nothing. Behind a head that does not say how long its
 * message is, nobody knows where the next one begins: who reads on hears nothing any more, and would wait for ever.
 *
 * @param onBroken is told once, with a sentence
 */
export function watchFrames(stream: Readable, onBroken: (problem: string) => void): void {
  let head = '';
  /** The bytes that are left of the message. */
  let rest = 0;
  const onData = (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      if (rest > 0) {
        const length = Math.min(rest, chunk.length - at);
        rest -= length;
        at += length;
        continue;
      }
      const end = chunk.indexOf('\n', at);
      const next = end === -1 ? chunk.length : end + 1;
      head += chunk.toString('latin1', at, next);
      at = next;
      const isWhole = head.endsWith('\r\n\r\n');
      const length = isWhole ? readLength(head) : undefined;
      if (head.length > longestHead || (isWhole && length === undefined)) {
        stream.off('data', onData);
        onBroken("a message has no 'Content-Length' that could be read, so that nobody knows where it ends.");
        return;
      }
      if (length === undefined) continue;
      rest = length;
      head = '';
    }
  };
  stream.on('data', onData);
}

function readLength(head: string): number | undefined {
  const [, digits] = /^content-length:[ \t]*(\d{1,10})[ \t]*\r$/imu.exec(head) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
