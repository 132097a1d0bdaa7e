import { format } from 'prettier';
import ts from 'typescript';

/**
 * Turns TypeScript into JavaScript whose types are in JSDoc; comments are kept. It knows the syntax that
 * region-failover.ts has, and throws at a type that it would lose.
 *
 * @param {string} source a module in TypeScript
 * @returns {Promise<string>} the module in JavaScript, which type-checks under `checkJs`
 */
export async function toJavaScript(source) {
  const edits = [];
  const edit = (start, end, text) => edits.push({ start, end, text });
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true));
  const text = edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), source);
  return format(text, { parser: 'babel', singleQuote: true, printWidth: 80 });

  function visit(node) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      edit(startOf(node), node.end, toTypedef(node));
    } else if (ts.isFunctionDeclaration(node)) {
      edit(startOf(node), node.getStart(), toComment(functionLines(node)));
      if (node.typeParameters) edit(node.typeParameters.pos - 1, node.typeParameters.end + 1, '');
      for (const { name, type, initializer } of node.parameters) {
        if (type) edit(name.end, type.end, '');
        if (initializer) visit(initializer);
      }
      if (node.type) edit(source.lastIndexOf(')', node.type.pos) + 1, node.type.end, '');
      visit(node.body);
    } else if (ts.isAsExpression(node)) {
      edit(node.getStart(), node.getStart(), `/** @type {${node.type.getText()}} */ (`);
      edit(node.expression.end, node.end, ')');
      visit(node.expression);
    } else if (ts.isNewExpression(node) && node.typeArguments) {
      const { pos, end } = node.typeArguments;
      const type = source.slice(node.expression.getStart(), end + 1);
      edit(node.getStart(), node.getStart(), `/** @type {${type}} */ (`);
      edit(pos - 1, end + 1, '');
      edit(node.end, node.end, ')');
      node.arguments.forEach(visit);
    } else if (ts.isTypeNode(node)) {
      throw new Error(`No JavaScript is known for the type ${node.getText()}.`);
    } else {
      ts.forEachChild(node, visit);
    }
  }
}

function toTypedef(node) {
  const name = node.name.getText();
  const prose = proseOf(node);
  if (ts.isTypeAliasDeclaration(node))
    return toComment(join(prose, [`@typedef {${node.type.getText()}} ${name}`]));
  if (!node.members.some((member) => proseOf(member).length > 0)) {
    const members = node.members.map((member) => `  ${member.getText()}`);
    return toComment(join(prose, ['@typedef {{', ...members, `}} ${name}`]));
  }
  const properties = node.members.flatMap((member) => {
    const key = member.questionToken ? `[${member.name.getText()}]` : member.name.getText();
    const [first, ...rest] = proseOf(member);
    return [`@property {${member.type.getText()}} ${key} ${first}`, ...rest.map((line) => `  ${line}`)];
  });
  return toComment(join(prose, [`@typedef {object} ${name}`, ...properties]));
}

/** The comment of a function: its prose, then a tag for each type. */
function functionLines(node) {
  const generics = (node.typeParameters ?? []).map(
    ({ name, constraint }) => `@template {${constraint.getText()}} ${name.getText()}`,
  );
  const parameters = node.parameters.map((parameter) => {
    const { name, type, initializer, questionToken } = parameter;
    const text = ts.getJSDocParameterTags(parameter)[0]?.comment ?? '';
    const key = initializer || questionToken ? `[${name.getText()}]` : name.getText();
    return `@param {${type.getText()}} ${key} ${text}`.trimEnd();
  });
  const returned = ts.getJSDocReturnTag(node)?.comment ?? '';
  const result = node.type ? [`@returns {${node.type.getText()}} ${returned}`.trimEnd()] : [];
  return join(proseOf(node), [...generics, ...parameters, ...result]);
}

function join(prose, tags) {
  return prose.length > 0 && tags.length > 0 ? [...prose, '', ...tags] : [...prose, ...tags];
}

/** The lines of the comment before a node, without its tags. */
function proseOf(node) {
  const [comment] = node.jsDoc ?? [];
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
  return text === '' ? [] : text.split('\n');
}

function startOf(node) {
  return node.jsDoc?.[0]?.getStart() ?? node.getStart();
}

function toComment(lines) {
  if (lines.length === 0) return '';
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */\n'].join('\n');
}
