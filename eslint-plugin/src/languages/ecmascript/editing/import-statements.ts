import type { TSESTree } from '@typescript-eslint/utils';
import { getStaticString, type Node, type SourceCode, unwrap } from '../ast.ts';
import { remember } from '../../../remember.ts';
import { getRequiredModule } from '../imports.ts';

/** A statement at the top level that names a module, with what it binds. */
export interface ImportStatement {
  statement: TSESTree.ProgramStatement;
  from: string;
  binding:
    | { kind: 'import'; node: TSESTree.ImportDeclaration }
    /** `const x = require('…')`; with a pattern or a name on its left. */
    | { kind: 'require'; id: TSESTree.BindingName; member: string | undefined }
    /** `import x = require('…')`. */
    | { kind: 'import-equals'; id: TSESTree.Identifier }
    /** `require('…')`, `require('dotenv').config()`. */
    | { kind: 'effect' };
}

/** The imports and requires at the top level of a file, in its order; one for each module that a statement names. */
export const findImportStatements = remember(({ ast }: SourceCode): readonly ImportStatement[] =>
  ast.body.flatMap((statement): ImportStatement[] => {
    switch (statement.type) {
      case 'ImportDeclaration':
        return [{ statement, from: statement.source.value, binding: { kind: 'import', node: statement } }];
      case 'TSImportEqualsDeclaration': {
        const { id, moduleReference, importKind } = statement;
        const from =
          moduleReference.type === 'TSExternalModuleReference'
            ? getStaticString(moduleReference.expression)
            : undefined;
        return from === undefined || importKind === 'type'
          ? []
          : [{ statement, from, binding: { kind: 'import-equals', id } }];
      }
      case 'VariableDeclaration':
        return statement.declarations.flatMap(({ id, init }) => {
          const required = init && readRequire(init);
          return required
            ? [{ statement, from: required.from, binding: { kind: 'require', id, member: required.member } }]
            : [];
        });
      case 'ExpressionStatement': {
        const required = readRequire(getInnermostCall(statement.expression));
        return required ? [{ statement, from: required.from, binding: { kind: 'effect' } }] : [];
      }
      default:
        return [];
    }
  }),
);

/** `require('…')`, `require('…').member`. */
function readRequire(node: Node): { from: string; member: string | undefined } | undefined {
  const expression = unwrap(node);
  const isMember =
    expression.type === 'MemberExpression' &&
    !expression.computed &&
    expression.property.type === 'Identifier';
  const call = isMember ? unwrap(expression.object) : expression;
  const from = call.type === 'CallExpression' ? getRequiredModule(call) : undefined;
  if (from === undefined) return undefined;
  return { from, member: isMember ? (expression.property as TSESTree.Identifier).name : undefined };
}

/** The `require('dotenv')` of `require('dotenv').config().parsed`. */
function getInnermostCall(node: Node): Node {
  let inner = unwrap(node);
  for (;;) {
    if (inner.type === 'MemberExpression') inner = unwrap(inner.object);
    else if (inner.type === 'CallExpression' && getRequiredModule(inner) === undefined)
      inner = unwrap(inner.callee);
    else return inner;
  }
}
