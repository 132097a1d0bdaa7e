import { join } from 'node:path';
import { exists } from '../files/folders.ts';
import type { Node } from 'oxc-parser';
import type { Oxc } from '../parse/oxc.ts';
import { applyEdits } from '../parse/apply-edits.ts';
import { appendToList } from '../parse/text-edit.ts';
import { readText } from '../files/read-text.ts';
import { eslintCommand } from './hook-block.ts';
import type { Project } from './project.ts';
import { emptyStep, type Step } from './step.ts';

const glob = '*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}';
const jsonFiles = ['.lintstagedrc.json', '.lintstagedrc'];
const otherFiles = [
  ...['.lintstagedrc.yaml', '.lintstagedrc.yml'],
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].flatMap((each) => [
    `.lintstagedrc.${each}`,
    `lint-staged.config.${each}`,
  ]),
];

/**
 * Plans to let lint-staged run ESLint.
 *
 * @returns undefined when the project has no configuration of lint-staged
 */
export function planLintStaged(project: Project, oxc: Oxc): Step | undefined {
  const { folder, names } = project;
  const command = eslintCommand(project).startsWith('yarn')
    ? 'yarn eslint --no-warn-ignored'
    : 'eslint --no-warn-ignored';

  const other = otherFiles.find((name) => names.has(name));
  if (other !== undefined) return planByReading(join(folder, other), command);
  const own = jsonFiles.find((name) => names.has(name));
  const path = join(folder, own ?? 'package.json');
  const text = readText(path);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;

  // JSON is an expression: the parser that is here finds its parts, and the rest of the file stays as it is.
  const code = `(${text.slice(mark)}\n)`;
  const { program } = oxc.parse('config.js', code);
  const statement = program?.body[0];
  const root = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  const config = own === undefined ? readProperty(root, 'lint-staged') : root;
  if (!config) return own === undefined ? undefined : planByReading(path, command);
  if (config.type !== 'ObjectExpression') return planByReading(path, command);
  if (runsEslint(code.slice(config.start, config.end))) return isThere(path);

  const item = `${JSON.stringify(glob)}: ${JSON.stringify(command)}`;
  const isTaken = readProperty(config, glob) !== undefined;
  const insertions = appendToList(code, { last: config.properties.at(-1), close: config.end - 1 }, [], item);
  if (isTaken || !insertions) return planByReading(path, command);
  const after = applyEdits(code, insertions).slice(1, -2);
  return { ...emptyStep, changes: [{ path, before: text, after: text.slice(0, mark) + after }] };
}

function planByReading(path: string, command: string): Step {
  if (exists(path) && runsEslint(readText(path))) return isThere(path);
  const lines = [`${JSON.stringify(glob)}: ${JSON.stringify(command)}`];
  return { ...emptyStep, byHand: [{ path, what: 'add this to what lint-staged runs', lines }] };
}

function isThere(path: string): Step {
  return { ...emptyStep, present: [path] };
}

function runsEslint(config: string): boolean {
  return /\beslint\b/u.test(config);
}

function readProperty(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Literal') continue;
    if (property.key.value === name) return property.value;
  }
  return undefined;
}
