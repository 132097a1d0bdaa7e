const imports = "import { S3Client } from '@aws-sdk/client-s3';\nimport AWS from 'aws-sdk';\n";

/** Files that are hard to follow, or hardly files at all, by what is odd in them. */
export const oddFiles: Readonly<Record<string, string>> = {
  nothing: '',
  'white space': ' \n\t\r\n ',
  'a comment': "// new S3Client({ region: 'us-east-1' })",
  'a shebang': '#!/usr/bin/env node us-east-1',
  'a byte order mark and line breaks of Windows': `\uFEFF${imports.replaceAll('\n', '\r\n')}new S3Client({\r\n  region: 'us-east-1',\r\n});\r\n`,
  'a shebang behind a byte order mark': "\uFEFF#!/usr/bin/env node\r\nuseProvider('us-east-1');",
  'line breaks in a template': 'f(`\r\n\r\n  https://sqs.us-east-1.amazonaws.com/\r\n`);',
  'line separators': "useProvider('us-east-1');\u2028useProvider('\u2029us-east-1');",
  'characters of two units':
    "const 𠮷 = '😀'; 𠮷𠮷('😀us-east-1', 'arn:aws:sqs:us-east-1:1:😀'); f('us-east-1');",
  'half a character': "f('\uD800us-east-1', 'us-east-1\uDC00', '\uD800');",
  'right to left': "f('us-east-1\u202E', '\u200Bus-east-1', 'us\u00ADeast-1');",
  'null characters': "f('us-east-1\0', '\0us-east-1');",
  escapes: String.raw`f('us\x2deast-1', "\u{75}s-east-1", 'us-\
east-1'); new S3Client({ 'reg\u0069on': 'us-east-1' });`,
  'no value': `${imports}let region; new S3Client({ region }); new S3Client(); new S3Client; new S3Client(...a);`,
  'names of Object': `${imports}const o = { ...{ __proto__: null, constructor: 'us-east-1' } };
    new S3Client({ region: o.constructor }); new S3Client({ region: o.toString }); new S3Client({ region: o.hasOwnProperty });
    class A { toString = 'us-east-1'; f() { return this.toString, this.__proto__, this.valueOf; } } new AWS.constructor(); new AWS.toString({ region: o.__proto__ });`,
  'names without letters': `${imports}class A { '' = 'us-east-1'; 'a b' = 'us-east-1'; 1 = 'us-east-1'; f() { return [this[''], this['a b'], this[1]]; } }
    this[''] = 'us-east-1'; const o = { '': 'us-east-1' }; new S3Client({ region: o[''] }); o[''] = 'us-west-2';`,
  'constants in a circle': `${imports}const a = b; const b = a; const c = c; const d = [d], e = { ...e };
    new S3Client(a); new S3Client({ region: a }); new S3Client({ ...b, region: c }); new S3Client({ region: 'us-east-1', endpoint: a });
    for (const region of a) new S3Client({ region }); new CosmosClient({ connectionPolicy: { preferredLocations: a } });
    a.map((region) => new S3Client({ region })); new S3Client(e); new S3Client({ region: e.region }); new S3Client({ requestHandler: a });`,
  'objects in a circle': `${imports}const a = { b: b.a, ...b }; const b = { a: a.b, ...a, region: 'us-east-1' };
    new S3Client({ region: a.b.a.b.a.b }); new S3Client({ ...a, ...b }); const { region = region } = { region }; new S3Client({ region });`,
  'members in a circle': `${imports}class A { a = this.b; b = this.a; c = this; d = { ...this.d, region: this.d.region };
      region = 'us-east-1' ?? this.region; s3 = new S3Client({ region: this.a }); t3 = new S3Client(this.d);
      get e() { return this.f; } get f() { return this.e; } g() { return new S3Client({ ...this, region: this.c.c.c.region }); } }
    this.region = this.region; this.a = { region: this.a };`,
  'functions in a circle': `${imports}function f(region) { return g(region) ?? f('us-east-1'); } function g(region) { return f(region) || g(f); }
    const h = (region = h('us-east-1')) => h(h(region)); new S3Client({ region: f('us-east-1') }); new S3Client(g(h));
    let i = () => i(); i = i(i); new S3Client({ region: i('us-east-1') });`,
  'modules in a circle': `const a = require('aws-sdk'), b = a.b, { c = b } = b.c, d = c; var a = d, b = d.a; new a.S3(); new d.S3({ region: 'us-east-1' });
    const { e: { e } } = e; new e({ region: 'us-east-1' }); import f = f.g; import h = require('aws-sdk'); new h.S3({ region: h });`,
  'classes in a circle': `${imports}class A extends A { static region = A.region; static s3 = new S3Client({ region: A.region }); }
    class B extends C { region = super.region; } class C extends B { region = 'us-east-1'; } new A(new A('us-east-1'));`,
  'enums in a circle': `${imports}enum A { a = A.b, b = A.a, c = 'us-east-1', d = \`\${c}\` } new S3Client({ region: A.a }); new S3Client({ region: A['c'] });`,
  'a doubling tree of spreads': `${imports}const a0 = { region: 'us-east-1' };
    ${Array.from({ length: 30 }, (_, index) => `const a${index + 1} = { ...a${index}, ...a${index} };`).join('\n')}
    new S3Client(a30); new S3Client({ region: a30.region }); new S3Client(a12); new S3Client({ maxAttempts: a11.x, ...a11, ...f });`,
  'a doubling tree of choices': `${imports}const a0 = f();
    ${Array.from({ length: 30 }, (_, index) => `const a${index + 1} = a${index} ? a${index} : a${index} || a${index};`).join('\n')}
    new S3Client({ region: a30 }); new S3Client({ region: a12 }); new S3Client({ region: a10 });`,
  'a doubling tree of modules': `${Array.from({ length: 30 }, (_, index) => `const a${index + 1} = a${index}.x, b${index} = a${index}, { a${index}: c${index} } = a${index};`).join('\n')}
    const a0 = require('aws-sdk'); new a5.S3({ region: 'us-east-1' }); new a30.S3({ region: 'us-east-1' });`,
  'names of types': `type AWS = 'us-east-1'; namespace AWS { export class S3 {} } new AWS.S3({ region: 'us-east-1' }); declare const region: 'us-east-1'; f(region);`,
  'a region everywhere': `import us, { 'us-east-1' as a } from 'us-east-1' with { type: 'us-east-1' }; export * as 'us-east-1' from 'us-east-1';
    'us-east-1'; label: 'us-east-1'.x; ({ 'us-east-1': 'us-east-1' })['us-east-1']; delete a['us-east-1']; \`us-east-1\`\`us-east-1\`;
    class A { 'us-east-1' = 'us-east-1'; static 'us-west-2'() {} ['us-east-1']; @f('us-east-1') x; } enum B { 'us-east-1' = 'us-east-1' }
    declare module 'us-east-1' {} import c = require('us-east-1'); let d: 'us-east-1' | import('us-east-1').x | A['us-east-1'];
    throw 'us-east-1'; `,
};
