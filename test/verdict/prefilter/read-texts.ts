import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

type Node = TSESTree.Node;

/** A text that a file writes down: a literal, a template, a sum of them, or what stands between JSX tags. */
export interface WrittenText {
  /** As the program sees it; what is only known at run time is written `x`. */
  text: string;
  /** Whether it is one literal, and nothing in it is left to run time. */
  isStatic: boolean;
  /** Whether the source spells it otherwise: with escapes, or as a sum of parts that only make sense together. */
  isSpelledOtherwise: boolean;
}

/** What a walk over a whole tree finds. */
export interface Reading {
  texts: WrittenText[];
  /** The modules that the file imports or requires. */
  modules: string[];
  /** The keys of its objects. */
  keys: string[];
}

/**
 * Reads all texts of a file by walking its tree: slow, and with no other way in than the tree. Gives the nodes their
 * parents on the way.
 */
export function readTexts(ast: TSESTree.Program): Reading {
  const reading: Reading = { texts: [], modules: [], keys: [] };
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of getChildren(node)) {
      child.parent = node;
      stack.push(child);
    }
    if (isText(node) && !isPart(node)) reading.texts.push(readText(node));
    const module = getModule(node);
    if (module !== undefined) reading.modules.push(module);
    if (node.type === 'Property' && node.parent.type === 'ObjectExpression') reading.keys.push(getKey(node));
  }
  return reading;
}

function getChildren(node: Node): Node[] {
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key])
    .filter((child) => child !== null && child !== undefined);
}

function isText(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string';
  return node.type === 'TemplateLiteral' || node.type === 'JSXText' || isSum(node) || isTypePart(node);
}

function isSum(node: Node): node is TSESTree.BinaryExpression {
  return node.type === 'BinaryExpression' && node.operator === '+';
}

function isTypePart(node: Node): boolean {
  return node.type === 'TemplateElement' && node.parent.type !== 'TemplateLiteral';
}

/** Whether a text is read as part of the sum around it. */
function isPart(node: Node): boolean {
  return node.parent !== undefined && isSum(node.parent);
}

function readText(node: Node): WrittenText {
  const pieces: string[] = [];
  let isStatic = true;
  let isSpelledOtherwise = false;
  const rest: Node[] = [node];
  for (let part = rest.pop(); part; part = rest.pop()) {
    if (isSum(part)) {
      isStatic = false;
      rest.push(part.right, part.left);
    } else if (part.type === 'TemplateLiteral') {
      isStatic &&= part.expressions.length === 0;
      part.quasis.forEach((quasi, index) => {
        if (index > 0) pieces.push('x');
        addPart(quasi);
      });
    } else if (part.type === 'TemplateElement') {
      addPart(part);
    } else if (part.type === 'JSXText') {
      pieces.push(part.raw);
    } else if (part.type === 'Literal' && typeof part.value === 'string') {
      pieces.push(part.value);
      isSpelledOtherwise ||= part.raw.slice(1, -1) !== part.value;
    } else {
      pieces.push('x');
      isStatic = false;
    }
  }
  return { text: pieces.join(''), isStatic, isSpelledOtherwise };

  function addPart({ value: { cooked, raw } }: TSESTree.TemplateElement): void {
    pieces.push(cooked ?? raw);
    isSpelledOtherwise ||= cooked !== raw;
  }
}

function getModule(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.source.value;
    case 'ImportExpression':
      return getString(node.source);
    case 'TSExternalModuleReference':
      return getString(node.expression);
    case 'CallExpression': {
      const { callee } = node;
      return callee.type === 'Identifier' && callee.name === 'require'
        ? getString(node.arguments[0])
        : undefined;
    }
    default:
      return undefined;
  }
}

function getKey({ computed, key }: TSESTree.Property): string {
  if (key.type === 'Identifier') return computed ? '' : key.name;
  return getString(key) ?? '';
}

function getString(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
