import { getLiteralNode } from 'eslint-plugin-multi-region/edits';
import { basename, join } from 'node:path';
import { getProjectPath, isConfigModule, type RegionSite } from 'eslint-plugin-multi-region/facts';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { listAliases } from '../../project/aliases.ts';
import { findProjectFile } from '../../project/project-files.ts';
import { getModuleStyle } from '../../project/module-style.ts';
import { isWithin, listFoldersAbove, showPath } from '../../project/paths.ts';
import { listImported } from './cycle.ts';
import type { Move } from './moves.ts';

/**
 * Why no region of a file can be read from a config module.
 *
 * @returns a sentence; undefined where nothing is in the way
 */
export function findReasonNotToEdit(
  file: LintedFile,
  target: ConfigTarget,
  context: ProjectContext,
): string | undefined {
  const { path, sourceCode } = file;
  if (target.path === path) return 'This file is the config module itself.';
  if (target.exportName === '') return undefined;
  const [place = ''] = showPath(path, context.root).split('/');
  if (/^docs?$/u.test(place) && !isWithin(target.path, join(context.root, place))) {
    return 'This file belongs to the documentation, which is no part of the program that the config module belongs to.';
  }
  if (
    target.exists &&
    target.specifier === undefined &&
    listImported(target.path, listAliases(target.path, context), context.files).has(path)
  ) {
    return 'The config module imports this file, so this file cannot import the config module.';
  }
  if (basename(path) === 'sst.config.ts' && sourceCode.text.includes('$config')) {
    return 'SST refuses imports at the top of sst.config.ts; read the variable there.';
  }
  if (target.kind === 'env' && runsAtEdge(path, sourceCode.text)) {
    return 'Code at the edge of CloudFront has no environment variables of its own, and its AWS_REGION is wherever the reader is.';
  }
  if (!isModule(path, sourceCode.text, context)) {
    return 'This file neither imports nor exports anything, so it may be a script that cannot import.';
  }
  const style = getModuleStyle(path, sourceCode, context);
  if (style === 'cjs' && target.format.module === 'esm' && target.format.language === 'js') {
    return 'This file is CommonJS and the config module is an ES module, which require cannot load everywhere.';
  }
  return undefined;
}

/** Whether a file can import: a script in a page cannot, and looks like any other. */
function isModule(path: string, text: string, context: ProjectContext): boolean {
  if (/\.(?:[cm]js|[cm]?tsx?)$/u.test(path)) return true;
  if (/^[ \t]*(?:import|export)\b/mu.test(text) || /\brequire\s*\(|\bexports\b|\bimport\s*\(/u.test(text))
    return true;
  return findProjectFile(path, ['package.json'], context)?.content.type === 'module' || text.startsWith('#!');
}

/** Whether a file is a function of Lambda@Edge: it reads CloudFront's events, or lies where such functions lie. */
function runsAtEdge(path: string, text: string): boolean {
  return (
    /from ['"]cloudfront['"]/u.test(text) ||
    /\bRecords\[0\]\.cf\b|\bCloudFrontRequest(?:Event|Handler|Result)\b/u.test(text) ||
    /[/\\](?:lambda-?)?edge(?:-?(?:functions?|lambdas?))?[/\\]/iu.test(path)
  );
}

/**
 * Why a region is not moved to config, as the project says.
 *
 * @param fileReason why nothing of the file can be moved
 */
export function findReasonNotToMove(
  { site, mend }: Move,
  file: LintedFile,
  target: ConfigTarget,
  fileReason: string | undefined,
  context: ProjectContext,
): string | undefined {
  if (site.form === 'global-region') return 'A global endpoint names no region that could be moved.';
  if (mend.nearest) return undefined;
  if (site.form === 'zone' && mend.together.length > 1 && /['"]aws-cdk-lib/u.test(file.sourceCode.text)) {
    return `A VPC can choose its zones by itself: give it maxAzs: ${mend.together.length} instead of the list, after a look at what 'cdk diff' says of its subnets.`;
  }
  if (mend.isDeclaredDefault) {
    return 'This declares a setting and its default, which are in one place already; take the default away where the variable is always set.';
  }
  const reads = mend.reading.reads.length > 0 || mend.reading.kept !== undefined;
  if (site.role === 'fallback' && reads && target.path !== file.path && isConfigFile(file.path, context)) {
    return 'This file is config: the variable and its default are in one place already.';
  }
  return fileReason;
}

function isConfigFile(path: string, context: ProjectContext): boolean {
  const { configModules } = context.getSettings(path);
  return listFoldersAbove(path, context.root).some((folder) =>
    isConfigModule(getProjectPath(path, folder), configModules),
  );
}

/** Why an expression cannot stand in a literal's place. */
export function explainPlace({ sourceCode }: Pick<LintedFile, 'sourceCode'>, site: RegionSite): string {
  const { form } = site;
  const node = getLiteralNode(sourceCode, site);
  const literal = node.type === 'TemplateElement' ? node.parent : node;
  const { parent } = literal;
  switch (parent?.type) {
    case 'TSLiteralType':
      return 'The region is part of a type.';
    case 'TSEnumMember':
      return 'The region is the value of an enum, which has to be a literal.';
    case 'Property':
    case 'PropertyDefinition':
      if (parent.key === literal) return 'The region is a key.';
      break;
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return 'The region is part of the name of a module.';
    case 'TaggedTemplateExpression':
      return 'The region is part of a tagged template, whose tag would get another text.';
    default:
  }
  if (form === 'region') return 'A comment beside the region would be lost, or no expression can stand here.';
  return 'The text cannot become a template: the region is not spelled out in it, or it has escapes.';
}
