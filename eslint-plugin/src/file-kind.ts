import { globToRegExp } from './glob.ts';

/** Words that make a test, or what only tests use, of whatever has them in its name: `orders.test.ts`, `testInteg/`. */
const testWords = [
  ...['tests?', 'testing', 'testdata', 'testutils?', 'clienttests?', 'specs?', 'e2e', 'integ'],
  ...['mocks?', 'fixtures?', 'stubs?', 'snapshots?', 'cassettes?', 'placebo'],
  ...['seeds?', 'seeders?', 'stor(?:y|ies|ybook)', 'smoke'],
  // What sets up a run of tests sits beside their runner: jest.setup.js, .mocharc.js, karma.conf.js, .jest/env.js.
  ...['jest', 'vitest', 'mocha', 'mocharc', 'karma', 'cypress', 'playwright', 'jasmine', 'ava'],
];
/** Folders of tests, and of code that only shows something, by their whole names: `demo` may be a part of any name. */
const testFolders =
  'acceptance|conformance|demos?|dummy|dummies|showcases?|recordings?|global-setup|global-teardown';
/** Rows that are made up: `dummyOrders.ts`, `demo-data.ts`, `fakeUsers.ts`. */
const madeUpData =
  '(?:dummy|demo|fake|sample)[-_.]?(?:data|rows|records|users|customers|orders|items|events?|payloads?)\\b[^/]*$';
/** What a test runner starts with: `globalSetup.ts`. */
const testSetup = '(?:global|tests?)[-_.]?(?:setup|teardown)\\.[^/]*$';
/** Scripts, and folders of them, that call a handler on the developer's machine: `runLocal.ts`, `runManual/orders.ts`. */
const handWords =
  '(?:run|invoke|start|debug)[-_.]?(?:it[-_.]?)?(?:local(?:ly)?|manual(?:ly)?)(?:[-_.]|/|$)|(?:local|manual)[-_.]?(?:run(?:ner)?|invoke)\\.';
/** Type tests, tests of Cypress, benchmarks and fuzzers say so before the extension only: `index.tst.ts`, but not `web-perf.ts`. */
const testSuffix = /\.(?:tst|cy|perf|bench|fuzz)\.[cm]?[jt]sx?$/;
/** All of these in one, for a whole path; words stand apart between hyphens, underscores, dots and slashes. */
const testPath = new RegExp(
  [
    `(?:^|[-_./])(?:${testWords.join('|')})(?:[-_./]|$)`,
    `(?:^|/)(?:(?:${testFolders})/|${madeUpData}|${testSetup}|${handWords})`,
  ].join('|'),
  'i',
);
const generatedFolders =
  /(?:^|\/)(?:node_modules|dist|cdk\.out|coverage|vendor|__generated__|generated|dataconnect-(?:generated|sdk)|\.(?:angular|aws-sam|cache|next|nuxt|open-next|output|serverless|sst|svelte-kit|te?mp|turbo|vercel|webpack|yarn))\//;
const generatedFiles =
  /(?:^|\/)(?:aws-exports|amplify_outputs|amplifyconfiguration)\.[jt]s$|[.-](?:gen|generated|min|bundle)\.[cm]?[jt]sx?$/;
const generatedHeader =
  /@generated\b|\bDO NOT (?:EDIT|MODIFY)\b|\bauto-?generated (?:by|file|code|from)\b|\bwebpackBootstrap\b|^var __create = Object\.create;|\bAWS SDK for JavaScript v\d+\.\d+|"__esModule", ?\{ ?value: ?!0/im;
/** What TypeScript and Babel write at the top of the CommonJS that they make: `functions/lib/index.js` of Firebase. */
const compiledHeader =
  /^Object\.defineProperty\(exports, "__esModule", \{\s+value: true,?\s+\}\);$|^var __\w+ = \(this && this\.__\w+\) \|\| /m;

/** Whether a path says that its file is a test, a fixture, a mock, a story, seed data or a script to try things by hand. */
export function isTestPath(path: string): boolean {
  return testSuffix.test(path) || testPath.test(splitCamelCase(path));
}

/** Whether a file is made by a tool, so that nobody would edit it by hand. */
export function isGenerated(path: string, text: string): boolean {
  const top = text.slice(0, 600);
  return isGeneratedPath(path) || generatedHeader.test(top) || compiledHeader.test(top);
}

/** Whether a path alone says so: `dist/`, `.yarn/`, `orders.gen.ts`. */
export function isGeneratedPath(path: string): boolean {
  return generatedFolders.test(path) || generatedFiles.test(path);
}

const expressions = new Map<string, RegExp>();

/** Whether a file is config by itself, so that a region in what it exports is where it should be. */
export function isConfigModule(path: string, globs: readonly string[]): boolean {
  const key = globs.join('\n');
  const expression = expressions.get(key) ?? joinGlobs(globs);
  expressions.set(key, expression);
  return expression.test(path);
}

/** One expression for all: a list of them would be compiled one by one, and none of them is warm. */
function joinGlobs(globs: readonly string[]): RegExp {
  // Nothing is among no globs.
  return new RegExp(globs.length === 0 ? '^(?!)' : globs.map((glob) => globToRegExp(glob).source).join('|'));
}

/** `testInteg` and `TestData` become `test-Integ` and `Test-Data`, so that one pattern of words is enough. */
function splitCamelCase(path: string): string {
  return path.replace(/([a-z0-9])([A-Z])/g, '$1-$2');
}

/**
 * The path by which a file is judged: from the working directory, with forward slashes, so that a
 * checkout in `~/tests/` is not taken for a folder of tests.
 *
 * @param filename absolute, or from the working directory
 */
export function getProjectPath(filename: string, cwd: string): string {
  const path = filename.replaceAll('\\', '/');
  const folder = cwd.replaceAll('\\', '/').replace(/\/$/, '');
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  const isOutside = /^(?:\/|[A-Za-z]:|\.\.\/)/.test(path);
  return isOutside ? path.replace(/^.*\/(?=[^/]*$)/, '') : path.replace(/^(?:\.\/)+/, '');
}
