import { getShares, getShown } from './region-shares.ts';

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

describe('getShown', () => {
  const regions = [
    { region: 'us-east-1', count: 3 },
    { region: 'eu-west-1', count: 1 },
  ];

  it('is the most frequent region, or the home region where the code names it', () => {
    expect(getShown(regions, '')).toMatchObject({ region: 'us-east-1', count: 3, total: 4 });
    expect(getShown(regions, 'eu-west-1')).toMatchObject({ region: 'eu-west-1', count: 1, total: 4 });
    expect(getShown(regions, 'ap-south-1')).toMatchObject({ region: 'us-east-1' });
    expect(getShown([], 'eu-west-1')).toBeUndefined();
  });
});
