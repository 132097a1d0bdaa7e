import { createNodeFactory, type NodeFactory } from '../node-factory.ts';
import { type DocumentNode, type DocumentTree, type Entry, type MapNode, maxDepth } from '../tree.ts';
import { createScanner, type Scanner } from './scanner.ts';
import { createTemplateReader } from './templates.ts';

const comparisons = new Set(['==', '!=', '<', '>', '<=', '>=']);

/**
 * Reads the native syntax of HCL2 (Terraform, Terragrunt, Packer). It never fails: what it cannot read it passes over up to
 * the end of the line, so that a file in the middle of an edit keeps the rest of its facts.
 *
 * A block with labels becomes nested maps, as in Terraform's JSON syntax: `resource "a" "b" {}` is `resource` > `a` > `b`.
 */
export function readHcl(text: string): DocumentTree {
  const scanner = createScanner(text);
  const create = createNodeFactory(text);
  const reader = createExpressionReader(scanner, create);
  const entries: Entry[] = [];
  while (!scanner.isAtEnd()) {
    entries.push(...reader.readBody());
    if (!scanner.isAtEnd()) scanner.position++; // a brace too many
  }
  return { root: create.map(entries, [0, text.length]), comments: scanner.comments, isCut: reader.isCut() };
}

interface ExpressionReader {
  /** Reads attributes and blocks up to a closing brace, or to the end. */
  readBody(): Entry[];
  /** Whether something nested too deep, and what follows it was passed over. */
  isCut(): boolean;
}

function createExpressionReader(scanner: Scanner, create: NodeFactory): ExpressionReader {
  const { text } = scanner;
  let depth = 0;
  let isCut = false;
  const { readString, readHeredoc } = createTemplateReader(scanner, create, () => readExpression(true));

  function readBody(): Entry[] {
    const entries: Entry[] = [];
    for (;;) {
      scanner.skipSpace(true);
      if (scanner.isAtEnd() || scanner.isAt('}')) return entries;
      const entry = readEntry();
      if (entry) entries.push(entry);
    }
  }

  function readEntry(): Entry | undefined {
    const start = scanner.position;
    const key = scanner.isAt('"') ? readString().text : scanner.readIdentifier();
    const keyRange: Entry['keyRange'] = [start, scanner.position];
    if (key === '') {
      scanner.skipLine();
      return undefined;
    }
    scanner.skipSpace(false);
    const isAttribute = (scanner.isAt('=') && !scanner.isAt('==')) || scanner.isAt(':');
    if (!isAttribute) return readBlock(key, keyRange);
    scanner.position++;
    scanner.skipSpace(false);
    const value = readExpression(false);
    scanner.skipSpace(false);
    scanner.skip(',');
    return create.entry(key, keyRange, value);
  }

  function readBlock(kind: string, kindRange: Entry['keyRange']): Entry | undefined {
    const labels: { name: string; range: Entry['keyRange'] }[] = [{ name: kind, range: kindRange }];
    for (;;) {
      scanner.skipSpace(false);
      if (scanner.isAt('{')) break;
      const start = scanner.position;
      const name = scanner.isAt('"') ? readString().text : scanner.readIdentifier();
      if (name === '' && scanner.position === start) {
        scanner.skipLine();
        return undefined;
      }
      labels.push({ name, range: [start, scanner.position] });
    }
    const bodyStart = scanner.position++;
    const entries = goDeeper(readBody) ?? [];
    scanner.skip('}');
    let body: MapNode = create.map(entries, [bodyStart, scanner.position]);
    for (const { name, range } of labels.slice(1).reverse()) {
      body = create.map([create.entry(name, range, body)], [range[0], scanner.position]);
    }
    return create.entry(kind, kindRange, body);
  }

  /** Reads what stands inside, unless it is nested too deep: then it is passed over. */
  function goDeeper<T>(read: () => T): T | undefined {
    if (depth >= maxDepth) {
      isCut = true;
      scanner.position = text.length;
      return undefined;
    }
    depth++;
    const result = read();
    depth--;
    return result;
  }

  function readExpression(isMultiline: boolean): DocumentNode {
    const start = scanner.position;
    return goDeeper(() => readOperation(isMultiline)) ?? create.reference('', [start, start]);
  }

  /** Operators are read without their precedence: what counts is who stands beside whom. */
  function readOperation(isMultiline: boolean): DocumentNode {
    const start = scanner.position;
    const operands = [readUnary(isMultiline)];
    let isComparison = false;
    for (;;) {
      scanner.skipSpace(isMultiline);
      const operator = scanner.readOperator();
      if (operator === '') break;
      scanner.skipSpace(true);
      if (operator === '?')
        return readConditional(combine(operands, isComparison, start), isMultiline, start);
      isComparison ||= comparisons.has(operator);
      operands.push(readUnary(isMultiline));
    }
    return combine(operands, isComparison, start);
  }

  function combine(operands: DocumentNode[], isComparison: boolean, start: number): DocumentNode {
    const [only] = operands;
    if (only && operands.length === 1) return only;
    const end = operands.at(-1)?.range[1] ?? scanner.position;
    return create.expression(isComparison ? 'comparison' : 'operation', undefined, operands, [start, end]);
  }

  function readConditional(test: DocumentNode, isMultiline: boolean, start: number): DocumentNode {
    const yes = readExpression(isMultiline);
    scanner.skipSpace(true);
    const operands = [test, yes];
    if (scanner.skip(':')) {
      scanner.skipSpace(true);
      operands.push(readExpression(isMultiline));
    }
    return create.expression('conditional', undefined, operands, [start, scanner.position]);
  }

  function readUnary(isMultiline: boolean): DocumentNode {
    while (scanner.isAt('!') || scanner.isAt('-')) {
      scanner.position++;
      scanner.skipSpace(isMultiline);
    }
    return readPostfix();
  }

  function readPostfix(): DocumentNode {
    const start = scanner.position;
    let node = readTerm();
    for (;;) {
      if (scanner.isAt('.') && !scanner.isAt('..')) {
        scanner.position++;
        if (scanner.readIdentifier() === '' && scanner.readNumber() === '') scanner.skip('*');
        node = extend(node, [start, scanner.position]);
      } else if (scanner.isAt('[')) {
        scanner.position++;
        scanner.skipSpace(true);
        const index = scanner.skip('*') ? undefined : readExpression(true);
        scanner.skipSpace(true);
        scanner.skip(']');
        const range: [number, number] = [start, scanner.position];
        const isName = node.type === 'reference' && (!index || index.type === 'scalar');
        node = isName
          ? extend(node, range)
          : create.expression('index', undefined, index ? [node, index] : [node], range);
      } else return node;
    }
  }

  function extend(node: DocumentNode, range: [number, number]): DocumentNode {
    if (node.type === 'reference') return create.reference(text.slice(...range), range);
    return create.expression('index', undefined, [node], range);
  }

  function readTerm(): DocumentNode {
    const start = scanner.position;
    if (scanner.isAt('"')) return readString();
    if (scanner.isAt('<<')) return readHeredoc();
    if (scanner.skip('[')) return readTuple(start);
    if (scanner.skip('{')) return readObject(start);
    if (scanner.skip('(')) {
      scanner.skipSpace(true);
      const inner = readExpression(true);
      scanner.skipSpace(true);
      scanner.skip(')');
      return inner;
    }
    if (scanner.readNumber() !== '') return create.scalar([start, scanner.position], 'plain', []);
    if (scanner.readIdentifier() !== '') {
      while (scanner.skip('::')) scanner.readIdentifier(); // functions of a provider
      const name = text.slice(start, scanner.position);
      return scanner.skip('(') ? readCall(name, start) : create.reference(name, [start, scanner.position]);
    }
    const isClosing = scanner.isAtEnd() || /[\n})\],]/.test(text.charAt(start));
    if (!isClosing) scanner.position++;
    return create.reference('', [start, scanner.position]);
  }

  function readCall(name: string, start: number): DocumentNode {
    const operands = readItems(')');
    return create.expression('call', name, operands, [start, scanner.position]);
  }

  function readTuple(start: number): DocumentNode {
    scanner.skipSpace(true);
    if (isFor()) return readFor(start, ']');
    return create.list(readItems(']'), [start, scanner.position]);
  }

  /** Reads expressions with commas between them, and the closing mark. */
  function readItems(close: string): DocumentNode[] {
    const items: DocumentNode[] = [];
    for (;;) {
      scanner.skipSpace(true);
      if (scanner.isAtEnd() || scanner.skip(close)) return items;
      const start = scanner.position;
      items.push(readExpression(true));
      scanner.skipSpace(true);
      scanner.skip('...');
      scanner.skipSpace(true);
      const isOver = !scanner.skip(',') && /[})\]]/.test(text.charAt(scanner.position));
      if (isOver) {
        scanner.skip(close);
        return items;
      }
      if (scanner.position === start) scanner.position++;
    }
  }

  function readObject(start: number): DocumentNode {
    scanner.skipSpace(true);
    if (isFor()) return readFor(start, '}');
    const entries: Entry[] = [];
    for (;;) {
      scanner.skipSpace(true);
      if (scanner.isAtEnd() || scanner.skip('}')) break;
      const itemStart = scanner.position;
      const key = readExpression(false);
      scanner.skipSpace(false);
      if (scanner.skip('=') || scanner.skip(':')) {
        scanner.skipSpace(true);
        const name = key.type === 'scalar' || key.type === 'reference' ? key.text : '';
        entries.push(create.entry(name, key.range, readExpression(false)));
      } else if (!scanner.isAt('}') && !scanner.isAt(',')) scanner.skipLine();
      scanner.skipSpace(true);
      scanner.skip(',');
      if (scanner.position === itemStart) scanner.position++;
    }
    return create.map(entries, [start, scanner.position]);
  }

  function isFor(): boolean {
    return scanner.isAt('for ') || scanner.isAt('for\t') || scanner.isAt('for\n');
  }

  /** `for k, v in expr : k => v if test`, up to the closing mark. */
  function readFor(start: number, close: string): DocumentNode {
    const colon = scanner.position;
    scanner.position += 3;
    do {
      scanner.skipSpace(true);
      scanner.readIdentifier();
      scanner.skipSpace(true);
    } while (scanner.skip(','));
    if (scanner.readIdentifier() !== 'in') scanner.position = colon + 3;
    scanner.skipSpace(true);
    const operands = [readExpression(true)];
    scanner.skipSpace(true);
    scanner.skip(':');
    for (;;) {
      scanner.skipSpace(true);
      if (scanner.isAtEnd() || scanner.skip(close)) break;
      const before = scanner.position;
      scanner.skip('=>');
      scanner.skip('...');
      scanner.skipSpace(true);
      if (scanner.isAt('if ')) scanner.position += 3;
      scanner.skipSpace(true);
      if (!scanner.isAt(close)) operands.push(readExpression(true));
      if (scanner.position === before) scanner.position++;
    }
    return create.expression('for', undefined, operands, [start, scanner.position]);
  }

  return { readBody, isCut: () => isCut };
}
