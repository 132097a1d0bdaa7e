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

it('every file is in exactly one shard', () => {
  for (const count of [1, 2, 3, 7]) {
    for (let file = 0; file < 20; file++) {
      const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
      expect(shards.filter((shard) => isInShard(file, shard))).toHaveLength(1);
    }
  }
  expect(isInShard(5, undefined)).toBe(true);
});
