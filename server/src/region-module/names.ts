/** The words of a name that only say that it holds a region, or that it is the usual one. */
const fillers = new Set(
  'region regions location locations zone zones aws amazon gcp google cloud azure cdk default the my id name client sdk runtime value const current fallback primary main'.split(
    ' ',
  ),
);

/** The name of an entry that stands for the region in which the code usually works. */
export const genericName = 'primary';

const genericNames = new Set([
  'primary',
  'default',
  'main',
  'home',
  'region',
  'location',
  'aws',
  'gcp',
  'azure',
  'current',
]);

/** `BEDROCK_REGION`, `bedrockRegion` and `bedrock-runtime` give `bedrock`. */
export function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .match(/[a-z\d]+/gu);
  return words ?? [];
}

/** The words that tell a region from others; none for `AWS_REGION` or `defaultRegion`. */
export function ownWordsOf(name: string): string[] {
  return wordsOf(name).filter((word) => !fillers.has(word));
}

/** Whether an entry's name stands for all that the code does. */
export function isGenericName(name: string): boolean {
  return genericNames.has(name) || ownWordsOf(name).length === 0;
}

/** @returns `usWest2`; undefined for nothing that a name can be made of */
export function toCamelCase(words: readonly string[]): string | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  const name = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return /^\d/u.test(name) ? `region${name}` : name;
}

/** `usWest2` -> `US_WEST_2` */
export function toVariable(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replace(/([a-z]{2})(\d)/gu, '$1_$2')
    .toUpperCase();
}

const services = new Set(
  'athena bedrock chime cloudwatch cognito comprehend connect dynamo dynamodb ec2 ecs eks eventbridge events firehose firestore glue iot kendra kinesis kms lambda logs opensearch pinpoint polly pubsub rds redshift rekognition s3 sagemaker secrets ses sfn sns sqs ssm storage sts textract transcribe translate vertex'.split(
    ' ',
  ),
);

/** Whether an entry is named after a service, and so is not for what the code does elsewhere. */
export function isServiceName(name: string): boolean {
  const [first] = ownWordsOf(name);
  return first !== undefined && services.has(first);
}
