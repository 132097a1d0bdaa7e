import { formatShard, isInShard, parseShard } from './shard.ts';

describe('parseShard', () => {
  it('reads what it writes', () => {
    expect(parseShard('2/3')).toEqual({ index: 2, count: 3 });
    expect(formatShard({ index: 2, count: 3 })).toBe('2/3');
  });

  it.each(['', '0/3', '4/3', '1/0', '1', '1/3/4', '-1/3', '1.5/3', ' 1/3', 'a/b'])('refuses %j', (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});

describe('isInShard', () => {
  const paths = Array.from({ length: 3000 }, (_, index) => `src/orders/part-${index}.ts`);

  it.each([1, 2, 3, 7])('puts every file into exactly one of %i', (count) => {
    const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
    for (const path of paths) expect(shards.filter((shard) => isInShard(path, shard))).toHaveLength(1);
  });

  it('gives each machine its share of a folder', () => {
    for (const index of [1, 2, 3]) {
      const share = paths.filter((path) => isInShard(path, { index, count: 3 })).length / paths.length;
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.37);
    }
  });

  it('has all files in the whole', () => {
    expect(isInShard('a.ts', undefined)).toBe(true);
  });
});
