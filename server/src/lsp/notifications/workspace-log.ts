import type { RemoteConsole } from 'vscode-languageserver/node';
import type { WorkspaceLinter } from '../../eslint-config/workspace-linter.ts';
import { getFilePath } from '../documents/open-files.ts';
import type { Validator } from '../documents/validator.ts';
import type { WorkspaceIndex } from '../documents/workspace-index.ts';
import type { WorkspaceProgram } from '../program/workspace-program.ts';
import type { Roots } from '../roots.ts';

type Log = Pick<RemoteConsole, 'info'>;

/** Says in the log what runs, and for which folders. */
export function logStart(console: Log, version: string, roots: Roots): void {
  const folders = roots.getAll();
  const where = folders.length > 0 ? folders.join(', ') : 'no folder is open';
  console.info(`Multi-Region ${version}, Node.js ${process.versions.node}: ${where}.`);
}

/** Says in the log which config decides, once for each, and what the workspace holds when it was looked at. */
export function logWorkspace(
  console: Log,
  {
    program,
    index,
    linter,
    validator,
  }: {
    program: Pick<WorkspaceProgram, 'onDidCatchUp'>;
    index: WorkspaceIndex;
    linter: WorkspaceLinter;
    validator: Validator;
  },
): void {
  const named = new Set<string>();
  validator.onDidValidate(({ document }) => {
    const path = getFilePath(document.uri);
    const config = path === undefined ? undefined : linter.describeConfig(path);
    if (config === undefined || named.has(config)) return;
    named.add(config);
    console.info(`${path ?? ''} is checked with ${config}.`);
  });
  let last = '';
  program.onDidCatchUp(() => {
    const regions = index.countRegions();
    const places = regions.reduce((sum, { count }) => sum + count, 0);
    const text = `The workspace depends on ${regions.length} ${regions.length === 1 ? 'region' : 'regions'} in ${places} places; ${index.countFindings()} findings.`;
    if (text !== last) console.info(text);
    last = text;
  });
}
