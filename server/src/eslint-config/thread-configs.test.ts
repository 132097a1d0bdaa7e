import type { FileConfig, WorkspaceConfig } from '../lint/file-config.ts';
import type { FileConfigs } from './file-configs.ts';
import { connectFileConfigs, serveFileConfigs } from './thread-configs.ts';

const ignored: FileConfig = { kind: 'ignored' };
const workspace: WorkspaceConfig = {
  kind: 'workspace',
  configFile: '/p/eslint.config.js',
  cwd: '/p',
  rules: { 'multi-region/no-hardcoded-region': [2, { a: 1 }] },
  settings: undefined,
  noInlineConfig: false,
  sourceType: 'module',
  lintedBy: 'host',
  tools: '',
};

/** Both ends, and what the serving one was asked. */
function connect(): { configs: FileConfigs; asked: string[] } {
  const asked: string[] = [];
  const port = serveFileConfigs({
    get(path) {
      asked.push(path);
      return Promise.resolve(path.endsWith('.js') ? workspace : ignored);
    },
    lint: (text, path, config) =>
      Promise.resolve({
        findings: [],
        facts: undefined,
        sourceCode: undefined,
        notice: { kind: 'failed', path, line: 1, column: 1, message: `${text} ${config.cwd}` },
      }),
  });
  port.ref(); // here nothing else keeps the process alive
  return { configs: connectFileConfigs(port), asked };
}

describe('the configurations of another thread', () => {
  it('are the same, one object for files that share one, and asked for once', async () => {
    const { configs, asked } = connect();
    const all = await Promise.all(
      ['/p/a.js', '/p/b.ts', '/p/c.js', '/p/a.js'].map((path) => configs.get(path)),
    );
    expect(all).toEqual([workspace, ignored, workspace, workspace]);
    expect(all[2]).toBe(all[0]);
    expect(asked).toEqual(['/p/a.js', '/p/b.ts', '/p/c.js']);
  });

  it('lint there what is to be linted in the host', async () => {
    const { notice } = await connect().configs.lint('text', '/p/a.js', workspace);
    expect(notice).toMatchObject({ path: '/p/a.js', message: 'text /p' });
  });
});
