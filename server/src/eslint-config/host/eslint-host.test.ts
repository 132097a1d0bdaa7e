import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerConfigs } from './answer-configs.ts';
import { loadEslint, type EslintHost } from './eslint-host.ts';
import { lintText } from './lint-text.ts';

const modules = join(import.meta.dirname, '../../../../node_modules');
const code =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'eu-west-3' });\n";

let cwd: string;
let host: EslintHost;
beforeAll(() => {
  host = loadEslint(join(modules, 'eslint'));
});
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'multi-region-host-')));
  symlinkSync(modules, join(cwd, 'node_modules'), 'junction');
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function configure(elements: string): string {
  const file = join(cwd, 'eslint.config.mjs');
  writeFileSync(file, `import plugin from 'eslint-plugin-multi-region';\nexport default [${elements}];\n`);
  return file;
}
const rule =
  "{ plugins: { 'multi-region': plugin }, rules: { 'multi-region/no-hardcoded-region': 'error', 'no-undef': 'error' } }";

async function lint(text: string, name = 'a.js') {
  const configFile = join(cwd, 'eslint.config.mjs');
  return lintText(host, { kind: 'lint', configFile, cwd, path: join(cwd, name), text });
}

describe('lintText', () => {
  it('finds what our rules report, and no more, with the fact that each finding is about', async () => {
    configure(rule);
    const { findings, facts, notice } = await lint(`${code}undefinedName();\n`);
    expect(findings).toMatchObject([
      { ruleId: 'multi-region/no-hardcoded-region', line: 2, region: 'eu-west-3' },
    ]);
    expect(facts?.regionSites.map(({ region }) => region)).toEqual(['eu-west-3']);
    expect(notice).toBeUndefined();
  });

  it('gives places in a text with a byte order mark', async () => {
    configure(rule);
    const [plain] = (await lint(code)).findings;
    const [marked] = (await lint(`\uFEFF${code}`)).findings;
    expect(plain).toBeDefined();
    expect(marked).toMatchObject({ line: 2, column: plain?.column });
  });

  it('says that a text cannot be parsed', async () => {
    configure(rule);
    const { findings, facts, notice } = await lint('export const = ;');
    expect({ findings, facts }).toEqual({ findings: [], facts: undefined });
    expect(notice).toMatchObject({ kind: 'failed', line: 1 });
  });
});

describe('answerConfigs', () => {
  const ask = async (configFile: string, ...names: string[]) =>
    answerConfigs(host, { kind: 'configs', configFile, cwd, paths: names.map((name) => join(cwd, name)) });

  it('gives files with the same config the same, and those that the config leaves out none', async () => {
    const configFile = configure(`{ ignores: ['out/**'] }, ${rule}`);
    const answer = await ask(configFile, 'a.js', 'out/b.js', 'c.js');
    expect(answer).toMatchObject({ isForeign: false, error: undefined, indices: [0, 1, 0] });
    expect(answer.configs).toMatchObject([
      { kind: 'workspace', rules: { 'multi-region/no-hardcoded-region': 2 }, lintedBy: 'server' },
      { kind: 'ignored' },
    ]);
  });

  it('leaves a config that does not mention the plugin to itself', async () => {
    expect(await ask(configure("{ rules: { 'no-undef': 'error' } }"), 'a.js')).toMatchObject({
      isForeign: true,
    });
  });

  it('has the host lint what another parser reads', async () => {
    const parser =
      "{ parse: () => ({ type: 'Program', body: [], tokens: [], comments: [], range: [0, 0] }) }";
    const { configs } = await ask(configure(`${rule}, { languageOptions: { parser: ${parser} } }`), 'a.js');
    expect(configs).toMatchObject([
      { lintedBy: 'host', tools: expect.stringContaining('eslint@') as string },
    ]);
  });

  it('tells what is wrong in the config, and has no config for the file', async () => {
    const configFile = configure(
      `{ plugins: { 'multi-region': plugin }, rules: { 'multi-region/no-hardcoded-region': 'loud' } }`,
    );
    const { indices, error } = await ask(configFile, 'a.js');
    expect(indices).toEqual([-1]);
    expect(error).toMatch(/no-hardcoded-region/u);
    expect(error).not.toContain('\n');
  });
});
