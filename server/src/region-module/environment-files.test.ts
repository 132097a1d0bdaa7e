import { addToExample, readExample } from './env-example.ts';
import { declareVariable } from './turbo.ts';

describe('.env.example', () => {
  const add = (text: string | undefined, region = 'us-east-1') =>
    addToExample(text, { variable: 'AWS_REGION', region }, 'Regions.');

  it.each<[string, string | undefined, string]>([
    ['a new file', undefined, '# Regions.\nAWS_REGION=us-east-1\n'],
    ['an empty file', '', '# Regions.\nAWS_REGION=us-east-1\n'],
    ['its end', 'A=1\n', 'A=1\nAWS_REGION=us-east-1\n'],
    ['its end without a newline', 'A=1', 'A=1\nAWS_REGION=us-east-1'],
    ['its end with CRLF', '# a\r\nA=1\r\n', '# a\r\nA=1\r\nAWS_REGION=us-east-1\r\n'],
    ['a value that is missing', 'A=1\nAWS_REGION=\nB=2\n', 'A=1\nAWS_REGION=us-east-1\nB=2\n'],
    ['a value to fill in', 'AWS_REGION=<your-region> # where\n', 'AWS_REGION=us-east-1 # where\n'],
    [
      'a value in quotes to fill in',
      'export AWS_REGION="your region"\r\n',
      'export AWS_REGION=us-east-1\r\n',
    ],
    ['a variable in a comment', '# AWS_REGION=eu-west-1\n', '# AWS_REGION=eu-west-1\nAWS_REGION=us-east-1\n'],
    [
      'a variable with a longer name',
      'MY_AWS_REGION=eu-west-1\n',
      'MY_AWS_REGION=eu-west-1\nAWS_REGION=us-east-1\n',
    ],
    [
      'the last line about the same',
      '# AWS\nAWS_PROFILE=shop # whose\n\n# Mail\nSMTP_HOST=\n',
      '# AWS\nAWS_PROFILE=shop # whose\nAWS_REGION=us-east-1\n\n# Mail\nSMTP_HOST=\n',
    ],
    [
      'the last line about the same, at the end',
      'A=1\nAWS_PROFILE=',
      'A=1\nAWS_PROFILE=\nAWS_REGION=us-east-1',
    ],
  ])('is written: %s', (_name, before, after) => {
    expect(add(before)).toBe(after);
    expect(add(after)).toBe(after);
  });

  it.each([
    'AWS_REGION=eu-west-1\n',
    'AWS_REGION="eu-west-1"',
    ' export AWS_REGION = eu-west-1 # a\n',
    'AWS_REGION=$REGION\n',
  ])('keeps what is there: %j', (text) => {
    expect(add(text)).toBe(text);
  });

  it('is read without quotes and comments', () => {
    const text = '# A=0\nA=1\r\nexport B = \'two\' # three\nC="a # b"\n\nD=\nE=x#y\n';
    expect(Object.fromEntries(readExample(text))).toEqual({ A: '1', B: 'two', C: 'a # b', D: '', E: 'x#y' });
  });
});

describe('turbo.json', () => {
  const declare = (text: string, name = 'AWS_REGION') => declareVariable(text, name);

  it.each<[string, string, string]>([
    ['globalEnv on one line', '{ "globalEnv": ["A"] }', '{ "globalEnv": ["A", "AWS_REGION"] }'],
    [
      'globalEnv on lines',
      '{\n  "globalEnv": [\n    "A" // a\n  ]\n}',
      '{\n  "globalEnv": [\n    "A", // a\n    "AWS_REGION"\n  ]\n}',
    ],
    ['an empty globalEnv', '{ "globalEnv": [] }', '{ "globalEnv": ["AWS_REGION"] }'],
    [
      'no globalEnv',
      '{\r\n\t"tasks": {} // t\r\n}\r\n',
      '{\r\n\t"tasks": {}, // t\r\n\t"globalEnv": ["AWS_REGION"]\r\n}\r\n',
    ],
    ['nothing', '{}', '{"globalEnv": ["AWS_REGION"]}'],
    ['nothing on lines', '{\n}\n', '{\n  "globalEnv": ["AWS_REGION"]\n}\n'],
    ['a byte order mark', '\uFEFF{ "globalEnv": ["A"] }', '\uFEFF{ "globalEnv": ["A", "AWS_REGION"] }'],
    [
      'the tasks of a package',
      '{ "extends": ["//"], "tasks": { "build": { "env": ["A"] } } }',
      '{ "extends": ["//"], "tasks": { "build": { "env": ["A", "AWS_REGION"] } } }',
    ],
    [
      'a task without variables',
      '{ "extends": ["//"], "tasks": { "build": { "cache": true } } }',
      '{ "extends": ["//"], "tasks": { "build": { "cache": true, "env": ["AWS_REGION"] } } }',
    ],
  ])('gets the variable: %s', (_name, before, after) => {
    expect(declare(before)).toBe(after);
    expect(declare(after)).toBe(after);
  });

  it.each([
    '{ "globalEnv": ["AWS_REGION"] }',
    '{ "globalPassThroughEnv": ["AWS_*"] }',
    '{ "tasks": { "build": { "env": ["AWS_REGION"] } } }',
    '{ "tasks": { "web#build": { "passThroughEnv": ["*"] } } }',
    '{ "pipeline": { "build": { "dependsOn": ["^build", "$AWS_REGION"] } } }',
    '{ "extends": ["//"], "tasks": {} }',
    '[]',
    '{ "globalEnv": ',
    '',
  ])('is left alone: %s', (text) => {
    expect(declare(text)).toBe(text);
  });

  it.each([
    '{ "tasks": { "build": { "env": ["AWS_REGION_TWO", "!AWS_REGION"] } } }',
    '{ "tasks": { "build": { "outputs": ["AWS_REGION"] } } }',
  ])('does not take something else for it: %s', (text) => {
    expect(declare(text)).toContain('"globalEnv": ["AWS_REGION"]');
  });
});
