import { build } from 'esbuild';
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** Bundles what Node or VS Code runs of test/vscode/host and test/vscode into test/vscode/out; Node 20 runs no TypeScript. */
export async function bundleTests() {
  const out = path.join(root, 'test/vscode/out');
  const common = {
    absWorkingDir: root,
    bundle: true,
    logLevel: 'warning',
    packages: 'external',
    platform: 'node',
    sourcemap: 'inline',
    target: 'node20',
  };
  const modules = { ...common, format: 'esm', outExtension: { '.js': '.mjs' } };
  // The extension host loads its own with `require`.
  const commonJs = { ...common, format: 'cjs', outExtension: { '.js': '.cjs' } };
  const hostModules = ['code', 'desktop', 'prepare', 'serve'].map((name) => `test/vscode/host/${name}.ts`);
  const suite = readdirSync(path.join(root, 'test/vscode/suite'), { recursive: true }).filter(
    (name) => name === 'index.ts' || name.endsWith('.test.ts'),
  );

  rmSync(out, { recursive: true, force: true });
  await build({ ...modules, entryPoints: hostModules, outdir: out });
  await build({ ...modules, entryPoints: ['test/vscode/run-suite.ts'], outdir: out });
  await build({ ...commonJs, entryPoints: ['test/vscode/host/shim.ts'], outdir: out });
  await build({
    ...commonJs,
    entryPoints: suite.map((name) => `test/vscode/suite/${name}`),
    outdir: path.join(out, 'suite'),
  });
  chmodSync(path.join(out, 'code.mjs'), 0o755);
}
