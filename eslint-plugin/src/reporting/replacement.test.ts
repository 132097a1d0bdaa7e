import { Linter } from 'eslint';
import plugin from '../index.ts';
import noHardcodedRegion from '../rules/no-hardcoded-region.ts';
import noRegionFallback from '../rules/no-region-fallback.ts';
import { RuleTester } from '../testing/rule-tester.ts';

const tester = new RuleTester();
const replacement = {
  expression: 'regions.primary',
  import: { name: 'regions', from: '#config/regions.js' },
};
const hardcoded = {
  messageId: 'found',
  data: { region: 'us-east-1', what: 'this S3 client' },
};

tester.run('no-hardcoded-region with options', noHardcodedRegion, {
  valid: [],
  invalid: [
    {
      name: 'a replacement takes the place of the environment, and removing the option stays possible',
      options: [{ replacement }],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = new S3Client({ region: «'us-east-1'» });
      `,
      errors: [
        {
          ...hardcoded,
          suggestions: [
            {
              messageId: 'replace',
              data: { expression: 'regions.primary' },
              output: `
                import { S3Client } from '@aws-sdk/client-s3';
                import { regions } from '#config/regions.js';
                export const s3 = new S3Client({ region: regions.primary });
              `,
            },
            { messageId: 'removeOption', output: 'export const s3 = new S3Client({});' },
          ],
        },
      ],
    },
    {
      name: 'the fix is the first of the suggestions, and is not suggested as well',
      options: [{ replacement, autofix: true }],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = new S3Client({ region: «'us-east-1'» });
      `,
      output: `
        import { S3Client } from '@aws-sdk/client-s3';
        import { regions } from '#config/regions.js';
        export const s3 = new S3Client({ region: regions.primary });
      `,
      errors: [
        {
          ...hardcoded,
          suggestions: [{ messageId: 'removeOption', output: 'export const s3 = new S3Client({});' }],
        },
      ],
    },
    {
      name: 'without a replacement, the environment is read',
      options: [{ autofix: true }],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = new S3Client({ region: «'us-east-1'» });
      `,
      output: `
        import { S3Client } from '@aws-sdk/client-s3';
        export const s3 = new S3Client({ region: process.env.AWS_REGION });
      `,
      errors: [
        {
          ...hardcoded,
          suggestions: [{ messageId: 'removeOption', output: 'export const s3 = new S3Client({});' }],
        },
      ],
    },
    {
      name: 'by region: the fix leaves alone what has no replacement, which can still be read from the environment',
      options: [{ replacement: { expression: { 'eu-west-1': "config.get('europe')" } }, autofix: true }],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        useProvider(«'eu-west-1'»);
        export const s3 = new S3Client({ region: «'us-east-1'» });
      `,
      output: `
        import { S3Client } from '@aws-sdk/client-s3';
        useProvider(config.get('europe'));
        export const s3 = new S3Client({ region: 'us-east-1' });
      `,
      errors: [
        { messageId: 'found', data: { region: 'eu-west-1', what: 'what receives it' }, suggestions: [] },
        {
          ...hardcoded,
          suggestions: [
            {
              messageId: 'readEnvironment',
              data: { expression: 'process.env.AWS_REGION' },
              output: 'export const s3 = new S3Client({ region: process.env.AWS_REGION });',
            },
            { messageId: 'removeOption', output: 'export const s3 = new S3Client({});' },
          ],
        },
      ],
    },
    {
      name: 'in CommonJS the import is a require, and a name that is taken gets another one',
      options: [{ replacement, autofix: true }],
      filename: 'src/orders.js',
      code: `
        const regions = require('./all-regions');
        useProvider(«'us-east-1'», regions);
      `,
      output: `
        const regions = require('./all-regions');
        const { regions: cloudRegions } = require('#config/regions.js');
        useProvider(cloudRegions.primary, regions);
      `,
      errors: [
        { messageId: 'found', data: { region: 'us-east-1', what: 'what receives it' }, suggestions: [] },
      ],
    },
    {
      name: 'the module that exports the regions does not import itself',
      options: [{ replacement, autofix: true }],
      code: `
        export const regions = { primary: process.env.AWS_REGION };
        useProvider(«'us-east-1'»);
      `,
      errors: [
        {
          messageId: 'found',
          data: { region: 'us-east-1', what: 'what receives it' },
          suggestions: [
            {
              messageId: 'readEnvironment',
              data: { expression: 'process.env.AWS_REGION' },
              output: 'useProvider(process.env.AWS_REGION);',
            },
          ],
        },
      ],
    },
    {
      name: 'of two regions the fix does not make one; it is a suggestion',
      options: [{ replacement: { expression: 'config.region' }, autofix: true }],
      code: `
        useProvider(«'us-east-1'»);
        export const queue = 'arn:aws:sqs:eu-west-1:123456789012:orders';
      `,
      errors: [
        {
          messageId: 'found',
          data: { region: 'us-east-1', what: 'what receives it' },
          suggestions: [
            {
              messageId: 'replace',
              data: { expression: 'config.region' },
              output: 'useProvider(config.region);',
            },
          ],
        },
      ],
    },
    {
      name: 'two clients that stand in for each other keep two regions',
      options: [{ replacement, autofix: true }],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const main = new S3Client({ region: «'us-east-1'» });
        const backup = new S3Client({ region: «'us-west-2'» });
        export const get = (c) => main.send(c).catch(() => backup.send(c));
      `,
      errors: [
        { ...hardcoded, suggestions: [] },
        { messageId: 'found', data: { region: 'us-west-2', what: 'this S3 client' }, suggestions: [] },
      ],
    },
    {
      name: 'two clients that stand in for each other have a replacement each, by region',
      options: [
        {
          replacement: { expression: { 'us-east-1': 'regions.main', 'us-west-2': 'regions.backup' } },
          autofix: true,
        },
      ],
      code: `
        import { S3Client } from '@aws-sdk/client-s3';
        const main = new S3Client({ region: «'us-east-1'» });
        const backup = new S3Client({ region: «'us-west-2'» });
        export const get = (c) => main.send(c).catch(() => backup.send(c));
      `,
      output: `
        import { S3Client } from '@aws-sdk/client-s3';
        const main = new S3Client({ region: regions.main });
        const backup = new S3Client({ region: regions.backup });
        export const get = (c) => main.send(c).catch(() => backup.send(c));
      `,
      errors: [
        { ...hardcoded, suggestions: [] },
        { messageId: 'found', data: { region: 'us-west-2', what: 'this S3 client' }, suggestions: [] },
      ],
    },
  ],
});

tester.run('no-region-fallback with options', noRegionFallback, {
  valid: [],
  invalid: [
    {
      name: 'the expression stands alone, and removing the fallback stays possible',
      options: [{ replacement, autofix: true }],
      code: `
        import { regions as where } from '#config/regions.js';
        useProvider(process.env.AWS_REGION ?? «'us-east-1'»);
      `,
      output: `
        import { regions as where } from '#config/regions.js';
        useProvider(where.primary);
      `,
      errors: [
        {
          messageId: 'found',
          data: { setting: 'AWS_REGION', region: 'us-east-1' },
          suggestions: [{ messageId: 'removeFallback', output: 'useProvider(process.env.AWS_REGION);' }],
        },
      ],
    },
  ],
});

tester.run('no-region-fallback with options: variables', noRegionFallback, {
  valid: [],
  invalid: [
    {
      name: "a variable of the project's own stays in front",
      options: [{ replacement: { expression: 'config.region' }, autofix: true }],
      code: `
        useProvider(process.env.AWS_REGION || «'us-east-1'»);
        useProvider(process.env.ARCHIVE_REGION || «'us-east-1'»);
      `,
      output: `
        useProvider(config.region);
        useProvider(process.env.ARCHIVE_REGION || config.region);
      `,
      errors: [
        {
          messageId: 'found',
          data: { setting: 'AWS_REGION', region: 'us-east-1' },
          suggestions: [{ messageId: 'removeFallback', output: 'useProvider(process.env.AWS_REGION);' }],
        },
        {
          messageId: 'found',
          data: { setting: 'ARCHIVE_REGION', region: 'us-east-1' },
          suggestions: [{ messageId: 'removeFallback', output: 'useProvider(process.env.ARCHIVE_REGION);' }],
        },
      ],
    },
    {
      name: 'without a replacement the fallback is removed, in a file with several regions, too',
      options: [{ autofix: true }],
      code: `
        useProvider(process.env.AWS_REGION || «'us-east-1'»);
        useProvider(process.env.ARCHIVE_REGION || «'us-west-2'»);
      `,
      output: `
        useProvider(process.env.AWS_REGION);
        useProvider(process.env.ARCHIVE_REGION);
      `,
      errors: [
        { messageId: 'found', data: { setting: 'AWS_REGION', region: 'us-east-1' }, suggestions: [] },
        { messageId: 'found', data: { setting: 'ARCHIVE_REGION', region: 'us-west-2' }, suggestions: [] },
      ],
    },
  ],
});

const rules = plugin.rules ?? {};

describe('the options', () => {
  const names = Object.keys(rules).filter((name) => rules[name]?.meta?.fixable);

  it('belong to the rules that name a region', () => {
    expect(names).toEqual([
      'no-hardcoded-arn',
      'no-hardcoded-endpoint',
      'no-hardcoded-region',
      'no-hardcoded-zone',
      'no-region-fallback',
    ]);
  });

  it.each([
    [{ autofix: 'yes' }, 'Value "yes" should be boolean.'],
    [{ replace: 'regions.primary' }, 'Unexpected property "replace".'],
    [{ replacement: 'regions.primary' }, 'Value "regions.primary" should be object.'],
    [{ replacement: {} }, "Value {} should have required property 'expression'."],
    [{ replacement: { expression: '' } }, 'Value "" should NOT be shorter than 1 characters.'],
    [{ replacement: { expression: 1 } }, 'Value 1 should be string,object.'],
    [{ replacement: { expression: { 'us-east-1': 1 } } }, 'Value 1 should be string.'],
    [{ replacement: { expression: 'a', import: 'a' } }, 'Value "a" should be object.'],
    [{ replacement: { expression: 'a', import: { name: 'a' } } }, "should have required property 'from'."],
    [{ replacement: { expression: 'a.b', import: { name: 'a.b', from: 'a' } } }, 'should match pattern'],
    [
      { replacement: { expression: 'all.regions', import: { name: 'regions', from: 'a' } } },
      "The option 'replacement' imports 'regions', but its expression 'all.regions' does not use it.",
    ],
  ])('refuse %j', (options, message) => {
    for (const name of names) expect(() => lint(name, options)).toThrow(message);
  });

  it.each([
    [{}],
    [{ autofix: true }],
    [{ replacement: { expression: 'config.region' } }],
    [{ replacement: { expression: { 'us-east-1': 'regions.a' }, import: { name: 'regions', from: 'a' } } }],
  ])('take %j', (options) => {
    for (const name of names) expect(lint(name, options)).toEqual([]);
  });
});

function lint(name: string, options: object): Linter.LintMessage[] {
  const plugins = { 'multi-region': plugin };
  return new Linter().verify('start();', {
    plugins,
    rules: { [`multi-region/${name}`]: ['error', options] },
  });
}
