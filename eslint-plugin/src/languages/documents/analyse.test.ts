import { findDocumentSites, openDocument } from './analyse.ts';

/** What is said of each region of a file: `role text`. */
function judge(path: string, text: string, siblings: Record<string, string> = {}): string[] {
  const getSiblings = () =>
    Object.entries(siblings).map(([name, content]) => ({ path: name, text: content }));
  const file = openDocument({ path, text, getSiblings });
  if (!file) return ['no document'];
  return findDocumentSites(file).map(({ role, purpose, environment, text: found }) =>
    [role, purpose, environment && `@${environment}`, found].filter(Boolean).join(' '),
  );
}

/** The file after its edits. */
function edit(path: string, text: string, siblings: Record<string, string> = {}): string {
  const getSiblings = () =>
    Object.entries(siblings).map(([name, content]) => ({ path: name, text: content }));
  const file = openDocument({ path, text, getSiblings });
  const changes = (file ? findDocumentSites(file) : []).flatMap((site) => site.edit?.changes ?? []);
  return changes.reduceRight(
    (all, { range, text: added }) => all.slice(0, range[0]) + added + all.slice(range[1]),
    text,
  );
}

const template = (resources: string) =>
  `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties:\n${resources}`;

describe('a template of CloudFormation', () => {
  it.each([
    [
      "      Policies:\n        - Resource: !Sub 'arn:aws:sqs:eu-west-2:${AWS::AccountId}:orders'\n",
      ['arn arn:aws:sqs:eu-west-2:${AWS::AccountId}:orders'],
    ],
    ['      Resource: arn:aws:sqs:eu-west-2:*:orders\n', ['arn arn:aws:sqs:eu-west-2:*:orders']],
    [
      '      Resource: arn:aws:sqs:eu-west-2:210987654321:orders\n',
      ['dependency arn:aws:sqs:eu-west-2:210987654321:orders'],
    ],
    [
      '      Resource: !Sub arn:aws:sqs:eu-west-2:${OrdersAccount}:orders\n',
      ['dependency arn:aws:sqs:eu-west-2:${OrdersAccount}:orders'],
    ],
    [
      "      Resource: !Join ['', ['arn:aws:sqs:eu-west-2:', !Ref AWS::AccountId, ':orders']]\n",
      ['arn arn:aws:sqs:eu-west-2:'],
    ],
    [
      '      Layers:\n        - arn:aws:lambda:eu-west-2:210987654321:layer:tools:3\n',
      ['arn arn:aws:lambda:eu-west-2:210987654321:layer:tools:3'],
    ],
    [
      '      ApplicationId: arn:aws:serverlessrepo:us-east-1:210987654321:applications/x\n',
      ['dependency arn:aws:serverlessrepo:us-east-1:210987654321:applications/x'],
    ],
    [
      '      Environment:\n        Variables:\n          ORDERS_REGION: eu-west-2\n',
      ['infrastructure eu-west-2'],
    ],
    [
      '      Environment:\n        Variables:\n          PRIMARY_REGION: eu-west-2\n          SECONDARY_REGION: eu-west-1\n',
      ['both-regions eu-west-2', 'both-regions eu-west-1'],
    ],
    [
      '      Environment:\n        Variables:\n          QUEUE: https://sqs.eu-west-2.amazonaws.com/orders\n',
      ['endpoint sqs.eu-west-2.amazonaws.com'],
    ],
    [
      '      Environment:\n        Variables:\n          QUEUE: !Sub https://sqs.eu-west-2.amazonaws.com/${OtherAccount}/orders\n',
      ['dependency sqs.eu-west-2.amazonaws.com'],
    ],
    [
      '      Principal:\n        Service: logs.eu-west-2.amazonaws.com\n',
      ['unknown logs.eu-west-2.amazonaws.com'],
    ],
    ['      AvailabilityZone: eu-west-2b\n', ['zone eu-west-2b']],
    ['      AvailabilityZones: [eu-west-2a, eu-west-2b]\n', ['zone eu-west-2a', 'unknown eu-west-2b']],
    [
      '      LogConfiguration:\n        Options:\n          awslogs-region: eu-west-2\n',
      ['descriptor logs eu-west-2'],
    ],
    ['      Replicas:\n        - Region: eu-west-1\n', ['descriptor replica eu-west-1']],
    ['      Description: reads arn:aws:sqs:eu-west-2:1:orders\n', ['text arn:aws:sqs:eu-west-2:1:orders']],
    [
      '      UserData: |\n        #!/bin/sh\n        curl https://s3.eu-west-2.amazonaws.com/orders/x\n',
      ['text s3.eu-west-2.amazonaws.com'],
    ],
    ['      Pool: eu-west-2_AbCdEf123\n', ['resource-id eu-west-2_AbCdEf123']],
    ['      Bus: !If [A, !Equals [!Ref AWS::Region, us-east-1], no]\n', ['comparison us-east-1']],
    [
      '      Arn: !Sub arn:aws:events:us-east-1:${AWS::AccountId}:event-bus/orders\n      Other: !Sub arn:aws:events:eu-west-1:${AWS::AccountId}:event-bus/orders\n',
      [
        'both-regions arn:aws:events:us-east-1:${AWS::AccountId}:event-bus/orders',
        'both-regions arn:aws:events:eu-west-1:${AWS::AccountId}:event-bus/orders',
      ],
    ],
    [
      '      ViewerCertificate: !Sub arn:aws:acm:us-east-1:${AWS::AccountId}:certificate/x\n      Type: AWS::CloudFront::Distribution\n',
      ['mandated arn:aws:acm:us-east-1:${AWS::AccountId}:certificate/x'],
    ],
  ])('%j', (resources, expected) => {
    expect(judge('template.yaml', template(resources))).toEqual(expected);
  });

  it.each([
    [
      'Mappings:\n  Stage:\n    prod:\n      region: eu-west-2\nResources: {}\n',
      ['descriptor setting @prod eu-west-2'],
    ],
    [
      'Mappings:\n  Images:\n    eu-west-2:\n      arn: arn:aws:lambda:eu-west-2:1:layer:x:1\nResources: {}\n',
      ['catalogue arn:aws:lambda:eu-west-2:1:layer:x:1'],
    ],
    [
      'Parameters:\n  Region:\n    Default: eu-west-2\n    AllowedValues: [eu-west-2, eu-west-1]\nResources: {}\n',
      ['descriptor default eu-west-2', 'catalogue eu-west-2', 'catalogue eu-west-1'],
    ],
    [
      'Outputs:\n  Url:\n    Value: https://x.execute-api.eu-west-2.amazonaws.com\nResources: {}\n',
      ['text x.execute-api.eu-west-2.amazonaws.com'],
    ],
  ])('%j', (sections, expected) => {
    expect(judge('template.yaml', `AWSTemplateFormatVersion: '2010-09-09'\n${sections}`)).toEqual(expected);
  });

  it('counts the places that follow the stack', () => {
    const text = template(
      "      A: !Ref AWS::Region\n      B: !Sub 'x-${AWS::Region}'\n      C: !Sub 'arn:aws:sqs:eu-west-2:${AWS::AccountId}:orders'\n",
    );
    const file = openDocument({ path: 'template.yaml', text });
    expect(file && findDocumentSites(file)[0]?.surroundings).toEqual({
      file: 'template',
      source: 'AWS::Region',
      count: 2,
    });
  });

  it.each([
    [
      "      A: !Sub 'arn:aws:sqs:eu-west-2:${AWS::AccountId}:orders'\n",
      "      A: !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders'\n",
    ],
    ['      A: arn:aws:sqs:eu-west-2:*:orders\n', '      A: !Sub arn:aws:sqs:${AWS::Region}:*:orders\n'],
    [
      '      A: "arn:aws:sqs:eu-west-2:*:${aws:username}"\n',
      '      A: !Sub "arn:aws:sqs:${AWS::Region}:*:${!aws:username}"\n',
    ],
    [
      '      A: [arn:aws:sqs:eu-west-2:*:orders]\n',
      "      A: [!Sub 'arn:aws:sqs:${AWS::Region}:*:orders']\n",
    ],
    [
      '      A:\n        Fn::Sub: arn:aws:sqs:eu-west-2:*:orders\n',
      '      A:\n        Fn::Sub: arn:aws:sqs:${AWS::Region}:*:orders\n',
    ],
    ['      Region: eu-west-2\n', '      Region: !Ref AWS::Region\n'],
    ['      AvailabilityZone: "eu-west-2b"\n', "      AvailabilityZone: !Select [1, !GetAZs '']\n"],
    [
      '      Layers: [arn:aws:lambda:eu-west-2:210987654321:layer:tools:3]\n',
      '      Layers: [arn:aws:lambda:eu-west-2:210987654321:layer:tools:3]\n',
    ],
    [
      '      A: !Sub\n        - arn:aws:sqs:eu-west-2:*:${Name}\n        - Name: x\n',
      '      A: !Sub\n        - arn:aws:sqs:${AWS::Region}:*:${Name}\n        - Name: x\n',
    ],
    [
      "      A: !Join ['', ['arn:aws:sqs:eu-west-2:', !Ref AWS::AccountId]]\n",
      "      A: !Join ['', [!Sub 'arn:aws:sqs:${AWS::Region}:', !Ref AWS::AccountId]]\n",
    ],
    [
      '      A: !Sub |\n        { "Resource": "arn:aws:sqs:eu-west-2:*:orders" }\n',
      '      A: !Sub |\n        { "Resource": "arn:aws:sqs:${AWS::Region}:*:orders" }\n',
    ],
    [
      '      A: |\n        { "Resource": "arn:aws:sqs:eu-west-2:*:orders" }\n',
      '      A: |\n        { "Resource": "arn:aws:sqs:eu-west-2:*:orders" }\n',
    ],
  ])('edits %j', (before, after) => {
    expect(edit('template.yaml', template(before))).toBe(template(after));
  });

  it('edits JSON', () => {
    const text =
      '{ "Resources": { "Q": { "Type": "AWS::SQS::Queue", "Properties": { "A": "arn:aws:sqs:eu-west-2:*:q", "Region": "eu-west-2" } } } }';
    const after = JSON.parse(edit('template.json', text)) as unknown;
    expect(after).toMatchObject({
      Resources: {
        Q: {
          Properties: { A: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:*:q' }, Region: { Ref: 'AWS::Region' } },
        },
      },
    });
  });
});

describe('serverless.yml', () => {
  it.each([
    ['provider:\n  name: aws\n  region: eu-west-2\n', ['descriptor deploy eu-west-2']],
    ["provider:\n  name: aws\n  region: ${opt:region, 'eu-west-2'}\n", ['fallback eu-west-2']],
    ['provider:\n  name: aws\n  region: ${self:custom.regions.prod, "eu-west-2"}\n', ['fallback eu-west-2']],
    ['provider:\n  environment:\n    ORDERS_REGION: eu-west-2\n', ['infrastructure eu-west-2']],
    [
      'provider:\n  iam:\n    role:\n      statements:\n        - Resource: arn:aws:sqs:eu-west-2:${aws:accountId}:orders\n',
      ['arn arn:aws:sqs:eu-west-2:${aws:accountId}:orders'],
    ],
    ['custom:\n  regions:\n    prod: eu-west-2\n', ['descriptor setting @prod eu-west-2']],
    [
      'functions:\n  a:\n    events:\n      - sqs: arn:aws:sqs:eu-west-2:210987654321:orders\n',
      ['dependency arn:aws:sqs:eu-west-2:210987654321:orders'],
    ],
    [
      'resources:\n  Resources:\n    Q:\n      Properties:\n        Arn: !Sub arn:aws:sqs:eu-west-2:${AWS::AccountId}:q\n',
      ['arn arn:aws:sqs:eu-west-2:${AWS::AccountId}:q'],
    ],
    [
      'resources:\n  - Outputs:\n      U:\n        Value: https://x.execute-api.eu-west-2.amazonaws.com\n',
      ['text x.execute-api.eu-west-2.amazonaws.com'],
    ],
  ])('%j', (text, expected) => {
    expect(judge('serverless.yml', `service: orders\n${text}`)).toEqual(expected);
  });

  it.each([
    ['A: arn:aws:sqs:eu-west-2:*:orders', 'A: arn:aws:sqs:${aws:region}:*:orders'],
    ['A: [arn:aws:sqs:eu-west-2:*:orders]', "A: ['arn:aws:sqs:${aws:region}:*:orders']"],
    [
      "A: 'arn:aws:sqs:eu-west-2:*:orders' # ${self:provider.region}",
      "A: 'arn:aws:sqs:${self:provider.region}:*:orders' # ${self:provider.region}",
    ],
  ])('edits %j', (before, after) => {
    const wrap = (line: string) => `service: orders\nprovider:\n  iamRoleStatements:\n    - ${line}\n`;
    expect(edit('serverless.yml', wrap(before))).toBe(wrap(after));
  });
});

const variable = 'variable "region" {}\nlocals { at = var.region }\n';
const identity = '${data.aws_caller_identity.current.account_id}';

describe('a module of Terraform', () => {
  it.each([
    ['provider "aws" {\n  region = "eu-west-2"\n}\n', ['descriptor deploy eu-west-2']],
    ['terraform {\n  backend "s3" {\n    region = "eu-west-2"\n  }\n}\n', ['descriptor state eu-west-2']],
    ['variable "zone" {\n  default = "eu-west-2a"\n}\n', ['descriptor default eu-west-2a']],
    ['locals {\n  region = "eu-west-2"\n}\n', ['descriptor setting eu-west-2']],
    ['resource "aws_x" "y" {\n  region = "eu-west-2"\n}\n', ['descriptor setting eu-west-2']],
    [`${variable}resource "aws_x" "y" {\n  region = "eu-west-2"\n}\n`, ['infrastructure eu-west-2']],
    [
      `${variable}resource "aws_x" "y" {\n  arn = "arn:aws:sqs:eu-west-2:${identity}:orders"\n}\n`,
      [`arn arn:aws:sqs:eu-west-2:${identity}:orders`],
    ],
    [
      `resource "aws_x" "y" {\n  arn = "arn:aws:sqs:eu-west-2:${identity}:orders"\n}\n`,
      [`descriptor setting arn:aws:sqs:eu-west-2:${identity}:orders`],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  arn = "arn:aws:sqs:eu-west-2:\${var.other_account}:orders"\n}\n`,
      ['dependency arn:aws:sqs:eu-west-2:${var.other_account}:orders'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  azs = ["eu-west-2a", "eu-west-2b"]\n}\n`,
      ['zone eu-west-2a', 'unknown eu-west-2b'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  provider = aws.virginia\n  arn = "arn:aws:sqs:us-east-1:${identity}:orders"\n}\n`,
      [`unknown arn:aws:sqs:us-east-1:${identity}:orders`],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  replica {\n    region_name = "eu-west-1"\n  }\n}\n`,
      ['descriptor replica eu-west-1'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  count = var.region == "eu-west-2" ? 1 : 0\n}\n`,
      ['comparison eu-west-2'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  region = try(var.region, "eu-west-2")\n}\n`,
      ['fallback eu-west-2'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  for_each = toset(["eu-west-1", "eu-west-2"])\n}\n`,
      ['catalogue eu-west-1', 'catalogue eu-west-2'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  principal = "logs.eu-west-2.amazonaws.com"\n}\n`,
      ['unknown logs.eu-west-2.amazonaws.com'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  container_definitions = jsonencode([{ environment = [{ name = "AWS_REGION", value = "eu-west-2" }], options = { "awslogs-region" = "eu-west-2" } }])\n}\n`,
      ['infrastructure eu-west-2', 'descriptor logs eu-west-2'],
    ],
    [
      `${variable}resource "aws_x" "y" {\n  policy = <<EOF\n{ "Resource": "arn:aws:sqs:eu-west-2:*:orders" }\nEOF\n}\n`,
      ['arn arn:aws:sqs:eu-west-2:*:orders'],
    ],
    ['module "x" {\n  region = "eu-west-2"\n}\n', ['descriptor setting eu-west-2']],
    ['resource "azurerm_x" "y" {\n  location = "westeurope"\n}\n', ['descriptor setting westeurope']],
  ])('%j', (text, expected) => {
    expect(judge('infra/main.tf', text)).toEqual(expected);
  });

  it('knows what the other files of the folder declare', () => {
    const text = 'resource "aws_x" "y" {\n  region = "eu-west-2"\n}\n';
    expect(judge('infra/main.tf', text, { 'infra/variables.tf': variable })).toEqual([
      'infrastructure eu-west-2',
    ]);
    expect(judge('modules/queue/main.tf', text)).toEqual(['infrastructure eu-west-2']);
    expect(judge('examples/queue/main.tf', text)).toEqual([]);
  });

  it.each([
    ['region = "eu-west-2"', 'region = var.region', variable],
    ['arn = "arn:aws:sqs:eu-west-2:*:orders"', 'arn = "arn:aws:sqs:${var.region}:*:orders"', variable],
    [
      'region = "eu-west-2"',
      'region = "eu-west-2"',
      'variable "region" {\n  default = "us-east-1"\n}\nlocals { at = var.region }\n',
    ],
    [
      'arn = "arn:aws:sqs:eu-west-2:*:q"',
      'arn = "arn:aws:sqs:${data.aws_region.current.name}:*:q"',
      'data "aws_region" "current" {}\nlocals { at = data.aws_region.current.name }\n',
    ],
    [
      'arn = "arn:aws:sqs:eu-west-2:*:q"',
      'arn = "arn:aws:sqs:${data.aws_region.here.region}:*:q"',
      'data "aws_region" "here" {}\nlocals { at = data.aws_region.here.region }\n',
    ],
    [
      'azs = ["eu-west-2a", "eu-west-2b"]',
      'azs = slice(data.aws_availability_zones.all.names, 0, 2)',
      `${variable}data "aws_availability_zones" "all" {}\n`,
    ],
    ['azs = ["eu-west-2a", "eu-west-2b"]', 'azs = ["eu-west-2a", "eu-west-2b"]', variable],
  ])('edits %j to %j', (before, after, declarations) => {
    const wrap = (line: string) => `resource "aws_x" "y" {\n  ${line}\n}\n`;
    expect(edit('infra/main.tf', wrap(before), { 'infra/variables.tf': declarations })).toBe(wrap(after));
  });
});

describe('other documents', () => {
  it.each([
    ['live/prod/main.tfvars', 'aws_region = "eu-west-2"\n', ['descriptor deploy @prod eu-west-2']],
    ['config/prod.tfbackend', 'bucket = "x"\nregion = "eu-west-2"\n', ['descriptor state @prod eu-west-2']],
    [
      'samconfig.toml',
      '[prod.deploy.parameters]\nregion = "eu-west-2"\n',
      ['descriptor deploy @prod eu-west-2'],
    ],
    ['.env.production', 'AWS_REGION=eu-west-2\n', ['descriptor deploy @production eu-west-2']],
    ['.env.example', 'AWS_REGION=eu-west-2\n', ['test-data eu-west-2']],
    [
      'Dockerfile',
      'FROM node:22\nENV AWS_REGION=eu-west-2\nARG REGION=eu-west-2\n',
      ['infrastructure eu-west-2', 'descriptor default eu-west-2'],
    ],
    [
      'Dockerfile',
      'FROM 1.dkr.ecr.eu-west-2.amazonaws.com/node:22\n',
      ['descriptor registry 1.dkr.ecr.eu-west-2.amazonaws.com'],
    ],
    [
      '.github/workflows/deploy-prod.yml',
      'jobs:\n  a:\n    steps:\n      - with:\n          aws-region: eu-west-2\n',
      ['descriptor deploy @prod eu-west-2'],
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - run: aws s3 ls --region eu-west-2 # not us-east-1\n',
      ['descriptor deploy eu-west-2'],
    ],
    [
      '.github/workflows/ci.yml',
      "env:\n  AWS_REGION: ${{ vars.REGION || 'eu-west-2' }}\n",
      ['descriptor fallback eu-west-2'],
    ],
    [
      'scripts/deploy.sh',
      'export AWS_REGION="${REGION:-eu-west-2}"\naws s3 ls --region=eu-west-1\n# --region us-east-1\necho --region us-east-1\n',
      ['descriptor fallback eu-west-2', 'descriptor deploy eu-west-1'],
    ],
    [
      'k8s/app.yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  image: 1.dkr.ecr.eu-west-2.amazonaws.com/app:1\n  nodeSelector:\n    topology.kubernetes.io/region: eu-west-2\n',
      ['descriptor registry 1.dkr.ecr.eu-west-2.amazonaws.com', 'unknown eu-west-2'],
    ],
    ['chart/values-prod.yaml', 'aws:\n  region: eu-west-2\n', ['descriptor setting @prod eu-west-2']],
    [
      'chart/templates/app.yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  name: {{ .Values.name }}\n  env:\n    - name: AWS_REGION\n      value: eu-west-2\n',
      ['infrastructure eu-west-2'],
    ],
    [
      'task.json',
      '{ "containerDefinitions": [{ "environment": [{ "name": "AWS_REGION", "value": "eu-west-2" }], "secrets": [{ "valueFrom": "arn:aws:ssm:eu-west-2:1:parameter/x" }], "logConfiguration": { "options": { "awslogs-region": "eu-west-2" } } }] }',
      [
        'infrastructure eu-west-2',
        'dependency arn:aws:ssm:eu-west-2:1:parameter/x',
        'descriptor logs eu-west-2',
      ],
    ],
    [
      'parameters.json',
      '[{ "ParameterKey": "Region", "ParameterValue": "eu-west-2" }]',
      ['descriptor setting eu-west-2'],
    ],
    ['data.json', '{ "region": "eu-west-2" }', ['no document']],
    ['package-lock.json', '{ "region": "eu-west-2" }', ['no document']],
    ['docs/notes.yml', 'region: eu-west-2\n', ['no document']],
    ['test/template.yaml', template('      Region: eu-west-2\n'), []],
  ])('%s: %j', (path, text, expected) => {
    expect(judge(path, text)).toEqual(expected);
  });
});
