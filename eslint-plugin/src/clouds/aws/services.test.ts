import {
  awsServiceIds,
  regionsOfRareService,
  serviceOfEndpointPrefix,
  signingRegionOfGlobalService,
} from './services.generated.ts';
import { serviceOfEndpointName } from './endpoint-services.ts';
import { globalServices, mandatedRegions } from './mandated-regions.ts';
import { awsRegion } from './regions.ts';
import {
  displayName,
  ignoresRegion,
  isClientClass,
  mandatedRegionsOf,
  onlyRegions,
  serviceOfEndpoint,
  serviceOfPackage,
  serviceOfV2Class,
} from './services.ts';

const knownServices = new Set(awsServiceIds.map((id) => id.toLowerCase().replaceAll(' ', '-')));

describe('the tables of services', () => {
  it('hold what the sources hold', () => {
    expect(knownServices.size).toBe(453);
    expect(signingRegionOfGlobalService.size).toBe(30);
    expect(regionsOfRareService.size).toBe(23);
    expect(mandatedRegions).toHaveLength(8);
    expect(globalServices).toHaveLength(1);
  });

  it('speak of known services and regions', () => {
    const services = [
      ...signingRegionOfGlobalService.keys(),
      ...regionsOfRareService.keys(),
      ...serviceOfEndpointPrefix.values(),
      ...serviceOfEndpointName.values(),
      ...mandatedRegions.map((mandated) => mandated.service),
      ...globalServices.map(({ service }) => service),
    ];
    expect(services.filter((service) => !knownServices.has(service))).toEqual([]);
    const regions = [
      ...[...regionsOfRareService.values()].flat(),
      ...mandatedRegions.map((mandated) => mandated.region),
      ...[...signingRegionOfGlobalService.values()].filter((region) => region !== 'aws-global'),
    ];
    expect(regions.filter((region) => !awsRegion(region))).toEqual([]);
  });

  it('name no service that is both global and in few regions', () => {
    expect(
      [...regionsOfRareService.keys()].filter((service) => signingRegionOfGlobalService.has(service)),
    ).toEqual([]);
  });
});

describe('serviceOfPackage', () => {
  it.each([
    ['@aws-sdk/client-s3', 's3'],
    ['@aws-sdk/client-cognito-identity-provider', 'cognito-identity-provider'],
    ['@aws-sdk/client-s3/dist-cjs/index.js', 's3'],
    ['@aws-sdk/client-of-the-future', 'of-the-future'],
    ['aws-sdk/clients/s3', 's3'],
    ['aws-sdk/clients/stepfunctions', 'sfn'],
    ['aws-sdk/clients/dynamodb.js', 'dynamodb'],
  ])('takes %s for %s', (module, service) => {
    expect(serviceOfPackage(module)).toBe(service);
  });

  it.each(['aws-sdk', '@aws-sdk/lib-dynamodb', '@azure/cosmos', './client-s3', 'aws-sdk/clients/acmeconfig'])(
    'knows no service of %s',
    (module) => {
      expect(serviceOfPackage(module)).toBeUndefined();
    },
  );
});

describe('serviceOfV2Class', () => {
  it.each([
    ['S3', 's3'],
    ['DynamoDB', 'dynamodb'],
    ['CloudWatchLogs', 'cloudwatch-logs'],
    ['Route53', 'route-53'],
    ['SecretsManager', 'secrets-manager'],
    // Those whose v3 class has another name, if only in its capitals.
    ['AugmentedAIRuntime', 'sagemaker-a2i-runtime'],
    ['CUR', 'cost-and-usage-report-service'],
    ['CodeArtifact', 'codeartifact'],
    ['CodeStarNotifications', 'codestar-notifications'],
    ['CodeStarconnections', 'codestar-connections'],
    ['CognitoIdentityServiceProvider', 'cognito-identity-provider'],
    ['DMS', 'database-migration-service'],
    ['Discovery', 'application-discovery-service'],
    ['ELB', 'elastic-load-balancing'],
    ['ELBv2', 'elastic-load-balancing-v2'],
    ['EMRcontainers', 'emr-containers'],
    ['ES', 'elasticsearch-service'],
    ['Finspacedata', 'finspace-data'],
    ['ForecastQueryService', 'forecastquery'],
    ['ForecastService', 'forecast'],
    ['IVS', 'ivs'],
    ['IdentityStore', 'identitystore'],
    ['Iot', 'iot'],
    ['IotData', 'iot-data-plane'],
    ['KinesisVideoSignalingChannels', 'kinesis-video-signaling'],
    ['LexRuntime', 'lex-runtime-service'],
    ['MQ', 'mq'],
    ['RDSDataService', 'rds-data'],
    ['SESV2', 'sesv2'],
    ['SavingsPlans', 'savingsplans'],
    ['StepFunctions', 'sfn'],
    ['TranscribeService', 'transcribe'],
  ])('takes %s for %s', (className, service) => {
    expect(serviceOfV2Class(className)).toBe(service);
    expect(knownServices).toContain(service);
  });

  it.each(['Config', 'Credentials', 'Endpoint', 'HttpRequest', 'constructor', ''])(
    'knows no service of %j',
    (name) => {
      expect(serviceOfV2Class(name)).toBeUndefined();
    },
  );
});

describe('serviceOfEndpoint', () => {
  it.each([
    ['sqs', 'sqs'],
    ['states', 'sfn'],
    ['monitoring', 'cloudwatch'],
    ['secretsmanager', 'secrets-manager'],
    ['api.ecr', 'ecr'],
    ['s3-fips', 's3'],
    ['execute-api', 'api-gateway'],
  ])('takes %s for %s', (name, service) => {
    expect(serviceOfEndpoint(name)).toBe(service);
  });

  it.each(['', '*', 'my-bucket', '${service}'])('knows no service of %j', (name) => {
    expect(serviceOfEndpoint(name)).toBeUndefined();
  });
});

describe('isClientClass', () => {
  it.each([
    ['s3', 'S3Client'],
    ['s3', 'S3'],
    ['sfn', 'SFNClient'],
    ['cloudwatch-logs', 'CloudWatchLogsClient'],
    ['route-53', 'Route53Client'],
  ])('knows the client of %s by %s', (service, className) => {
    expect(isClientClass(service, className)).toBe(true);
  });

  it.each(['PutObjectCommand', 'S3ServiceException', 'waitUntilBucketExists', 'DynamoDBClient'])(
    'does not take %s for the client of s3',
    (className) => {
      expect(isClientClass('s3', className)).toBe(false);
    },
  );
});

describe('displayName', () => {
  it.each([
    ['s3', 'S3'],
    ['dynamodb', 'DynamoDB'],
    ['cognito-identity-provider', 'Cognito Identity Provider'],
    ['ivs', 'Ivs'],
    ['of-the-future', 'Of-the-future'],
  ])('calls %s %s', (service, name) => {
    expect(displayName(service)).toBe(name);
  });
});

describe('ignoresRegion', () => {
  it('tells the region that signs', () => {
    expect(ignoresRegion('iam')).toBe('us-east-1');
    expect(ignoresRegion('route-53')).toBe('us-east-1');
    expect(ignoresRegion('cost-explorer')).toBe('us-east-1');
    expect(ignoresRegion('networkmanager')).toBe('us-west-2');
    expect(ignoresRegion('codecatalyst')).toBe('aws-global');
  });

  it.each(['s3', 'sts', 'sustainability', 'wafv2', 'constructor'])('says nothing of %s', (service) => {
    expect(ignoresRegion(service)).toBeUndefined();
  });
});

describe('onlyRegions', () => {
  it('lists the regions of a service that has few', () => {
    expect(onlyRegions('pricing')).toEqual(['ap-south-1', 'eu-central-1', 'us-east-1']);
    expect(onlyRegions('ecr-public')).toEqual(['us-east-1', 'us-west-2']);
    expect(onlyRegions('health')).toEqual(['us-east-1', 'us-east-2']);
    expect(onlyRegions('global-accelerator')).toEqual(['us-west-2']);
  });

  it.each(['s3', 'iam', 'wafv2', 'constructor'])('says nothing of %s', (service) => {
    expect(onlyRegions(service)).toBeUndefined();
  });
});

describe('mandatedRegionsOf', () => {
  it('tells which use has its region mandated', () => {
    expect(mandatedRegionsOf('wafv2')).toMatchObject([{ region: 'us-east-1', use: 'scope-cloudfront' }]);
    expect(mandatedRegionsOf('s3')).toEqual([]);
  });
});
