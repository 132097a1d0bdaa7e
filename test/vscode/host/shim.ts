// Runs inside the extension host, in place of the tests: takes what they print to `code.ts`, then hands over to them.
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { format } from 'node:util';

interface Tests {
  run(): Promise<void>;
}

/** Called by VS Code; rejects when the tests fail. */
export async function run(): Promise<void> {
  const output = connect(variable('SHIM_OUTPUT'));
  // Only `log`, which mocha reports with: VS Code writes its own troubles to the others.
  replace(console, 'log', (...values: unknown[]) => output.write(`${format(...values)}\n`));
  const write: Writable['_write'] = (chunk, _encoding, done) => output.write(String(chunk), done);
  replace(process, 'stdout', new Writable({ write }));
  try {
    const require = createRequire(__filename);
    await (require(variable('SHIM_TESTS')) as Tests).run();
  } finally {
    // VS Code ends the extension host as soon as this function has returned.
    await new Promise<void>((resolve) => output.end(resolve));
  }
}

/** VS Code gives these properties setters that do nothing, so an assignment would not take. */
function replace(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this runs under test/vscode/host/code.ts only.`);
  return value;
}
