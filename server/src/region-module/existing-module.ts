import { basename, extname } from 'node:path';
import type { Oxc } from '../parse/oxc.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { ParsedModule } from './extend-module.ts';
import type { SourceFormat } from '../project/module-format.ts';
import type { ModuleLocation } from './find-module-location.ts';
import { findRegionTable, type RegionTable } from './region-table.ts';
import { cdkVariable, type Runtime } from '../project/runtime.ts';

/** A module that regions are kept in. */
export interface ExistingModule {
  path: string;
  format: { language: 'ts' | 'js'; module: 'esm' | 'cjs' };
  table: RegionTable;
}

/** A word for regions on a line that is not all comment. It spares the parser, which takes long to start. */
function mentionsRegions(text: string): boolean {
  return text.split('\n').some((line) => /region|location/iu.test(line) && !isAllComment(line.trim()));
}

function isAllComment(line: string): boolean {
  if (line.startsWith('//') || line.startsWith('*')) return true;
  if (!line.startsWith('/*')) return false;
  const end = line.lastIndexOf('*/');
  return end === -1 || end + 2 === line.length;
}

/** Parses a module and finds its regions; undefined when it has none, or does not parse. */
export function parseModule(path: string, text: string, oxc: Oxc): ParsedModule | undefined {
  const { program, ...rest } = oxc.parse(path, text);
  if (!program) return undefined;
  const comments = 'comments' in rest ? rest.comments : [];
  const table = findRegionTable(basename(path, extname(path)), text, program, comments);
  return table && { text, program, comments, table };
}

/**
 * Looks for a module that a file can take its regions from.
 *
 * @param usual where a new one would be: what is there comes first
 * @returns the module; or why the one that the settings name cannot be taken; undefined when there is none
 */
export function findExistingModule(
  usual: string,
  { candidates, isNamed }: ModuleLocation,
  source: SourceFormat,
  runtime: Runtime,
  files: WorkspaceFiles,
  getOxc: () => Oxc,
): ExistingModule | { path: string; refused: string } | undefined {
  const found: ExistingModule[] = [];
  const sorted = candidates.includes(usual) ? [...new Set([usual, ...candidates])] : candidates;
  for (const path of sorted) {
    const text = files.read(path)?.replace(/^\uFEFF/u, '');
    if (text === undefined || !isReachable(path, text, source, runtime)) {
      if (isNamed) return { path, refused: 'cannot be read from this file.' };
      continue;
    }
    if (!isNamed && !mentionsRegions(text) && !/region|location/iu.test(basename(path))) continue;
    const module = parseModule(path, text, getOxc());
    if (!module) {
      if (isNamed) return { path, refused: 'exports no object that regions can be added to.' };
      continue;
    }
    const { table } = module;
    const isForCdk = isNamed || path === usual || text.includes(cdkVariable);
    if (runtime.suffix === '.cdk' && !isForCdk && table.entries.some(({ isLiteral }) => !isLiteral)) continue;
    const language = isTypeScript(path) ? 'ts' : 'js';
    if (language === 'js' && source.module === 'cjs' && table.module === 'esm') continue;
    // A closed type in a list of other things is no reason to refuse: regions can have a module of their own.
    if (table.isPure || !table.closed)
      found.push({ path, format: { language, module: table.module }, table });
    if (table.isPure) break;
  }
  return found.find(({ table }) => table.isPure) ?? found[0];
}

export function isTypeScript(path: string): boolean {
  return /^\.[cm]?ts$/u.test(extname(path));
}

/** Whether a file can import a module, and the module finds its variables where the file runs. */
function isReachable(path: string, text: string, source: SourceFormat, runtime: Runtime): boolean {
  const canImport = isTypeScript(path) ? source.canImportTypeScript : source.canImportJavaScript;
  if (!canImport) return false;
  if (text.includes('import.meta.env')) return runtime.object === 'import.meta.env';
  if (!/\bprocess\.env\b/u.test(text)) return true;
  return runtime.name === 'node' || (runtime.name === 'browser' && text.includes(runtime.prefix));
}
