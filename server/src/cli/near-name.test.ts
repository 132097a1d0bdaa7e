import { findNearName } from './near-name.ts';

const commands = ['audit', 'fix', 'chaos', 'init', 'lsp', 'runbook'];

it.each([
  ['adit', 'audit'],
  ['audits', 'audit'],
  ['FIX', 'fix'],
  ['choas', 'chaos'],
  ['runbok', 'runbook'],
  ['rnubok', 'runbook'],
])('%s may mean %s', (text, name) => {
  expect(findNearName(text, commands)).toBe(name);
});

it('counts two letters that changed places once', () => {
  expect(findNearName('fxi', ['fix'])).toBe('fix');
  expect(findNearName('xif', ['fix'])).toBeUndefined();
});

it.each(['', 'deploy', 'audience', 'xyz'])("'%s' means none of them", (text) => {
  expect(findNearName(text, commands)).toBeUndefined();
});

it('takes the nearest, and the first of those that are as near', () => {
  expect(findNearName('us-est-1', ['us-west-2', 'us-east-2', 'us-west-1', 'us-east-1'])).toBe('us-west-1');
  expect(findNearName('eu-centrl-2', ['eu-central-1', 'eu-central-2'])).toBe('eu-central-2');
});

it('has nothing to propose where there are no names', () => {
  expect(findNearName('audit', [])).toBeUndefined();
});
