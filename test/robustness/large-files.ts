const regions = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-south-1'];
const imports = "import { S3Client } from '@aws-sdk/client-s3';\nimport AWS from 'aws-sdk';\n";

/** `text` for 0 up to `count`, with a separator between. */
function repeat(count: number, text: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(separator);
}

function regionAt(index: number): string {
  return regions[index % regions.length] ?? '';
}

/** Files that hold any number of things of one kind, by what that is. */
export const largeFiles: Readonly<Record<string, (count: number) => string>> = {
  'calls with a region': (count) => repeat(count, (index) => `useProvider${index}('us-east-1');`),
  constants: (count) => repeat(count, (index) => `const region${index} = 'us-east-1'; f(region${index});`),
  'a list of regions': (count) => `f([${repeat(count, () => "'us-east-1'", ',')}]);`,
  'a list of objects': (count) =>
    `f([${repeat(count, (index) => `{ id: ${index}, region: 'us-east-1' }`, ',')}]);`,
  'a list of ARNs': (count) =>
    `f([${repeat(count, (index) => `'arn:aws:sqs:us-east-1:1:q${index}'`, ',')}]);`,
  'a list of lists': (count) => `f([${repeat(count, () => "[['us-east-1']]", ',')}]);`,
  'an object of regions': (count) =>
    `configure({${repeat(count, (index) => `k${index}: 'us-east-1'`, ',')}});`,
  'an object of objects': (count) =>
    `configure({${repeat(count, (index) => `k${index}: { region: 'us-east-1' }`, ',')}});`,
  'a map by region': (count) =>
    `const m = {${repeat(count, (index) => `'us-east-${index}': 'us-east-1'`, ',')}};`,
  ARNs: (count) => repeat(count, (index) => `f('arn:aws:lambda:us-east-1:1:function:f${index}');`),
  hosts: (count) => repeat(count, (index) => `fetch('https://sqs.us-east-1.amazonaws.com/${index}');`),
  'global hosts': (count) => repeat(count, (index) => `fetch('https://sts.amazonaws.com/${index}');`),
  'one string of ARNs': (count) =>
    `f('${repeat(count, (index) => `arn:aws:sqs:us-east-1:1:q${index}`, ' ')}');`,
  'one string of hosts': (count) =>
    `f('${repeat(count, (index) => `https://s3.amazonaws.com/${index}`, ' ')}');`,
  'one template of ARNs': (count) => `f(\`${repeat(count, () => 'arn:aws:sqs:us-east-1:1:${q}', ' ')}\`);`,
  templates: (count) => repeat(count, () => 'f(`arn:aws:sqs:${region}:1:${"us-east-1"}`);'),
  'clients of one region': (count) =>
    imports + repeat(count, (index) => `const c${index} = new S3Client({ region: 'us-east-1' });`),
  'clients of several regions': (count) =>
    imports + repeat(count, (index) => `const c${index} = new S3Client({ region: '${regionAt(index)}' });`),
  'clients that a module hands out': (count) =>
    imports +
    repeat(count, (index) => `export const c${index} = new S3Client({ region: '${regionAt(index)}' });`),
  'clients in try and catch': (count) =>
    imports +
    repeat(
      count,
      (index) =>
        `try { new S3Client({ region: '${regionAt(index)}' }).send(${index}); } catch { new S3Client({ region: 'eu-west-3' }); }`,
    ),
  'clients of the global configuration': (count) =>
    `${imports}AWS.config.region = 'us-east-1';\n${repeat(count, (index) => `const c${index} = new AWS.S3();`)}`,
  'clients that share their options': (count) =>
    `${imports}const options = { region: 'us-east-1' };\n${repeat(count, (index) => `const c${index} = new S3Client(options);`)}`,
  'clients of one constant': (count) =>
    `${imports}const region = 'us-east-1';\n${repeat(count, () => 'new S3Client({ region });')}`,
  'clients in fields': (count) =>
    `${imports}class A { ${repeat(count, (index) => `c${index} = new S3Client({ region: '${regionAt(index)}' });`)}
     run() { ${repeat(count, (index) => `this.c${index}.send();`)} } }`,
  'clients with comments': (count) =>
    imports +
    repeat(count, () => `new S3Client({ /* why */ region: 'us-east-1' /* here */, maxAttempts: 1 });`),
  'clients of several calls': (count) =>
    imports +
    repeat(count, (index) => `const c${index} = new S3Client({}); c${index}.send(); c${index}.send();`),
  'values and uses of one variable': (count) =>
    `${imports}let region = '';\n${repeat(count, () => "region = 'us-east-1';")}\n${repeat(count, () => 'new S3Client({ region });')}`,
  fields: (count) =>
    `class A { ${repeat(count, (index) => `region${index} = 'us-east-1';`)}
     run() { ${repeat(count, (index) => `f(this.region${index});`)} } }`,
  getters: (count) =>
    `class A { ${repeat(count, (index) => `get region${index}() { return 'us-east-1'; }`)}
     run() { ${repeat(count, (index) => `f(this.region${index});`)} } }`,
  'a chain of constants': (count) =>
    `${imports}const c0 = 'us-east-1';\n${repeat(count, (index) => `const c${index + 1} = c${index};`)}
     new S3Client({ region: c${count} });`,
  'functions that hand on a region': (count) =>
    `${repeat(count, (index) => `function f${index}(region) { return f${index + 1}(region); }`)}\nf0('us-east-1');`,
  'functions that return a region': (count) =>
    imports +
    repeat(
      count,
      (index) => `function f${index}() { return { region: 'us-east-1' }; } new S3Client(f${index}());`,
    ),
  'returns of one function': (count) =>
    `function f(a) { ${repeat(count, (index) => `if (a === ${index}) return 'us-east-1';`)} }\nf();`,
  cases: (count) =>
    `function f(a) { switch (a) { ${repeat(count, (index) => `case 'us-east-${index}': return 'us-east-1';`)} } }`,
  fallbacks: (count) =>
    imports +
    repeat(count, () => `new S3Client({ region: process.env.AWS_REGION /* or */ ?? ('us-east-1') });`),
  elements: (count) =>
    `f(<select>${repeat(count, () => '<option value="us-east-1">us-east-1</option>')}</select>);`,
  'a union': (count) => `type Region = ${repeat(count, () => "'us-east-1'", ' | ')};`,
  'an enum': (count) => `enum Region { ${repeat(count, (index) => `A${index} = 'us-east-1'`, ', ')} }`,
  'locations of Azure': (count) =>
    `import '@azure/arm-compute';\n${repeat(count, () => "create({ location: 'westeurope' });")}`,
  zones: (count) => repeat(count, () => "new Instance({ availabilityZone: 'us-east-1a' });"),
  stacks: (count) =>
    `import { Stack } from 'aws-cdk-lib';\n${repeat(count, (index) => `new Stack(app, 's${index}', { env: { region: 'us-east-1' } });`)}`,
  'a bundle in one line': (count) =>
    `${imports}!function(){${repeat(count, (index) => `function f${index}(e,t){var n={region:"us-east-1",a:e};return t?new S3Client(n):e}`, '')}}()`,
  'code without regions': (count) =>
    `${imports}new S3Client({ region: 'us-east-1' });\n${repeat(count, (index) => `function f${index}(e, t) { const n = { b: 'c', a: e }; return this.g(n); }`)}`,
  comments: (count) =>
    `${repeat(count, () => '// us-east-1, see arn:aws:sqs:us-east-1:1:q')}\nf('us-east-1');`,
  spaces: (count) => `f('us-east-1'${' '.repeat(count * 20)});`,
};
