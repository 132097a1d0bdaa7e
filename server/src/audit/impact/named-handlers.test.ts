import { createNamedHandlers } from './named-handlers.ts';
import { readProject } from '../../project/project.ts';

const files = ['infra/stack.ts', 'src/orders.ts', 'functions/a/index.mjs', 'lambda/place.tsx'];
// A folder that does not exist: there is nothing in it but these files.
const project = readProject('/there-is-no-such-folder', files);

it.each([
  ['infra/stack.ts', `new Function(stack, 'F', { handler: 'src/orders.place' })`, 'src/orders.ts', 'place'],
  ['serverless.ts', `functions: { place: { "handler": "src/orders.place" } }`, 'src/orders.ts', 'place'],
  ['serverless.yml', `functions:\n  place:\n    handler: src/orders.place # x`, 'src/orders.ts', 'place'],
  [
    'template.yaml',
    `    Properties:\n      CodeUri: functions/a/\n      Handler: index.run\n`,
    'functions/a/index.mjs',
    'run',
  ],
  [
    'infra/stack.ts',
    `new NodejsFunction(this, 'F', { entry: path.join(__dirname, '..', 'lambda', 'place.tsx'), runtime: 'x' })`,
    'lambda/place.tsx',
    undefined,
  ],
  [
    'infra/stack.ts',
    `new NodejsFunction(this, 'F', {\n  entry: path.join(\n    __dirname,\n    '../src/orders.ts',\n  ),\n})`,
    'src/orders.ts',
    undefined,
  ],
  [
    'infra/stack.ts',
    'new NodejsFunction(this, "F", { entry: `${__dirname}/../src/orders.ts` })',
    'src/orders.ts',
    undefined,
  ],
  [
    'infra/stack.ts',
    `new NodejsFunction(this, 'F', { entry: fileURLToPath(new URL('../src/orders.ts', import.meta.url)) })`,
    'src/orders.ts',
    undefined,
  ],
])('in %s, %s names %s', (path, text, file, name) => {
  const handlers = createNamedHandlers(project);
  handlers.addText(path, text);
  expect([...handlers.list()]).toEqual([[file, name]]);
});

it.each([
  ['infra/stack.ts', `{ handler: 'src/missing.place' }`],
  ['infra/stack.ts', `{ handler: 'src/orders.ts' }`],
  ['infra/stack.ts', `{ entry: 'src/orders.ts' }`],
  ['infra/stack.ts', `{ handler: (event) => 'src/orders.place' }`],
])('in %s, %s names nothing', (path, text) => {
  const handlers = createNamedHandlers(project);
  handlers.addText(path, text);
  expect([...handlers.list()]).toEqual([]);
});
