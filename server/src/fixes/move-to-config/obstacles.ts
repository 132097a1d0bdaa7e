import { getLiteralNode } from 'eslint-plugin-multi-region/edits';
import { basename } from 'node:path';
import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { RefactorContext } from '../../project/refactor-context.ts';
import { listAliases } from '../../project/aliases.ts';
import { findProjectFile } from '../../project/project-files.ts';
import { getModuleStyle } from '../../project/module-style.ts';
import type { Node } from '../source/nodes.ts';
import { listImported } from './cycle.ts';

/**
 * Why no region of a file can be read from a config module.
 *
 * @returns a sentence; undefined where nothing is in the way
 */
export function findFileObstacle(
  file: LintedFile,
  target: ConfigTarget,
  context: RefactorContext,
): string | undefined {
  const { path, sourceCode } = file;
  if (target.path === path) return 'This file is the config module itself.';
  if (target.exportName === '') return undefined;
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
function isModule(path: string, text: string, context: RefactorContext): boolean {
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

/** Why a region cannot be read from config where it stands, though an expression could stand there. */
export function findSiteObstacle(
  { sourceCode }: Pick<LintedFile, 'sourceCode'>,
  site: RegionSite,
  target: ConfigTarget,
): string | undefined {
  const { role, form, region, text } = site;
  const node = getLiteralNode(sourceCode, site);
  if (form === 'global-region') return 'A global endpoint names no region that could be moved.';
  if (form === 'zone' && text.startsWith(`${region}-`))
    return `This Local Zone or Wavelength Zone is in ${region} only.`;
  const isFromEnvironment = target.kind === 'env' && (role === 'sdk-config' || role === 'fallback');
  if (isFromEnvironment && isStoredInEnvironment(node)) {
    return 'This line sets the environment, which config reads: set the variable where the program is started, and remove the line.';
  }
  if (isFromEnvironment && isBehindAnotherChoice(node)) {
    return 'Something else is tried between the variable and this region, and config would stop the program before that.';
  }
  return undefined;
}

/** `process.env.X || settings.region || 'us-east-1'`: without X, the settings are asked. */
function isBehindAnotherChoice(literal: Node): boolean {
  const { parent } = literal;
  if (parent?.type !== 'LogicalExpression' || parent.right !== literal) return false;
  const { left } = parent;
  return left.type === 'LogicalExpression' && readsEnvironment(left.left) && !readsEnvironment(left.right);
}

function readsEnvironment(node: Node): boolean {
  if (node.type === 'LogicalExpression') return readsEnvironment(node.left) || readsEnvironment(node.right);
  return node.type === 'MemberExpression' && isEnvironment(node.object);
}

function isEnvironment(node: Node): boolean {
  return (
    node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'env'
  );
}

/** `process.env.X = value`, also as `process.env.X = process.env.X ?? value`. */
function isStoredInEnvironment(node: Node): boolean {
  let value = node;
  while (
    value.parent &&
    /^(?:Logical|Conditional|TSAs|TSNonNull)Expression$|^TemplateLiteral$/u.test(value.parent.type)
  ) {
    value = value.parent;
  }
  const { parent } = value;
  const target = parent?.type === 'AssignmentExpression' && parent.right === value ? parent.left : undefined;
  return target?.type === 'MemberExpression' && isEnvironment(target.object);
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
