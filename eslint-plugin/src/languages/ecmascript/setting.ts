import { getDottedName, getKeyName, getStaticString, type Node, type SourceCode, unwrap } from './ast.ts';
import { getEnvironmentVariable } from './editing/fallback.ts';
import { getWholeLiteral } from './literal.ts';

/**
 * What has to be missing for a literal second choice to count, as the source writes it.
 *
 * @param node the literal
 * @param fallback what makes it the second choice, where that stands elsewhere: `given ?? DEFAULT_REGION`
 * @returns `options.region` of `options.region ?? 'us-east-1'`, `region` of `(region = 'us-east-1') => …`, `app.region` of
 *   `config.get('app.region', 'us-east-1')`; undefined where it has no short name
 */
export function getSetting(
  sourceCode: SourceCode,
  node: Node,
  fallback: Node | undefined,
): string | undefined {
  let value = getWholeLiteral(node);
  while (value.parent && value.parent !== unwrap(value.parent)) value = value.parent;
  return read(value.parent, value) ?? (fallback && read(fallback, undefined));

  function read(parent: Node | undefined, choice: Node | undefined): string | undefined {
    switch (parent?.type) {
      case 'LogicalExpression':
        return parent.left === choice ? undefined : getName(parent.left);
      case 'ConditionalExpression': {
        const { consequent, alternate } = parent;
        return getName(consequent === choice ? alternate : consequent);
      }
      case 'AssignmentExpression':
        return parent.operator === '=' && choice && !fallback ? undefined : getName(parent.left);
      case 'AssignmentPattern':
        return parent.parent.type === 'Property' ? getKeyName(parent.parent) : getName(parent.left);
      case 'CallExpression':
        return getArgument(
          parent.arguments.slice(0, choice ? (parent.arguments as Node[]).indexOf(choice) : 1),
        );
      case 'Property':
        return getDescribed(parent);
      default:
        return undefined;
    }
  }

  /** `region` of `.option('region', { default: 'us-east-1' })` and of `{ region: { default: 'us-east-1' } }`. */
  function getDescribed({ parent }: Node): string | undefined {
    const owner = parent?.parent;
    if (owner?.type === 'CallExpression') return getArgument(owner.arguments);
    return owner?.type === 'Property' ? getKeyName(owner) : undefined;
  }

  function getName(expression: Node): string | undefined {
    const last = unwrap(expression.type === 'LogicalExpression' ? expression.right : expression);
    const variable = getEnvironmentVariable(last);
    if (variable !== undefined) return variable;
    if (last.type === 'CallExpression') {
      const named = getArgument(last.arguments);
      if (named !== undefined) return named;
    }
    const source = sourceCode.text.slice(...last.range);
    return getDottedName(last) !== '' && isShort(source) ? source : undefined;
  }
}

/** The first text among some arguments: `AWS_REGION` of `env('AWS_REGION')`, `region` of `flag('-r, --region <name>')`. */
function getArgument(list: readonly Node[]): string | undefined {
  const texts = list.map((argument) => getStaticString(argument)).filter((text) => text !== undefined);
  return texts.map((text) => /(?<=--)[\w-]+/.exec(text)?.[0] ?? text).find(isShort);
}

/** Whether a name fits into a message. */
function isShort(name: string): boolean {
  return name !== '' && name.length <= 40 && !/[\s'"`{}]/.test(name);
}
