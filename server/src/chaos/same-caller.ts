import type { Frame } from './engine/events.ts';

/**
 * Whether two calls come from the same place of the application, so that the second one can be the answer to the
 * failure of the first. All outer frames are equal; the innermost ones are in one function, which has a name: two
 * tests of a file are nameless, and have nothing to do with each other.
 */
export function haveSameCaller(a: readonly Frame[], b: readonly Frame[]): boolean {
  const [first, ...outer] = a;
  const [second, ...otherOuter] = b;
  if (first === undefined || second === undefined || outer.join('\n') !== otherOuter.join('\n')) return false;
  if (first === second) return true;
  const name = readFunction(first);
  return name !== undefined && name === readFunction(second);
}

/** The file and the function of a frame; undefined where the function has no name. */
function readFunction(frame: Frame): string | undefined {
  const [, name, place = ''] = /^(.+?) \((.+)\)$/u.exec(frame) ?? [];
  if (name === undefined || /<anonymous>|^eval\b/u.test(name)) return undefined;
  return `${name} ${place.replace(/:\d+:\d+$/u, '')}`;
}
