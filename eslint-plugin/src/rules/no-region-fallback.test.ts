import { type ExpectedError, RuleTester } from '../testing/rule-tester.ts';
import rule from './no-region-fallback.ts';

/**
 * A second choice that is reported; the suggestion leaves the marked line, or the whole code, as in `without`.
 *
 * @param setting what it is a second choice for
 */
function fallback(without?: string, region = 'us-east-1', setting = 'AWS_REGION'): ExpectedError {
  const suggestions = without === undefined ? [] : [{ messageId: 'removeFallback', output: without }];
  return { messageId: 'found', data: { setting, region }, suggestions };
}

new RuleTester().run('no-region-fallback', rule, {
  valid: [
    // Left alone
    { name: 'no second choice', code: 'const region = process.env.AWS_REGION;' },
    {
      name: 'a second choice that is no literal',
      code: 'const region = process.env.AWS_REGION ?? home.region;',
    },
    {
      name: 'a region that is the only choice has a rule of its own',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1' });
      `,
    },
    { name: 'a name that is no region', code: "const name = user.name || 'us-east-1';" },
    { name: 'and', code: "const region = isProduction && 'us-east-1';" },
    { name: 'a log', code: "console.log(process.env.AWS_REGION ?? 'us-east-1');" },
    { name: 'a comparison', code: "if ((process.env.AWS_REGION ?? 'us-east-1') === home) warn();" },
    {
      name: 'what is only shown',
      code: "const Picker = ({ region = 'us-east-1' }) => <select value={region}>{options}</select>;",
    },
    {
      name: 'the state of a page',
      code: "const [region, setRegion] = useState(props.region ?? 'us-east-1');",
    },
    {
      name: 'a default for development',
      code: `
        import { cleanEnv, str } from 'envalid';
        const env = cleanEnv(process.env, { AWS_REGION: str({ devDefault: 'us-east-1' }) });
      `,
    },
    {
      name: 'a service that ignores its region',
      code: `
        import { IAMClient } from '@aws-sdk/client-iam';
        new IAMClient({ region: process.env.AWS_REGION ?? 'us-east-1' });
      `,
    },
    {
      name: 'a service that is in one region only',
      code: `
        import { MTurkClient } from '@aws-sdk/client-mturk';
        new MTurkClient({ region: process.env.AWS_REGION ?? 'us-east-1' });
      `,
    },
    {
      name: 'a local client',
      code: `
        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        new DynamoDBClient({ region: process.env.AWS_REGION ?? 'us-east-1', endpoint: 'http://localhost:8000' });
      `,
    },
    {
      name: 'the choices of a schema',
      code: `
        import { z } from 'zod';
        const Environment = z.object({ AWS_REGION: z.enum(['us-east-1', 'eu-west-1']) });
      `,
    },
    {
      name: 'a first value that is overwritten',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = 'us-east-1';
        if (isEurope) region = 'eu-west-1';
        new S3Client({ region });
      `,
    },
    {
      name: 'a function that chooses',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        function getRegion(stage) {
          return stage === 'production' ? 'us-east-1' : 'us-west-2';
        }
        new S3Client({ region: getRegion(stage) });
      `,
    },
    {
      name: 'an option that is put in its place for sure',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: 'us-east-1', ...{ region: process.env.AWS_REGION } });
      `,
    },
    {
      name: 'a test',
      filename: 'src/orders.test.ts',
      code: "const region = process.env.AWS_REGION ?? 'us-east-1';",
    },
  ],
  invalid: [
    // Operators
    {
      name: 'or',
      code: "const region = process.env.AWS_REGION || «'us-east-1'»;",
      errors: [fallback('const region = process.env.AWS_REGION;')],
    },
    {
      name: 'nullish',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION ?? «'us-east-1'» });
      `,
      errors: [fallback('new S3Client({ region: process.env.AWS_REGION });')],
    },
    {
      name: 'the last of several choices',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION || process.env.REGION || «'us-east-1'» });
      `,
      errors: [fallback('new S3Client({ region: process.env.AWS_REGION || process.env.REGION });')],
    },
    {
      name: 'one of several choices',
      code: "const region = process.env.AWS_REGION || «'us-east-1'» || home;",
      errors: [fallback('const region = process.env.AWS_REGION || home;')],
    },
    {
      name: 'on a line of its own',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region:
            process.env.AWS_REGION ||
            «'us-east-1'»,
        });
      `,
      errors: [
        fallback(`
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({
          region:
            process.env.AWS_REGION,
        });
      `),
      ],
    },
    {
      name: 'import.meta.env',
      code: "const region = import.meta.env.VITE_AWS_REGION ?? «'us-east-1'»;",
      errors: [fallback('const region = import.meta.env.VITE_AWS_REGION;', 'us-east-1', 'VITE_AWS_REGION')],
    },
    {
      name: 'an optional chain',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: options?.region ?? «'us-east-1'» });
      `,
      errors: [fallback('new S3Client({ region: options?.region });', 'us-east-1', 'options?.region')],
    },
    {
      name: 'a call',
      code: "const region = env('AWS_REGION') || «'us-east-1'»;",
      errors: [fallback("const region = env('AWS_REGION');")],
    },
    {
      name: 'a method call',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: this.config.get('AWS_REGION') || «'us-east-1'» });
      `,
      errors: [fallback("new SQSClient({ region: this.config.get('AWS_REGION') });")],
    },
    {
      name: 'the configuration of Pulumi',
      code: `
        import * as pulumi from '@pulumi/pulumi';
        const region = new pulumi.Config('aws').get('region') || «'us-east-1'»;
      `,
      errors: [fallback("const region = new pulumi.Config('aws').get('region');", 'us-east-1', 'region')],
    },
    {
      name: 'handed to a function that nothing is known of',
      code: "prepare(process.env.AWS_REGION || «'us-east-1'»);",
      errors: [fallback('prepare(process.env.AWS_REGION);')],
    },
    {
      name: 'in a host',
      code: "const url = `https://sqs.${process.env.AWS_REGION ?? «'us-east-1'»}.amazonaws.com`;",
      errors: [fallback('const url = `https://sqs.${process.env.AWS_REGION}.amazonaws.com`;')],
    },
    {
      name: 'a ternary',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: process.env.AWS_REGION ? process.env.AWS_REGION : «'us-east-1'» });
      `,
      errors: [fallback()],
    },
    {
      name: 'a negated ternary',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: !region ? «'us-east-1'» : region });
      `,
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    { name: 'an assignment', code: "process.env.AWS_REGION ??= «'us-east-1'»;", errors: [fallback()] },
    {
      name: 'an assignment with or',
      code: "process.env.AWS_REGION = process.env.AWS_REGION || «'us-east-1'»;",
      errors: [fallback()],
    },
    {
      name: 'an assignment to a variable',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = process.env.AWS_REGION;
        region ||= «'us-east-1'»;
        new S3Client({ region });
      `,
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'an assignment when there is none',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = process.env.AWS_REGION;
        if (!region) region = «'us-east-1'»;
        new S3Client({ region });
      `,
      errors: [fallback()],
    },
    {
      name: 'an assignment in a block when it is undefined',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        let region = process.env.AWS_REGION;
        if (region === undefined) {
          region = «'us-east-1'»;
        }
        new S3Client({ region });
      `,
      errors: [fallback()],
    },
    {
      name: 'a template',
      code: 'const region = process.env.AWS_REGION ?? «`us-east-1`»;',
      errors: [fallback('const region = process.env.AWS_REGION;')],
    },
    // Defaults
    {
      name: 'of a variable of the environment',
      code: "const { AWS_REGION = «'us-east-1'», STAGE } = process.env;",
      errors: [fallback('const { AWS_REGION, STAGE } = process.env;')],
    },
    {
      name: 'of a variable of the environment under another name',
      code: "const { AWS_REGION: region = «'us-east-1'» } = process.env;",
      errors: [fallback('const { AWS_REGION: region } = process.env;')],
    },
    {
      name: 'of an option',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const { region = «'us-east-1'» } = options;
        new S3Client({ region });
      `,
      errors: [fallback('const { region } = options;', 'us-east-1', 'region')],
    },
    {
      name: 'of an option with a type',
      code: "const { region = «'us-east-1'» }: Options = options;",
      errors: [fallback('const { region }: Options = options;', 'us-east-1', 'region')],
    },
    {
      name: 'of an element',
      code: "const [region = «'us-east-1'»] = process.argv.slice(2);",
      errors: [fallback('const [region] = process.argv.slice(2);', 'us-east-1', 'region')],
    },
    {
      name: 'of a parameter',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        function createClient(region: string = «'us-east-1'») {
          return new S3Client({ region });
        }
      `,
      errors: [fallback('function createClient(region: string) {', 'us-east-1', 'the setting')],
    },
    {
      name: 'of a parameter of an exported function',
      code: "export const deploy = (region = «'us-east-1'») => start(region);",
      errors: [fallback('export const deploy = (region) => start(region);', 'us-east-1', 'region')],
    },
    {
      name: 'of a parameter that is destructured',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const createClient = ({ region = «'us-east-1'» } = {}) => new S3Client({ region });
      `,
      errors: [
        fallback(
          'const createClient = ({ region } = {}) => new S3Client({ region });',
          'us-east-1',
          'region',
        ),
      ],
    },
    {
      name: 'of a parameter property',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        class Store {
          constructor(private readonly region = «'us-east-1'») {}
          create = () => new S3Client({ region: this.region });
        }
      `,
      errors: [fallback('  constructor(private readonly region) {}', 'us-east-1', 'region')],
    },
    {
      name: "an option that the caller's options replace",
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (options) => new S3Client({ region: «'us-east-1'», ...options });
      `,
      errors: [fallback(undefined, 'us-east-1', 'the setting')],
    },
    {
      name: "an option that the caller's options replace, by Object.assign",
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const createClient = (options) => new S3Client(Object.assign({ region: «'us-east-1'» }, options));
      `,
      errors: [fallback(undefined, 'us-east-1', 'the setting')],
    },
    // Where the literal stands elsewhere
    {
      name: 'in a constant',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const DEFAULT_REGION = «'us-east-1'»;
        new S3Client({ region: process.env.AWS_REGION ?? DEFAULT_REGION });
      `,
      errors: [fallback(undefined, 'us-east-1', 'AWS_REGION')],
    },
    {
      name: 'in a constant, for a parameter',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const DEFAULT_REGION = «'us-east-1'»;
        export const createClient = (region = DEFAULT_REGION) => new S3Client({ region });
      `,
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'in a function',
      code: "const getRegion = () => process.env.AWS_REGION ?? «'us-east-1'»;",
      errors: [fallback('const getRegion = () => process.env.AWS_REGION;')],
    },
    {
      name: 'in a function declaration',
      code: `
        function getRegion() {
          return process.env.AWS_REGION ?? «'us-east-1'»;
        }
      `,
      errors: [fallback('  return process.env.AWS_REGION;')],
    },
    {
      name: 'in a getter',
      code: `
        class Config {
          get region() {
            return this.options.region ?? «'us-east-1'»;
          }
        }
      `,
      errors: [fallback('    return this.options.region;', 'us-east-1', 'this.options.region')],
    },
    {
      name: 'in a method',
      code: `
        class Config {
          getRegion() {
            return process.env.AWS_REGION ?? «'us-east-1'»;
          }
        }
      `,
      errors: [fallback('    return process.env.AWS_REGION;')],
    },
    {
      name: 'in an object',
      code: "export const config = { region: process.env.AWS_REGION || «'us-east-1'» };",
      errors: [fallback('export const config = { region: process.env.AWS_REGION };')],
    },
    {
      name: 'in each of a pair',
      code: `
        const regions = {
          primary: process.env.PRIMARY_REGION ?? «'us-east-1'»,
          secondary: process.env.SECONDARY_REGION ?? «'us-west-2'»,
        };
      `,
      errors: [
        fallback('  primary: process.env.PRIMARY_REGION,', 'us-east-1', 'PRIMARY_REGION'),
        fallback('  secondary: process.env.SECONDARY_REGION,', 'us-west-2', 'SECONDARY_REGION'),
      ],
    },
    {
      name: 'in the env of a stack',
      code: `
        import * as cdk from 'aws-cdk-lib';
        new OrdersStack(app, 'orders', { env: { region: process.env.CDK_DEFAULT_REGION ?? «'us-east-1'» } });
      `,
      errors: [
        fallback(
          "new OrdersStack(app, 'orders', { env: { region: process.env.CDK_DEFAULT_REGION } });",
          'us-east-1',
          'CDK_DEFAULT_REGION',
        ),
      ],
    },
    {
      name: 'in a config module, which should fail and not guess',
      filename: 'src/config.ts',
      code: "export const region = process.env.AWS_REGION ?? «'us-east-1'»;",
      errors: [fallback('export const region = process.env.AWS_REGION;')],
    },
    {
      name: 'on Google Cloud',
      code: "const location = process.env.GOOGLE_CLOUD_REGION || «'us-central1'»;",
      errors: [
        fallback('const location = process.env.GOOGLE_CLOUD_REGION;', 'us-central1', 'GOOGLE_CLOUD_REGION'),
      ],
    },
    {
      name: 'on Azure',
      code: `
        import { DefaultAzureCredential } from '@azure/identity';
        const location = process.env.AZURE_LOCATION || «'westeurope'»;
      `,
      errors: [fallback('const location = process.env.AZURE_LOCATION;', 'westeurope', 'AZURE_LOCATION')],
    },
    // Libraries for settings and command lines
    {
      name: 'zod',
      code: `
        import { z } from 'zod';
        const Environment = z.object({ AWS_REGION: z.string().default(«'us-east-1'») });
      `,
      errors: [fallback('const Environment = z.object({ AWS_REGION: z.string() });')],
    },
    {
      name: 'zod, of one of two',
      code: `
        import { z } from 'zod';
        const Environment = z.object({ AWS_REGION: z.enum(['us-east-1', 'eu-west-1']).default(«'us-east-1'») });
      `,
      errors: [fallback("const Environment = z.object({ AWS_REGION: z.enum(['us-east-1', 'eu-west-1']) });")],
    },
    {
      name: 'zod, with more behind it',
      code: `
        import { z } from 'zod';
        const Environment = z.object({ AWS_REGION: z.string().default(«'us-east-1'»).describe('the region') });
      `,
      errors: [fallback("const Environment = z.object({ AWS_REGION: z.string().describe('the region') });")],
    },
    {
      name: 'zod, in lines',
      code: `
        import { z } from 'zod';
        const Environment = z.object({
          AWS_REGION: z
            .string()
            .default(«'us-east-1'»),
        });
      `,
      errors: [
        fallback(`
        import { z } from 'zod';
        const Environment = z.object({
          AWS_REGION: z
            .string(),
        });
      `),
      ],
    },
    {
      name: 'zod, catch',
      code: `
        import { z } from 'zod';
        const Environment = z.object({ AWS_REGION: z.string().catch(«'us-east-1'») });
      `,
      errors: [fallback('const Environment = z.object({ AWS_REGION: z.string() });')],
    },
    {
      name: 'envalid',
      code: `
        import { cleanEnv, str } from 'envalid';
        const env = cleanEnv(process.env, { AWS_REGION: str({ default: «'us-east-1'» }) });
      `,
      errors: [fallback()],
    },
    {
      name: 'convict',
      code: `
        import convict from 'convict';
        const config = convict({ aws: { region: { format: String, default: «'us-east-1'», env: 'AWS_REGION' } } });
      `,
      errors: [fallback()],
    },
    {
      name: 'env-var',
      code: `
        import env from 'env-var';
        const region = env.get('AWS_REGION').default(«'us-east-1'»).asString();
      `,
      errors: [fallback("const region = env.get('AWS_REGION').asString();")],
    },
    {
      name: 'Joi',
      code: "const schema = Joi.object({ AWS_REGION: Joi.string().default(«'us-east-1'») });",
      errors: [fallback('const schema = Joi.object({ AWS_REGION: Joi.string() });')],
    },
    {
      name: 'commander',
      code: "program.option('-r, --region <region>', 'where to deploy', «'us-east-1'»);",
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'commander, an option',
      code: "program.addOption(new Option('-r, --region <region>', 'where to deploy').default(«'us-east-1'»));",
      errors: [
        fallback(
          "program.addOption(new Option('-r, --region <region>', 'where to deploy'));",
          'us-east-1',
          'the setting',
        ),
      ],
    },
    {
      name: 'yargs, an option',
      code: "yargs(argv).option('region', { type: 'string', default: «'us-east-1'» });",
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'yargs, options',
      code: "yargs(argv).options({ region: { type: 'string', default: «'us-east-1'» } });",
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'yargs, a default',
      code: "yargs(argv).default('region', «'us-east-1'»);",
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'the flag of a command',
      code: `
        class Deploy extends Command {
          static flags = { region: Flags.string({ char: 'r', default: «'us-east-1'» }) };
        }
      `,
      errors: [fallback(undefined, 'us-east-1', 'the setting')],
    },
    {
      name: 'node:util',
      code: "parseArgs({ options: { region: { type: 'string', default: «'us-east-1'» } } });",
      errors: [fallback(undefined, 'us-east-1', 'region')],
    },
    {
      name: 'the default argument of a look-up',
      code: "const region = env('AWS_REGION', «'us-east-1'»);",
      errors: [fallback()],
    },
    {
      name: 'the default argument of a look-up in a service',
      code: `
        import { SQSClient } from '@aws-sdk/client-sqs';
        new SQSClient({ region: this.config.get('AWS_REGION', «'us-east-1'») });
      `,
      errors: [fallback()],
    },
    {
      name: 'the default argument of a look-up in an object',
      code: "const region = _.get(config, 'aws.region', «'us-east-1'»);",
      errors: [fallback(undefined, 'us-east-1', 'aws.region')],
    },
    // What the edit does to the code around it
    {
      name: 'parentheses around the first choice',
      code: "const region = (process.env.AWS_REGION) ?? «'us-east-1'»;",
      errors: [fallback('const region = (process.env.AWS_REGION);')],
    },
    {
      name: 'parentheses around a condition',
      code: "const region = (isBlue ? blue.region : green.region) ?? «'us-east-1'»;",
      errors: [fallback('const region = (isBlue ? blue.region : green.region);', 'us-east-1', 'the setting')],
    },
    {
      name: 'parentheses around the second choice',
      code: "const region = process.env.AWS_REGION ?? («'us-east-1'»);",
      errors: [fallback('const region = process.env.AWS_REGION;')],
    },
    {
      name: 'parentheses around all',
      code: "const region = ((process.env.AWS_REGION) ?? ((«'us-east-1'»)));",
      errors: [fallback('const region = ((process.env.AWS_REGION));')],
    },
    {
      name: 'a cast',
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        new S3Client({ region: (options.region || «'us-east-1'») as string });
      `,
      errors: [
        fallback('new S3Client({ region: (options.region) as string });', 'us-east-1', 'options.region'),
      ],
    },
    {
      name: 'an assertion in front',
      code: "const region = process.env.AWS_REGION! || «'us-east-1'»;",
      errors: [fallback('const region = process.env.AWS_REGION!;')],
    },
    {
      name: 'await',
      code: `
        async function getRegion() {
          return (await config.get('region')) ?? «'us-east-1'»;
        }
      `,
      errors: [fallback("  return (await config.get('region'));", 'us-east-1', 'region')],
    },
    {
      name: 'as const: it is not removed',
      code: "const region = process.env.AWS_REGION ?? («'us-east-1'» as const);",
      errors: [fallback()],
    },
    {
      name: 'a comment in front of the operator: it is not removed',
      code: "const region = process.env.AWS_REGION /* set by Lambda */ ?? «'us-east-1'»;",
      errors: [fallback()],
    },
    {
      name: 'a comment behind the operator: it is not removed',
      code: "const region = process.env.AWS_REGION ?? /* home */ «'us-east-1'»;",
      errors: [fallback()],
    },
    {
      name: 'a comment in a chain: it is not removed',
      code: `
        import { z } from 'zod';
        const Environment = z.object({
          AWS_REGION: z
            .string()
            // home
            .default(«'us-east-1'»),
        });
      `,
      errors: [fallback()],
    },
    {
      name: 'a comment behind it stays',
      code: "const region = process.env.AWS_REGION ?? «'us-east-1'»; // home",
      errors: [fallback('const region = process.env.AWS_REGION; // home')],
    },
  ],
});
