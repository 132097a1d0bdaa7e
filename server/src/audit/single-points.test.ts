import { groupByService, type ServicePlace } from './inventory.ts';
import { formatShare, shareRegions } from './region-share.ts';
import { findSinglePoints } from './single-points.ts';

const place = (
  service: string | undefined,
  region: string | undefined,
  rest: Partial<ServicePlace> = {},
) => ({
  path: 'a.ts',
  line: 1,
  column: 1,
  service,
  region,
  origin: 'literal' as const,
  failover: 'none' as const,
  critical: undefined,
  plan: undefined,
  ...rest,
});
const find = (...places: ServicePlace[]) => findSinglePoints(groupByService(places));

describe('findSinglePoints', () => {
  it('names the region with the most places first, and what goes down with it', () => {
    expect(
      find(
        place('s3', 'eu-west-1'),
        place('sqs', 'us-east-1'),
        place('dynamodb', 'us-east-1', { origin: 'fallback', failover: undefined }),
        place('sts', 'aws-global', { failover: undefined }),
      ),
    ).toEqual([
      {
        region: 'us-east-1',
        services: ['dynamodb', 'sqs', 'sts'],
        places: 3,
        message:
          'Without us-east-1 you lose DynamoDB (1 place), SQS (1 place) and STS (1 place): 3 places depend on it (1 of them when a variable is missing), and nothing there tries another region.',
      },
      {
        region: 'eu-west-1',
        services: ['s3'],
        places: 1,
        message:
          'Without eu-west-1 you lose S3 (1 place): 1 place depends on it, and nothing there tries another region.',
      },
    ]);
  });

  it.each<[string, Partial<ServicePlace>]>([
    ['has somewhere to go', { failover: 'second-client' }],
    ['needs nowhere to go', { failover: 'not-needed' }],
    ['cannot be told', { failover: 'unknown' }],
    ['is not critical', { critical: false }],
    ['has a plan', { plan: 'mails wait in the queue' }],
  ])('leaves out what %s', (_name, rest) => {
    expect(find(place('ses', 'us-east-1', rest))).toEqual([]);
  });

  it('shortens a long list of services', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const [point] = find(...names.map((name) => place(name, 'us-east-1')));
    expect(point?.services).toEqual(names);
    expect(point?.message).toContain('F (1 place) and 2 more: 8 places');
  });
});

describe('shareRegions', () => {
  it('counts the places that name a region', () => {
    const places = [place('s3', 'us-east-1'), place('s3', undefined), place('sqs', 'us-east-1')];
    expect(shareRegions([...places, place('sqs', 'eu-west-1')])).toEqual([
      { region: 'us-east-1', places: 2, share: 0.6667 },
      { region: 'eu-west-1', places: 1, share: 0.3333 },
    ]);
    expect(shareRegions([])).toEqual([]);
  });

  it('keeps small shares apart from nothing', () => {
    expect([0.6667, 1, 0.004].map(formatShare)).toEqual(['67%', '100%', '0.4%']);
  });
});
