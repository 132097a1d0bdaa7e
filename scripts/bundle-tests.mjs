import { build } from 'esbuild';
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

/** Bundles what Node or VS Code runs of test/host and test/e2e into test/out; Node 20 runs no TypeScript. */
export async function bundleTests() {
  const out = path.join(root, 'test/out');
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
  const hostModules = ['code', 'desktop', 'prepare', 'serve'].map((name) => `test/host/${name}.ts`);
  const suite = readdirSync(path.join(root, 'test/e2e/suite'), { recursive: true }).filter(
    (name) => name === 'index.ts' || name.endsWith('.test.ts'),
  );

  rmSync(out, { recursive: true, force: true });
  await build({ ...modules, entryPoints: hostModules, outdir: out });
  await build({ ...modules, entryPoints: ['test/e2e/run-suite.ts'], outdir: out });
  await build({ ...commonJs, entryPoints: ['test/host/shim.ts'], outdir: out });
  await build({
    ...commonJs,
    entryPoints: suite.map((name) => `test/e2e/suite/${name}`),
    outdir: path.join(out, 'suite'),
  });
  chmodSync(path.join(out, 'code.mjs'), 0o755);
}
