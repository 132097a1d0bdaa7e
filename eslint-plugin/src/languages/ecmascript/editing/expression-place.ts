import { getDottedName, type Node, type SourceCode } from '../ast.ts';
import type { TextEdit } from '../../../facts/text-edit.ts';
import { hasCommentIn } from '../comments.ts';

/** Where a text can only be a text: types, imports, directives, whatever a name is needed for. */
const textOnly =
  /^(?:ExpressionStatement|Import\w+|Export\w+Declaration|ExportSpecifier|TaggedTemplateExpression|TS(?:EnumMember|ExternalModuleReference|ImportType|LiteralType|ModuleDeclaration|TemplateLiteralType))$/;

/** Parents that take any expression but a list of them. */
const takesAny = new Set<string>([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'AssignmentPattern',
  'CallExpression',
  'JSXExpressionContainer',
  'NewExpression',
  'Property',
  'PropertyDefinition',
  'ReturnStatement',
  'TemplateLiteral',
  'VariableDeclarator',
]);

/** Those in which the parentheses around an only child belong to them. */
const ownsParentheses = /^(?:CallExpression|NewExpression|ImportExpression|\w+Statement)$/;

/**
 * Whether code can stand where a literal or template stands.
 *
 * @param node a literal, or all of a template
 */
export function canHoldExpression(node: Node): boolean {
  const { parent } = node;
  if (!parent || node.type === 'JSXText' || textOnly.test(parent.type)) return false;
  // The entry of a map: its other entries are other regions.
  if (parent.type === 'MemberExpression' && parent.property === node) return false;
  if ('key' in parent && parent.key === node) return 'computed' in parent && parent.computed;
  return !(parent.type === 'VariableDeclarator' && (parent.parent as { declare?: boolean }).declare === true);
}

/**
 * The edit that puts an expression where another stands.
 *
 * @param node what goes
 * @param expression the source of what comes; it gets the parentheses and spaces that it needs
 * @returns undefined where only a text can stand, a comment would go, or nothing would change but that a variable is
 *   assigned to itself
 */
export function putExpression(sourceCode: SourceCode, node: Node, expression: string): TextEdit | undefined {
  if (!canHoldExpression(node) || isAssignedToItself(node, expression)) return undefined;
  const range = getRange(sourceCode, withoutConstAssertion(node));
  if (hasCommentIn(sourceCode, range)) return undefined;
  if (node.parent?.type === 'JSXAttribute') return { range, text: `{${expression}}` };
  const text = needsParentheses(withoutConstAssertion(node), expression) ? `(${expression})` : expression;
  return { range, text: separate(sourceCode.text, range, text) };
}

/** `'us-east-1' as const` and `<const>'us-east-1'` have to go as a whole: only literals can be const. */
function withoutConstAssertion(node: Node): Node {
  const { parent } = node;
  const isConst =
    (parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion') &&
    parent.typeAnnotation.type === 'TSTypeReference' &&
    parent.typeAnnotation.typeName.type === 'Identifier' &&
    parent.typeAnnotation.typeName.name === 'const';
  return isConst ? parent : node;
}

/** The range of a node, with the parentheses that only held an operator: `(a ?? 'us-east-1')`. */
function getRange({ text }: SourceCode, node: Node): [start: number, end: number] {
  const [start, end] = node.range;
  const isGrouped =
    isOperation(node) &&
    node.parent !== undefined &&
    (node.parent.type === 'ReturnStatement' || !ownsParentheses.test(node.parent.type)) &&
    text.charAt(start - 1) === '(' &&
    text.charAt(end) === ')';
  return isGrouped ? [start - 1, end + 1] : [start, end];
}

function isOperation({ type }: Node): boolean {
  return type === 'LogicalExpression' || type === 'ConditionalExpression';
}

function needsParentheses({ parent }: Node, expression: string): boolean {
  let rest = expression.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, 'x');
  for (let outer = ''; outer !== rest;) {
    outer = rest;
    rest = rest.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, '');
  }
  // One operand: a name, with members, indexes and calls behind it.
  if (/^(?!!)[\w$.?!]*$/.test(rest) && !expression.startsWith('{')) return false;
  return rest.includes(',') || expression.startsWith('{') || !parent || !takesAny.has(parent.type);
}

/** `return'us-east-1'` needs no space, `return process.env.AWS_REGION` does. */
function separate(text: string, [start, end]: readonly [number, number], expression: string): string {
  const before = /[\w$]/.test(text.charAt(start - 1)) && /^[\w$]/.test(expression) ? ' ' : '';
  const after = /[\w$]/.test(text.charAt(end)) && /[\w$]$/.test(expression) ? ' ' : '';
  return `${before}${expression}${after}`;
}

/** `process.env.AWS_REGION = 'us-east-1'` would become an assignment to itself. */
function isAssignedToItself({ parent }: Node, expression: string): boolean {
  return parent?.type === 'AssignmentExpression' && getDottedName(parent.left) === expression;
}
