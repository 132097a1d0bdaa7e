import { createHash } from 'node:crypto';

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
 * Whether a file belongs to a shard. Its path alone decides, so that a large folder does not fall to one machine, and
 * a file that only one of the machines has (the report of a shard before) moves no other.
 *
 * @param path relative to the audited folder, with `/`
 * @param shard undefined: the whole
 */
export function isInShard(path: string, shard: Shard | undefined): boolean {
  return shard === undefined || readNumber(path) % shard.count === shard.index - 1;
}

/** 32 bits of the path's hash. */
function readNumber(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0);
}
