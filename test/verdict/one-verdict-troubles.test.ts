import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askServer, startLanguageServer } from './one-verdict/language-server.ts';
import { runAudit } from './one-verdict/run-audit.ts';
import { runEslint } from './one-verdict/run-eslint.ts';
import { createTree, type Tree } from './one-verdict/tree.ts';

const repository = join(import.meta.dirname, '../..');
const made: Tree[] = [];
afterAll(() => {
  for (const tree of made) tree.remove();
});

const s3 = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;
const sources = { 'src/s3.js': s3, 'src/deep/in/two.mjs': s3.replaceAll('us-east-1', 'us-west-2') };
const plugin = `import plugin from 'eslint-plugin-multi-region';\n`;

function make(files: Record<string, string>, eslint: string | undefined = 'eslint'): Tree {
  const tree = createTree({ ...sources, ...files }, eslint);
  made.push(tree);
  return tree;
}

/** What ESLint says with the recommended preset, whatever config there is in the tree. */
async function runPreset({ root }: Tree): Promise<string[]> {
  const config = join(root, 'node_modules/preset.mjs');
  writeFileSync(
    config,
    `${plugin}export default [plugin.configs.recommended, { ignores: ['eslint.config.*'] }];`,
  );
  const eslint = join(repository, 'node_modules/eslint');
  const { verdicts } = await runEslint(root, { eslint, args: ['--config', config] });
  expect(verdicts).toHaveLength(4);
  return verdicts;
}

describe('the preset', () => {
  it.each([
    ['without a config', {}, 'eslint'],
    ['without ESLint', {}, undefined],
    [
      'with a config that never mentions the plugin',
      { 'eslint.config.mjs': `export default [{ rules: { semi: 'error' } }];` },
      'eslint',
    ],
    [
      'with an old kind of config',
      { '.eslintrc.json': '{ "rules": { "multi-region/no-hardcoded-region": "off" } }' },
      'eslint',
    ],
  ])('decides %s', async (_name, files, eslint) => {
    const tree = make(files, eslint);
    const expected = await runPreset(tree);
    const [audit, served] = await Promise.all([
      runAudit(tree.root),
      askServer(tree.root, tree.listSources()),
    ]);
    expect(audit.verdicts).toEqual(expected);
    expect(served.verdicts).toEqual(expected);
    expect(audit.stderr).toBe('');
  });

  it('decides where a config throws, and everyone says so', async () => {
    const tree = make({ 'eslint.config.mjs': `throw new Error('out of order');` });
    const expected = await runPreset(tree);
    const [eslint, audit, served] = await Promise.all([
      runEslint(tree.root),
      runAudit(tree.root),
      askServer(tree.root, tree.listSources()),
    ]);
    expect(eslint).toMatchObject({ code: 2, stderr: expect.stringContaining('out of order') as string });
    expect(audit.verdicts).toEqual(expected);
    expect(audit.stderr.trim().split('\n')).toHaveLength(1);
    expect(audit.stderr).toMatch(/eslint\.config\.mjs: .*out of order/u);
    expect(served.verdicts).toEqual(expected);
    expect(served.shown).toEqual([expect.stringMatching(/eslint\.config\.mjs: .*out of order/u)]);
  });

  it('decides where nothing of the workspace may be run', async () => {
    const tree = make({
      'eslint.config.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync(import.meta.dirname + '/ran', ''); ${plugin}
        export default [plugin.configs.strict, { settings: { 'multi-region': { services: { s3: { failover: 'a copy' } } } } }];`,
    });
    const expected = await runPreset(tree);
    const audit = await runAudit(tree.root, '--no-config');
    expect(audit.verdicts).toEqual(expected);
    expect(audit.services).toMatchObject([{ service: 's3', failover: 'a copy' }]);
    const server = await startLanguageServer(tree.root, { trusted: false });
    expect(await server.ask(tree.listSources())).toEqual(expected);
    await server.stop();
    expect(() => readFileSync(join(tree.root, 'ran'))).toThrow('ENOENT');
  });
});

describe('the plugin of the workspace', () => {
  it('decides when it is another version than the embedded one', async () => {
    const tree = make({ 'eslint.config.mjs': `${plugin}export default [plugin.configs.recommended];` });
    const copy = join(tree.root, 'node_modules/eslint-plugin-multi-region');
    rmSync(copy);
    cpSync(join(repository, 'eslint-plugin'), copy, {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules') && !path.endsWith('src'),
    });
    const replaceIn = (file: string, from: string, to: string) => {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, file), text.replaceAll(from, to));
    };
    const { version } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as { version: string };
    replaceIn('dist/create-plugin.js', `version: '${version}'`, `version: '99.0.0'`);
    replaceIn('dist/rules/require-client-failover.js', 'no second region is tried', 'it has no other region');

    const [eslint, audit, served] = await Promise.all([
      runEslint(tree.root),
      runAudit(tree.root),
      askServer(tree.root, tree.listSources()),
    ]);
    expect(eslint.verdicts).toHaveLength(4);
    expect(eslint.verdicts.join()).toContain('it has no other region');
    expect(audit.verdicts).toEqual(eslint.verdicts);
    expect(audit.services).toMatchObject([{ service: 's3', regions: ['us-east-1', 'us-west-2'] }]);
    expect(served.verdicts).toEqual(eslint.verdicts);
  });
});

describe('a component', () => {
  it('is in the table of the audit, though the audit itself cannot read it', async () => {
    const tree = make({
      'eslint.config.mjs': `${plugin}import * as parser from './tools/parser.mjs'; export default [
        plugin.configs.recommended,
        { files: ['**/*.vue'], languageOptions: { parser } },
        { settings: { 'multi-region': { services: { sqs: { critical: true, failover: 'wait' } } } } },
      ];`,
      'tools/parser.mjs': `import { parseForESLint as parse } from '@typescript-eslint/parser';
        export const meta = { name: 'first-line-is-html', version: '1.0.0' };
        export const parseForESLint = (text, options) => parse(text.replace(/^.*/, (line) => ' '.repeat(line.length)), options);`,
      'src/App.vue': `<script>\nimport { SQS } from '@aws-sdk/client-sqs';\nconst sqs = new SQS({ region: 'eu-west-1' });\n`,
    });
    const { services, verdicts } = await runAudit(tree.root);
    expect(verdicts).toEqual((await runEslint(tree.root)).verdicts);
    expect(services).toContainEqual(
      expect.objectContaining({ service: 'sqs', regions: ['eu-west-1'], critical: true, failover: 'wait' }),
    );
  });
});

describe('a change of the config', () => {
  it('counts in the server without a restart', async () => {
    const config = (level: string) => `${plugin}export default [
      { plugins: { 'multi-region': plugin }, rules: { 'multi-region/no-hardcoded-region': '${level}' } },
    ];`;
    const tree = make({ 'eslint.config.mjs': config('warn') });
    const server = await startLanguageServer(tree.root);
    for (const level of ['warn', 'error', 'off']) {
      tree.write({ 'eslint.config.mjs': config(level) });
      await server.notifyChange([join(tree.root, 'eslint.config.mjs')]);
      expect(await server.ask(tree.listSources())).toEqual((await runEslint(tree.root)).verdicts);
    }
    await server.stop();
  });

  it('counts in the audit, whatever it has kept of earlier runs', async () => {
    const config = (services: string) => `${plugin}export default [
      plugin.configs.recommended, { settings: { 'multi-region': { services: ${services} } } },
    ];`;
    const tree = make({ 'eslint.config.mjs': config('{}') });
    const cache = join(tree.root, 'node_modules/.cache');
    const audit = () => runAudit(tree.root, '--cache-location', cache);
    const first = await audit();
    expect(await audit()).toEqual(first);
    tree.write({ 'eslint.config.mjs': config('{ s3: { critical: false } }') });
    const { verdicts, services } = await audit();
    expect(services).toMatchObject([{ service: 's3', critical: false }]);
    expect(verdicts).toEqual((await runEslint(tree.root)).verdicts);
    expect(verdicts).not.toEqual(first.verdicts);
  });
});
