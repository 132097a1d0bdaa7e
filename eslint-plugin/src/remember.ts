let epoch = 0;

/** Lets go of all that is remembered: a tree was changed in place, and goes on being used. */
export function forgetRemembered(): void {
  epoch++;
}

/**
 * Makes a function remember its result for each file, node or other object. Thousands of regions may stand
 * in one list, class or file; asked for each of them anew, the time would grow with their square.
 *
 * @param compute looks only at the object, and at what belongs to it: a node's file does not change, or
 *   `forgetRemembered` is called
 */
export function remember<Key extends object, Rest extends readonly unknown[], Result>(
  compute: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const known = new WeakMap<Key, { epoch: number; result: Result }>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before?.epoch === epoch) return before.result;
    const result = compute(key, ...rest);
    known.set(key, { epoch, result });
    return result;
  };
}
