import { findRegionForms } from 'eslint-plugin-multi-region/catalog';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { countUntil } from 'eslint-plugin-multi-region/facts';
import type { Deployment } from './deployment.ts';
import type { ProgramModule } from './module.ts';
import type { Program } from './program.ts';
import { isRegion, type RegionSource } from './region-sources.ts';
import { visit } from './syntax.ts';
import { isUsedLikeRegion } from './used-like-region.ts';
import type { Spot, Value } from './value.ts';

type Node = TSESTree.Node;

/** A file as it would be if the regions that come from elsewhere were written where they are used. */
export interface Inlined {
  /** As many lines as the file has. */
  text: string;
  /** In the order of the file. */
  edits: readonly InlinedRegion[];
  /** From an offset of `text` to one of the file. */
  toOriginal(offset: number): number;
  /** What was written in at an offset of `text`. */
  findEdit(offset: number): InlinedRegion | undefined;
}

/** One expression that was replaced by what it holds. */
export interface InlinedRegion {
  /** In the file. */
  start: number;
  end: number;
  text: string;
  /** What decides. */
  source: Pick<RegionSource, 'variable' | 'spot'>;
  via: readonly Spot[];
}

/**
 * Writes the regions that a file gets from other files, or from variables that the deployment sets, to where the
 * file uses them. What the analysis of one file then says is true of the program.
 *
 * @param isTimeUp ends the search
 * @param mayGive whether what a specifier leads to may hold a region
 * @returns undefined where there are none
 */
export function inlineRegions(
  module: ProgramModule,
  program: Program,
  isTimeUp: () => boolean = () => false,
  mayGive: (specifier: string) => boolean = () => true,
): Inlined | undefined {
  const edits: InlinedRegion[] = []; // in their order, none of which touches another
  for (const node of listReads(module, program.deployment, mayGive)) {
    if (isTimeUp()) break;
    const edit = findEdit(node, module, program);
    if (!edit) continue;
    const at = countUntil(edits, ({ start }) => start >= edit.end);
    const before = edits[at - 1];
    if (!before || before.end <= edit.start) edits.splice(at, 0, edit);
  }
  return edits.length === 0 ? undefined : apply(module.text, edits);
}

/** The identifiers that may lead out of the file. */
function listReads(
  { ast, scopeManager }: ProgramModule,
  deployment: Deployment,
  mayGive: (specifier: string) => boolean,
): Node[] {
  const found: Node[] = [];
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references) {
      if (!reference.isRead()) continue;
      if ((reference as { isValueReference?: boolean }).isValueReference === false) continue;
      if (!mayLeadOut(reference.resolved, deployment, mayGive)) continue;
      // A variable of the deployment may hold anything.
      if (deployment.size > 0 || isUsedLikeRegion(reference.identifier)) found.push(reference.identifier);
    }
  }
  if (deployment.size > 0) {
    visit(ast, (node) => {
      if (node.type === 'MetaProperty') found.push(node);
      return true;
    });
  }
  return found;
}

function mayLeadOut(
  variable: TSESLint.Scope.Variable | null,
  deployment: Deployment,
  mayGive: (specifier: string) => boolean,
): boolean {
  const definition = variable?.defs[0];
  if (!definition) return deployment.size > 0;
  const { node } = definition;
  if ((definition.type as string) === 'ImportBinding') {
    const { parent } = definition as { parent?: Node | null };
    return parent?.type !== 'ImportDeclaration' || mayGive(parent.source.value);
  }
  if (node.type !== 'VariableDeclarator')
    return deployment.size > 0 && (definition.type as string) === 'Parameter';
  return node.id.type !== 'Identifier' || isRequire(node.init);
}

function isRequire(node: Node | null | undefined): boolean {
  return (
    node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
  );
}

/** The largest expression that starts with a name and holds a region. */
function findEdit(start: Node, module: ProgramModule, program: Program): InlinedRegion | undefined {
  let found: { node: Node; text: string; source: InlinedRegion['source']; via: readonly Spot[] } | undefined;
  for (let node: Node | undefined = start; node; node = outerOf(node, program.deployment)) {
    const value = program.evaluate(module, node);
    const shown = show(value, program.deployment);
    const isFromHere = shown?.source.spot.module === module && !shown.isDeployed;
    if (shown && !isFromHere && (node.type !== 'LogicalExpression' || shown.isFixed))
      found = { node, ...shown };
  }
  if (!found || isTarget(found.node)) return undefined;
  return { ...place(found, module), source: found.source, via: found.via };
}

function outerOf(node: Node, deployment: Deployment): Node | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? parent : undefined;
    case 'CallExpression':
      return parent.callee === node ? parent : undefined;
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'AwaitExpression':
      return parent;
    case 'LogicalExpression':
      return deployment.size > 0 && parent.left === node && parent.operator !== '&&' ? parent : undefined;
    default:
      return undefined;
  }
}

/** Whether the code writes to it. */
function isTarget(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  return (
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}

/** A value as code; undefined for what is no region. */
function show(
  value: Value,
  deployment: Deployment,
):
  | {
      text: string;
      source: InlinedRegion['source'];
      via: readonly Spot[];
      isFixed: boolean;
      isDeployed: boolean;
    }
  | undefined {
  if (value.kind === 'text') {
    if (!namesRegion(value.text)) return undefined;
    const source = { variable: undefined, spot: value.spot };
    return { text: quote(value.text), source, via: value.via ?? [], isFixed: true, isDeployed: false };
  }
  if (value.kind !== 'variable') return undefined;
  const { name, spot, via = [] } = value;
  const source = { variable: name, spot };
  const known = deployment.get(name);
  if (known !== undefined && known !== '') {
    return namesRegion(known)
      ? { text: quote(known), source, via, isFixed: true, isDeployed: true }
      : undefined;
  }
  const fallback = value.fallback && show(value.fallback, deployment);
  if (fallback) {
    // The deployment leaves the variable out, so that its default holds.
    const text =
      deployment.size > 0 && fallback.isFixed ? fallback.text : `(process.env.${name} ?? ${fallback.text})`;
    return {
      text,
      source: { variable: name, spot: fallback.source.spot },
      via: [...via, ...fallback.via],
      isFixed: false,
      isDeployed: false,
    };
  }
  return isRegionVariable(name)
    ? { text: `process.env.${name}`, source, via, isFixed: false, isDeployed: false }
    : undefined;
}

/** Whether a text is or holds a region: `us-east-1`, an ARN, a host. */
export function namesRegion(text: string): boolean {
  return isRegion(text) || findRegionForms(text).length > 0;
}

/** Whether a variable is named after what it holds: a region, a location, a zone. */
export function isRegionVariable(name: string): boolean {
  return /(?:^|_)(?:REGION|LOCATION|ZONE)S?(?:_|\d|$)|REGION/u.test(name.toUpperCase());
}

function quote(text: string): string {
  return `'${text.replaceAll(/[\\']/gu, '\\$&').replaceAll('\n', '\\n')}'`;
}

/** Where the code goes: in a template the whole `${…}` becomes text, in `{ region }` the name stays. */
function place(
  { node, text }: { node: Node; text: string },
  { text: all }: ProgramModule,
): Pick<InlinedRegion, 'end' | 'start' | 'text'> {
  const [start, end] = node.range;
  const { parent } = node;
  const lines = '\n'.repeat(all.slice(start, end).split('\n').length - 1);
  if (parent?.type === 'TemplateLiteral' && text.startsWith("'")) {
    const before = /\$\{\s*$/u.exec(all.slice(0, start))?.[0].length ?? 0;
    const after = /^\s*\}/u.exec(all.slice(end))?.[0].length ?? 0;
    if (before > 0 && after > 0)
      return { start: start - before, end: end + after, text: text.slice(1, -1).replaceAll('`', '\\`') };
  }
  if (parent?.type === 'Property' && parent.shorthand && parent.value === node) {
    return { start, end, text: `${all.slice(start, end)}: ${text}${lines}` };
  }
  return { start, end, text: text + lines };
}

function apply(original: string, edits: readonly InlinedRegion[]): Inlined {
  let text = '';
  let end = 0;
  const placed: { edit: InlinedRegion; start: number; end: number }[] = [];
  for (const edit of edits) {
    text += original.slice(end, edit.start);
    placed.push({ edit, start: text.length, end: text.length + edit.text.length });
    text += edit.text;
    end = edit.end;
  }
  text += original.slice(end);
  return {
    text,
    edits,
    toOriginal(offset) {
      const before = findBefore(offset);
      if (!before) return offset;
      return offset < before.end ? before.edit.start : offset - before.end + before.edit.end;
    },
    findEdit(offset) {
      const before = findBefore(offset);
      return before && offset < before.end ? before.edit : undefined;
    },
  };

  /** The last edit that begins at an offset or before it. */
  function findBefore(offset: number): (typeof placed)[number] | undefined {
    return placed[countUntil(placed, ({ start }) => start > offset) - 1];
  }
}
