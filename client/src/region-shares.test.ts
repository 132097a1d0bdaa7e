import { getShares } from './region-shares.ts';

describe('getShares', () => {
  it('puts the largest share first, and rounds', () => {
    expect(
      getShares([
        { region: 'eu-west-1', count: 1 },
        { region: 'us-east-1', count: 2 },
      ]),
    ).toEqual([
      { region: 'us-east-1', count: 2, percent: 67 },
      { region: 'eu-west-1', count: 1, percent: 33 },
    ]);
  });

  it('never says 0 %', () => {
    const shares = getShares([
      { region: 'us-east-1', count: 999 },
      { region: 'eu-west-1', count: 1 },
    ]);
    expect(shares.map(({ percent }) => percent)).toEqual([100, 1]);
  });

  it('has nothing to say of nothing', () => {
    expect(getShares([])).toEqual([]);
  });
});
