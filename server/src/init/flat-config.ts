import { basename } from 'node:path';
import type { Expression, Program, Statement } from 'oxc-parser';
import type { Oxc } from '../parse/oxc.ts';
import { appendToList, endOfLineComments, insertAt, lineBreakOf, type Span } from '../parse/text-edit.ts';
import { applyEdits } from '../parse/apply-edits.ts';
import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { findExport, findList, type ConfigList } from './exported-config.ts';
import { findPlugin, freeName, hasIdentifier, mentionsPlugin, pluginPackage } from './plugin-import.ts';

/** What became of an ESLint config. */
export type ConfigEdit =
  | { kind: 'edited'; text: string }
  | { kind: 'present' }
  /** the shape is not understood; `lines` are to be added by hand */
  | { kind: 'by-hand'; reason: string; lines: string[] };

const preset = 'configs.recommended';

/**
 * Adds the plugin's preset to a flat config: an import, and an item in the list that the file exports.
 *
 * @param path of the file; its extension names the language
 * @param text the file; it is written back as it is, but for the two additions
 */
export function addToFlatConfig(path: string, text: string, oxc: Oxc): ConfigEdit {
  const edit = insertPreset(path, text, oxc);
  if (edit.kind !== 'edited') return edit;
  // The proof of the edit: it parses, and a second one would find nothing to do.
  return insertPreset(path, edit.text, oxc).kind === 'present'
    ? edit
    : byHand(path, text, 'its shape is not understood');
}

function insertPreset(path: string, text: string, oxc: Oxc): ConfigEdit {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const code = text.slice(mark.length);
  const parsed = oxc.parse(basename(path), code);
  if (!parsed.program) return byHand(path, code, `it cannot be parsed: ${parsed.message}`);
  const { program, comments } = parsed;

  const plugin = findPlugin(program);
  const isUsed = plugin ? hasIdentifier(program, plugin.local, plugin.statement) : mentionsPlugin(program);
  if (isUsed) return { kind: 'present' };

  const exported = findExport(program);
  if (!exported) return byHand(path, code, 'it has no `export default` and no `module.exports =`');
  const list = findList(exported.value, program);
  if (!list) return byHand(path, code, 'what it exports is not a plain list');

  const local = plugin?.local ?? freeName(program);
  const items = addItem(code, list, comments, `${local}.${preset}`);
  if (!items) return byHand(path, code, 'its list is not understood');
  const imports = plugin
    ? []
    : [addImport(code, program, comments, { local, isCommonJs: exported.isCommonJs })];
  return { kind: 'edited', text: mark + applyEdits(code, [...imports, ...items]) };
}

function addItem(
  text: string,
  list: ConfigList,
  comments: readonly Span[],
  item: string,
): TextEdit[] | undefined {
  if (list.kind === 'items') return appendToList(text, list, comments, item);
  // One object is a list of one.
  return [insertAt(list.start, '['), insertAt(list.end, `, ${item}]`)];
}

/** The import, written as the others are: behind the last one, or before the first statement. */
function addImport(
  text: string,
  program: Program,
  comments: readonly Span[],
  { local, isCommonJs }: { local: string; isCommonJs: boolean },
): TextEdit {
  const eol = lineBreakOf(text);
  const others = program.body.filter((statement) => isImport(statement, isCommonJs));
  const last = others.at(-1);
  const line = writeImport(local, {
    isCommonJs,
    ...readStyle(text.slice((last ?? program).start, (last ?? program).end)),
  });
  if (last) {
    const offset = endOfLineComments(text, last.end, comments);
    return insertAt(offset, eol + line);
  }
  const first = program.body.find((statement) => !('directive' in statement && statement.directive));
  return insertAt(startWithDoc(text, first?.start ?? text.length, comments), line + eol + eol);
}

function isImport(statement: Statement, isCommonJs: boolean): boolean {
  if (statement.type === 'ImportDeclaration') return true;
  if (!isCommonJs || statement.type !== 'VariableDeclaration') return false;
  return statement.declarations.every(({ init }) => isRequire(init));
}

function isRequire(value: Expression | null): boolean {
  return (
    value?.type === 'CallExpression' && value.callee.type === 'Identifier' && value.callee.name === 'require'
  );
}

function readStyle(code: string): { quote: string; semicolon: string } {
  const quote = /["']/u.exec(code)?.[0] ?? "'";
  const hasSemicolon = /;\s*$/u.test(code) || !/["')\]}]\s*$/u.test(code);
  return { quote, semicolon: hasSemicolon ? ';' : '' };
}

function writeImport(
  local: string,
  { isCommonJs, quote, semicolon }: { isCommonJs: boolean; quote: string; semicolon: string },
): string {
  const name = quote + pluginPackage + quote;
  // The plugin is an ES module: its default export is a property of what `require` gives.
  return isCommonJs
    ? `const { default: ${local} } = require(${name})${semicolon}`
    : `import ${local} from ${name}${semicolon}`;
}

/** Where a statement starts, or the `/** … *\/` that belongs to it. */
function startWithDoc(text: string, start: number, comments: readonly Span[]): number {
  const doc = comments.findLast(({ end }) => end <= start);
  if (!doc?.end || !text.startsWith('/**', doc.start)) return start;
  return /^\s*$/u.test(text.slice(doc.end, start)) ? doc.start : start;
}

function byHand(path: string, text: string, reason: string): ConfigEdit {
  const isCommonJs =
    path.endsWith('.cjs') || (!/^[ \t]*(?:import|export)\b/mu.test(text) && text.includes('module.exports'));
  const line = writeImport('multiRegion', { isCommonJs, quote: "'", semicolon: ';' });
  const place = '// and in what the file exports, behind the other configs:';
  return { kind: 'by-hand', reason, lines: [line, place, `multiRegion.${preset},`] };
}
