/**
 * Names that stand for a service in hosts and ARNs, beyond the endpoint prefixes of the generated table: hosts of
 * resources, ARN namespaces, and prefixes that several services share. Kept by hand, for what code is full of.
 */
export const serviceOfEndpointName: ReadonlyMap<string, string> = new Map([
  // Shared prefixes: the service that new code uses.
  ['elasticloadbalancing', 'elastic-load-balancing-v2'],
  ['email', 'ses'],
  ['es', 'opensearch'],
  ['sdb', 'simpledb'],
  // Hosts of resources.
  ['appsync-api', 'appsync'],
  ['appsync-realtime-api', 'appsync'],
  ['cache', 'elasticache'],
  ['compute', 'ec2'],
  ['control-kinesis', 'kinesis'],
  ['data-kinesis', 'kinesis'],
  ['dax-clusters', 'dax'],
  ['ddb', 'dynamodb'],
  ['dkr-ecr', 'ecr'],
  ['ec2messages', 'ssm'],
  ['elb', 'elastic-load-balancing-v2'],
  ['email-smtp', 'ses'],
  ['execute-api', 'api-gateway'],
  ['feedback-smtp', 'ses'],
  ['git-codecommit', 'codecommit'],
  ['grafana-workspace', 'grafana'],
  ['inbound-smtp', 'ses'],
  ['lambda-url', 'lambda'],
  ['queue', 'sqs'],
  ['s3-accesspoint', 's3'],
  ['s3-object-lambda', 's3'],
  ['s3-website', 's3'],
  ['s3express', 's3'],
  ['ssmmessages', 'ssm'],
  ['sync-states', 'sfn'],
  ['vpc-lattice-svcs', 'vpc-lattice'],
  // ARN namespaces.
  ['aws-marketplace', 'marketplace-catalog'],
  ['mobiletargeting', 'pinpoint'],
  ['rds-db', 'rds'],
]);
