import * as typescriptParser from '@typescript-eslint/parser';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { createFileParser, createParser } from './parser.ts';

interface Parsed {
  ast: TSESTree.Program;
  scopeManager: ScopeManager;
}

interface EslintParser {
  parseForESLint(text: string, options: object): Parsed;
}

const parser = createParser() as unknown as EslintParser;

function parse(text: string, filePath = 'file.ts', sourceType = 'module'): Parsed {
  return parser.parseForESLint(text, { filePath, sourceType });
}

const samples: Record<string, [filePath: string, text: string]> = {
  'clients and options': [
    'a.ts',
    `import { S3Client as S3, type S3ClientConfig } from '@aws-sdk/client-s3';
     import * as sqs from '@aws-sdk/client-sqs';
     import AWS = require('aws-sdk');
     const region = 'us-east-1' as const;
     const options = { region, ...(process.env.X ? { maxAttempts: 3 } : {}) } satisfies S3ClientConfig;
     export const a = new S3(options), b = new sqs.SQSClient({ 'region': \`eu-west-\${1}\` });
     AWS.config.update({ region: process.env.AWS_REGION ?? 'us-west-2' });`,
  ],
  'templates, with line breaks of Windows': [
    'a.ts',
    'const url = `https://\r\n${region!.id}.x\r\n${"é😀"}`;\r\nf`a\\u{41}b`;\r\n',
  ],
  // One difference is known and left: a decorated parameter starts at its decorator in oxc.
  classes: [
    'a.ts',
    `@Injectable() export abstract class A<T extends object> extends B<T> implements C {
       static #count = 0;
       accessor region: string = 'eu-central-1';
       declare readonly x?: number;
       constructor(private readonly y: string = 'ap-south-1', z?: Z) { super(); }
       get value(): string { return this.y; }
       abstract run(this: A<T>): Promise<void>;
       static { A.#count++; }
     }`,
  ],
  types: [
    'a.ts',
    `type Region = 'us-east-1' | \`eu-\${string}\`;
     interface Options { region?: Region; [key: string]: unknown; (): void; new (): Options }
     enum Zone { A = 'us-east-1a', B = 1 << 2 }
     declare module 'x' { export function f(a: typeof import('y').z): asserts a is string }
     namespace N.M { export const x = <T,>(y: T): y is T & {} => true }
     let t: [a: string, b?: number, ...rest: boolean[]];
     export type { Region };
     export = Zone;`,
  ],
  'chains and calls': [
    'a.ts',
    `a?.b!.c?.[0]?.(...args); (a?.b).c; new (f())(); new (a.b)<T>; import('x', { with: { type: 'json' } });
     await using r = x!; for await (const y of z) label: break label;
     const { region = 'us-east-1', ...rest } = await load(), [first = 1] = [];
     if (x instanceof Y && 'k' in o) delete o['k']; void (0, eval)('1');`,
  ],
  literals: ['a.ts', `/a+/giu; 0x1F; 1_000n; .5e3; 'it\\'s'; "\\u00e9"; null; true; -1; /(?<y>[\\p{L}])/v;`],
  'JSX in .tsx': [
    'a.tsx',
    `export const P = <T,>({ region = 'us-east-1' }: Props<T>) => (
       <><Select.Item<T> value="us-east-1" {...rest} data-x={\`a\`}>us-east-1 &amp; {/* c */ region}</Select.Item></>
     );`,
  ],
  'JSX in .js': ['a.js', `export default () => <option value='eu-west-1'>Ireland</option>;`],
  'type annotations in .js': ['a.js', `function f(region: string): void { return client(region as any); }`],
  CommonJS: [
    'a.cjs',
    `'use strict';\nconst { S3 } = require('aws-sdk');\nif (!S3) return;\nexports.s3 = new S3();`,
  ],
  'a script that returns': ['a.js', `if (x) return;\nmodule.exports = { region: 'eu-west-1' };`],
  'comments and a hashbang as ESLint passes it': [
    'a.mts',
    `///usr/bin/env node\n// one\n/* two\n three */ export {}; /** doc */ let a; // é 😀\n<!-- not a comment in a module`.replace(
      /\n<.*/u,
      '',
    ),
  ],
  'an empty file': ['a.ts', ''],
  'only comments': ['a.ts', '// us-east-1\n'],
};

describe('createParser', () => {
  describe('gives what @typescript-eslint/parser gives', () => {
    it.each(Object.entries(samples))('for %s', (_name, [filePath, text]) => {
      const options = {
        filePath,
        sourceType: filePath.endsWith('.cjs') ? 'script' : 'module',
        range: true,
        loc: true,
      };
      const expected = typescriptParser.parseForESLint(text, options as typescriptParser.ParserOptions);
      const actual = parser.parseForESLint(text, options);
      expect(listNodes(actual.ast)).toEqual(listNodes(expected.ast));
      expect(listComments(actual.ast)).toEqual(listComments(expected.ast));
      expect(listReferences(actual.scopeManager)).toEqual(listReferences(expected.scopeManager));
    });
  });

  it('compares something: the lists are not empty', () => {
    const { ast, scopeManager } = parse(samples['clients and options']?.[1] ?? '');
    expect(listNodes(ast).length).toBeGreaterThan(60);
    expect(listReferences(scopeManager)).toContain('region 0 -> Variable');
  });

  it('gives a CommonJS file a function scope', () => {
    const { scopeManager } = parse('const a = 1;', 'a.cjs', 'commonjs');
    expect(scopeManager.scopes.map(({ type }) => type)).toEqual(['global', 'function']);
  });

  it('keeps the directives for our rules and drops the configuration of others', () => {
    const { ast } = parse(
      '/* eslint semi: 2 */ /* eslint multi-region/no-hardcoded-region: 0 */ /* eslint-disable */ // eslint-disable-line',
    );
    expect(ast.comments?.map(({ value }) => value.trim())).toEqual([
      'eslint multi-region/no-hardcoded-region: 0',
      'eslint-disable',
      'eslint-disable-line',
    ]);
  });

  it('says where a file is broken, in lines and columns from 1', () => {
    expect(() => parse("const a = 'é😀';\r\nlet b = ;\n")).toThrow(
      expect.objectContaining({ message: 'Unexpected token.', lineNumber: 2, column: 9, index: 26 }),
    );
  });

  it.each(['{', '<<<<<<< HEAD\nlet a;\n', 'const a: = 1', '"open', '<a>', '\0\u0001', 'a b', 'x = {a b}'])(
    'refuses %j with one message in whole sentences',
    (text) => {
      const message = expect.stringMatching(/^[A-Z](?:(?!\.[. ]?\.).)+\.$/su) as string;
      expect(() => parse(text, 'a.tsx')).toThrow(expect.objectContaining({ name: 'ParseError', message }));
    },
  );

  it('leaves no listener on the process, however often it has to start again', () => {
    const before = process.listenerCount('beforeExit');
    for (let i = 0; i < 3; i++) expect(() => parse('['.repeat(100_000))).toThrow('too deeply');
    expect(process.listenerCount('beforeExit')).toBe(before);
  });

  it('survives code that is nested too deeply, and reads the next file', () => {
    const parseDeep = () => parse('['.repeat(100_000));
    expect(parseDeep).toThrow('The code is nested too deeply.');
    expect(parseDeep).toThrow('The code is nested too deeply.');
    expect(parse("let a = 'us-east-1'").ast.body).toHaveLength(1);
  });
});

function listNodes(ast: TSESTree.Program): string[] {
  const nodes: string[] = [];
  const visit = (node: TSESTree.Node) => {
    // typescript-eslint lets a program start at its first token; nothing depends on it.
    if (node.type !== 'Program')
      nodes.push(`${node.type} ${node.range.join('-')} ${showPlace(node.loc)} ${show(node)}`);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const each of [child].flat()) if (each) visit(each as TSESTree.Node);
    }
  };
  visit(ast);
  return nodes.sort();
}

function showPlace({ start, end }: TSESTree.SourceLocation): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function show(node: TSESTree.Node): string {
  switch (node.type) {
    case 'Literal':
      return `${typeof node.value} ${String(node.value)} ${node.raw}`;
    case 'TemplateElement':
      return `${node.value.cooked} ${node.tail}`;
    case 'Identifier':
    case 'JSXIdentifier':
    case 'PrivateIdentifier':
      return node.name;
    case 'Property':
      return `${node.kind} ${node.shorthand} ${node.computed} ${node.method}`;
    case 'MemberExpression':
      return `${node.computed} ${node.optional}`;
    case 'ImportSpecifier':
      return node.importKind;
    default:
      return 'operator' in node ? node.operator : '';
  }
}

function listComments({ comments }: TSESTree.Program): string[] | undefined {
  return comments?.map(
    ({ type, range, loc, value }) => `${type} ${range.join('-')} ${showPlace(loc)} ${value}`,
  );
}

function listReferences({ scopes }: ScopeManager): string[] {
  return scopes
    .flatMap(({ references }) => references)
    .map(({ identifier, resolved, writeExpr }) => {
      const name = 'name' in identifier ? identifier.name : '';
      const written = writeExpr ? writeExpr.range[0] : 0;
      return `${name} ${written} -> ${resolved?.defs[0]?.type ?? 'nothing'}`;
    })
    .sort();
}

it('refuses a try without a catch and a finally, which would be half a tree', () => {
  expect(() => createFileParser()('try { f(); }\ng();\n', { filePath: 'a.js' })).toThrow(
    /catch or finally/iu,
  );
});
