import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { startEditor, stopAll, toUri } from '../lsp/editor.ts';
import { createCanary, type Canary } from './canary.ts';

const client =
  "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";
const good = "export default { services: { s3: { failover: 'by hand' } } };\n";

let canary: Canary;
let root: string;

beforeEach(() => {
  canary = createCanary();
  ({ root } = canary);
  writeFileSync(join(root, 'a.ts'), client);
});
afterEach(async () => {
  await stopAll();
  canary.remove();
});

function writeSettings(text: string): void {
  writeFileSync(join(root, 'multi-region.config.mjs'), text);
}

describe('multi-region.config.mjs of a folder that nobody trusts', () => {
  const give = () =>
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(join(canary.folder, 'PWNED'))}, '');\n${good}`;

  it.each([
    [['audit', '--no-config', '.']],
    [['audit', '--no-config', '--config', 'multi-region.config.mjs', '.']],
    [['audit', '--no-config', '--region', 'us-east-1', '.']],
    [['fix', '--no-config', '--dry-run', '.']],
  ])('is not run by %j', async (args) => {
    writeSettings(give());
    const { code } = await runCli(args, { cwd: root });
    expect([0, 1, 2]).toContain(code);
    expect(canary.hasRun()).toBe(false);
  });

  it.each([
    ['says nothing', {}],
    ['does not trust it', { trusted: false }],
  ])('is not run for an editor that %s', async (_what, initializationOptions) => {
    writeSettings(give());
    const editor = await startEditor({ roots: [root], initializationOptions });
    const uri = toUri(join(root, 'a.ts'));
    await editor.open(uri);
    expect((await editor.pull(uri)).length).toBeGreaterThan(0);
    expect(existsSync(join(canary.folder, 'PWNED'))).toBe(false);
  });
});

describe('multi-region.config.mjs that is run', () => {
  it.each([
    ['prints', `console.log('\\n{"a":');\n${good}process.on('exit', () => console.log('{'));`],
    ['leaves a timer', `setInterval(() => {}, 1000);\n${good}`],
    [
      'leaves a process that holds its output',
      `import { spawn } from 'node:child_process';\nspawn(process.execPath, ['-e', 'setTimeout(() => {}, 15000)'], { stdio: 'inherit' });\n${good}`,
    ],
    ['says something itself', `process.send?.(null);\nprocess.send?.({ settings: 1 });\n${good}`],
    ['ignores to be ended', `process.on('SIGTERM', () => {});\nsetInterval(() => {}, 1000);\n${good}`],
  ])('is read where it %s', async (_what, text) => {
    writeSettings(text);
    const { code, stdout, stderr } = await runCli(['audit', '.'], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toContain('by hand');
    expect(stderr).toBe('');
  });

  it.each([
    ['ends', 'process.exit(0);', 'ended with code 0'],
    ['throws', "throw new TypeError('no region');", 'no region'],
    ['ends itself', "process.kill(process.pid, 'SIGKILL');", 'ended with SIGKILL'],
    ['is no object', 'export default 1n;', 'BigInt'],
  ])('is named where it %s', async (_what, text, reason) => {
    writeSettings(text);
    const { code, stdout, stderr } = await runCli(['audit', '.'], { cwd: root });
    expect(stderr).toContain('multi-region.config.mjs');
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('report it');
    expect(stdout).toContain('no-hardcoded-region');
    expect(code).toBe(2);
  });
});
