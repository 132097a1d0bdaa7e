const region = "'us-east-1'";
const client = 'new S3Client({ region: us })';

/** Files in which one kind of syntax is nested, by what that is. */
export const nestedFiles: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: (depth) => `f(${'('.repeat(depth)}${region}${')'.repeat(depth)});`,
  arrays: (depth) => `f(${'['.repeat(depth)}${region}${']'.repeat(depth)});`,
  objects: (depth) => `f(${'{ region: '.repeat(depth)}${region}${' }'.repeat(depth)});`,
  sums: (depth) => `f('arn:aws:sqs:us-east-1:1:q'${" + 'b'".repeat(depth)} + ${region});`,
  'sums to the right': (depth) => `f(${"'a' + (".repeat(depth)}${region}${')'.repeat(depth)});`,
  conditions: (depth) => `f({ region: ${'a ? b : '.repeat(depth)}${region} });`,
  'conditions of a client': (depth) => `const us = ${'a ? b : '.repeat(depth)}${region}; ${client};`,
  'second choices': (depth) => `const us = a${' || b'.repeat(depth)} || ${region}; ${client};`,
  'second choices to the right': (depth) =>
    `const us = ${'a ?? ('.repeat(depth)}${region}${')'.repeat(depth)}; ${client};`,
  calls: (depth) => `${'f('.repeat(depth)}${region}${')'.repeat(depth)};`,
  'calls of calls': (depth) => `f${'()'.repeat(depth)}(${region});`,
  constructions: (depth) => `${'new F('.repeat(depth)}${region}${')'.repeat(depth)};`,
  members: (depth) =>
    `const us = a${'.b'.repeat(depth)}; ${client}; a${'.b'.repeat(depth)}({ region: ${region} });`,
  'assignments to members': (depth) => `a${'.b'.repeat(depth)}.region = ${region};`,
  'optional chains': (depth) => `a${'?.b'.repeat(depth)}?.({ region: ${region} });`,
  'chains of calls': (depth) => `a${'.b()'.repeat(depth)}.use(${region});`,
  'chains with regions': (depth) => `a${`.use(${region})`.repeat(depth)};`,
  'chains of catch': (depth) =>
    `const us = ${region}; const s3 = ${client}; s3.send()${'.catch(f)'.repeat(depth)};`,
  arrows: (depth) => `const us = ${region}; const f = ${'() => '.repeat(depth)}${client};`,
  functions: (depth) => `${'function f() { '.repeat(depth)}return ${region};${' }'.repeat(depth)}`,
  classes: (depth) => `${'class A { static x = '.repeat(depth)}${region}${' }'.repeat(depth)}`,
  blocks: (depth) => `${'{ '.repeat(depth)}g(${region});${' }'.repeat(depth)}`,
  'else if': (depth) => `${'if (a) b(); else '.repeat(depth)}g(${region});`,
  'try statements': (depth) =>
    `const us = ${region}; ${'try { '.repeat(depth)}${client};${' } catch {}'.repeat(depth)}`,
  assertions: (depth) =>
    `f(${region}${'!'.repeat(depth)}); new (AWS${'!'.repeat(depth)}.S3)({ region: ${region} });`,
  casts: (depth) => `f(${region}${' as T'.repeat(depth)});`,
  awaits: (depth) => `async () => f(${'await '.repeat(depth)}${region});`,
  negations: (depth) => `f(${'!'.repeat(depth)}${region});`,
  templates: (depth) => `f(${'`${'.repeat(depth)}${region}${'}`'.repeat(depth)});`,
  spreads: (depth) => `new S3Client(${'{ ...'.repeat(depth)}{ region: ${region} }${' }'.repeat(depth)});`,
  sequences: (depth) => `f((a${', b'.repeat(depth)}, ${region}));`,
  assignments: (depth) => `${'a = '.repeat(depth)}${region};`,
  elements: (depth) => `f(${'<a>'.repeat(depth)}us-east-1${'</a>'.repeat(depth)});`,
  'object patterns': (depth) => `const ${'{ a: '.repeat(depth)}region = ${region}${' }'.repeat(depth)} = x;`,
  'array patterns': (depth) => `const ${'['.repeat(depth)}region = ${region}${']'.repeat(depth)} = x;`,
  'patterns of an import': (depth) =>
    `const ${'{ a: '.repeat(depth)}S3${' }'.repeat(depth)} = require('aws-sdk'); new S3({ region: ${region} });`,
  types: (depth) => `type A = ${'('.repeat(depth)}${region}${')[]'.repeat(depth)};`,
};
