// Not run: types.test.ts has several compilers check it, with each form of the generated module.
/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-unnecessary-type-parameters -- only the types count */
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  PutObjectCommand,
  S3,
  S3Client,
  type GetObjectCommandOutput,
  type PutObjectCommandOutput,
} from '@aws-sdk/client-s3';
import {
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { withRegionFailover } from '../../server/src/fixes/second-region/failover-client/region-failover.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const names = ['us-east-1', 'us-west-2'] as const;

// Clients keep their type.

const s3 = withRegionFailover(names, (region) => new S3Client({ region }));
export const isClient: Same<typeof s3, S3Client> = true;

const methods = withRegionFailover([...names], (region) => new S3({ region }));
export const isAggregatedClient: Same<typeof methods, S3> = true;

const table = withRegionFailover(names, (region) => new DynamoDBClient({ region }));
export const isTable: Same<typeof table, DynamoDBClient> = true;

const documents = withRegionFailover(names, (region) =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
);
export const isDocumentClient: Same<typeof documents, DynamoDBDocumentClient> = true;

const document = withRegionFailover(names, (region) => DynamoDBDocument.from(new DynamoDBClient({ region })));
export const isDocument: Same<typeof document, DynamoDBDocument> = true;

// Calls keep theirs.

const get = new GetObjectCommand({ Bucket: 'orders', Key: 'order-1' });
const got = s3.send(get, { abortSignal: AbortSignal.timeout(1_000) });
export const isPromise: Same<typeof got, Promise<GetObjectCommandOutput>> = true;

const put = await s3.send(new PutObjectCommand({ Bucket: 'orders', Key: 'order-1', Body: 'paid' }));
export const isOutput: Same<typeof put, PutObjectCommandOutput> = true;

const object = await methods.getObject({ Bucket: 'orders', Key: 'order-1' });
export const isObject: Same<typeof object, GetObjectCommandOutput> = true;

const order = await documents.send(new GetCommand({ TableName: 'orders', Key: { id: 'order-1' } }));
export const isOrder: Same<typeof order, GetCommandOutput> = true;

s3.send(get, (_error: unknown, output) => {
  const isToldOutput: Same<typeof output, GetObjectCommandOutput | undefined> = true;
  console.log(isToldOutput);
});

for await (const { Items = [] } of paginateScan({ client: table }, { TableName: 'orders' }))
  console.log(Items.map(({ id }) => id?.S));

// Options are typed, for those who write them and for those who read their arguments.

export const quick = withRegionFailover(names, (region) => new S3Client({ region }), {
  timeoutMs: 2_000,
  coolDownMs: 30_000,
  onRegionTrouble: (region, error) => {
    const isString: Same<typeof region, string> = true;
    const isUnknown: Same<typeof error, unknown> = true;
    console.warn(isString, isUnknown);
  },
});

// Mistakes are errors.

// @ts-expect-error -- a command of another service
void s3.send(new PutItemCommand({ TableName: 'orders', Item: {} }));
// @ts-expect-error -- no client
withRegionFailover(names, (region) => region);
// @ts-expect-error -- a variable that may be missing
withRegionFailover([process.env.AWS_REGION], (region) => new S3Client({ region }));
// @ts-expect-error -- no such option
withRegionFailover(names, (region) => new S3Client({ region }), { timeout: 2_000 });
