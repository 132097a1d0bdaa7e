import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { type FileStyle, readFileStyle } from './file-style.ts';
import { insertImport } from './import-place.ts';
import { findImportStatements } from './import-statements.ts';
import { findImportedNames } from './imported-names.ts';
import { mergeImport, specify } from './merge-import.ts';
import { isNameTaken } from './names.ts';
import type { WantedImport } from './wanted-import.ts';

/** The edits that import something, and what the file then calls it; no edits where it is imported already. */
export interface AddedImport {
  edits: TextEdit[];
  /** `regions`, `cloudRegions` where that name is taken, `config.regions` where the whole module is imported. */
  localName: string;
}

/**
 * Imports a name into a file. An import or require of the same module is used or added to; types do not count.
 * A new one goes behind the others, in the quotes, semicolons and line ends of the file.
 */
export function addImport(sourceCode: SourceCode, wanted: WantedImport): AddedImport {
  const statements = findImportStatements(sourceCode);
  const same = statements.filter(({ from }) => from === wanted.from);
  const known = same
    .flatMap(({ binding }) => findImportedNames(binding, wanted))
    .find((name) => !isShadowed(sourceCode, name));
  if (known !== undefined) return { edits: [], localName: known };
  const localName = chooseName(sourceCode, wanted.name);
  for (const { binding } of same) {
    const edit = mergeImport(sourceCode, binding, wanted, localName);
    if (edit) return { edits: [edit], localName };
  }
  const imports = new Set<TSESTree.ProgramStatement>(statements.map(({ statement }) => statement));
  const style = readFileStyle(sourceCode, [...imports]);
  const statement = writeImport(wanted, localName, style);
  return { edits: [insertImport(sourceCode, (node) => imports.has(node), statement, style)], localName };
}

function writeImport(
  { from, kind, name, style }: WantedImport,
  localName: string,
  { padding, quote }: FileStyle,
): string {
  const isImport = style === 'esm';
  const names =
    kind === 'default'
      ? localName
      : `{${padding}${specify(name, localName, isImport ? ' as ' : ': ')}${padding}}`;
  const source = `${quote}${from}${quote}`;
  return isImport ? `import ${names} from ${source}` : `const ${names} = require(${source})`;
}

function isShadowed(sourceCode: SourceCode, localName: string): boolean {
  const [name = ''] = localName.split('.');
  return isNameTaken(sourceCode, name, 1);
}

/** The name itself, or `cloudRegions`, `cloudRegions2` … where the file has that name for something else. */
function chooseName(sourceCode: SourceCode, name: string): string {
  if (!isNameTaken(sourceCode, name)) return name;
  const other = `cloud${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? other : `${other}${count}`;
    if (!isNameTaken(sourceCode, candidate)) return candidate;
  }
}
