/** One of several parts of an audit, for machines that share the work. */
export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

/** Reads `2/3`; undefined when it is not a part of a whole. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/u.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index <= shard.count ? shard : undefined;
}

/** `2/3` */
export function formatShard({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * Whether a file belongs to a shard. Files are dealt out like cards, so that a large folder does not fall to one
 * machine alone.
 *
 * @param index of the file in the sorted list of all files, from 0
 * @param shard undefined: the whole
 */
export function isInShard(index: number, shard: Shard | undefined): boolean {
  return shard === undefined || index % shard.count === shard.index - 1;
}
