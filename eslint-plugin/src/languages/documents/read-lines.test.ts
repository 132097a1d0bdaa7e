import { readAssignments, readDockerfile } from './read-lines.ts';
import { type DocumentTree, getPath, visitNodes } from './tree.ts';

function listScalars({ root }: DocumentTree, text: string): string[] {
  const found: string[] = [];
  visitNodes(root, (node) => {
    if (node.type === 'scalar') found.push(`${getPath(node).join('/')}=${text.slice(...node.range)}`);
  });
  return found;
}

describe('readAssignments', () => {
  it.each([
    ['AWS_REGION=us-east-1\n', ['AWS_REGION=us-east-1']],
    ['export AWS_REGION="us-east-1" # here\n', ['AWS_REGION=us-east-1']],
    ["  REGION = 'us-east-1'\n", ['REGION=us-east-1']],
    ['REGION ?= us-east-1\n', ['REGION=us-east-1']],
    ['# AWS_REGION=us-east-1\n', []],
    ['EMPTY=\nREGION=us-east-1\r\n', ['EMPTY=', 'REGION=us-east-1']],
    ['[default.deploy.parameters]\nregion = "us-east-1"\n', ['default/deploy/parameters/region=us-east-1']],
  ])('reads %j', (text, expected) => {
    expect(listScalars(readAssignments(text), text)).toEqual(expected);
  });
});

describe('readDockerfile', () => {
  it.each([
    ['FROM 1.dkr.ecr.us-east-1.amazonaws.com/base:1\n', ['FROM=1.dkr.ecr.us-east-1.amazonaws.com/base:1']],
    ['ENV AWS_REGION=us-east-1 OTHER="x"\n', ['ENV/AWS_REGION=us-east-1', 'ENV/OTHER=x']],
    ['env AWS_REGION us-east-1\n', ['ENV/AWS_REGION=us-east-1']],
    ['ARG REGION=us-east-1\n', ['ARG/REGION=us-east-1']],
    ['# ENV AWS_REGION=us-east-1\n', []],
  ])('reads %j', (text, expected) => {
    expect(listScalars(readDockerfile(text), text)).toEqual(expected);
  });
});
