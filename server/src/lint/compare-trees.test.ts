import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { createParser } from '../parse/parser.ts';
import { applyEdits } from '../parse/apply-edits.ts';
import { findLostNode } from './compare-trees.ts';

const { parseForESLint } = createParser() as {
  parseForESLint: (text: string, options: object) => { ast: object };
};
const parse = (text: string) => parseForESLint(text, { filePath: 'a.js', sourceType: 'module' }).ast;

function replace(text: string, old: string, by: string): TextEdit {
  const start = text.indexOf(old);
  return { range: [start, start + old.length], text: by };
}

function compare(text: string, ...edits: TextEdit[]) {
  return findLostNode(parse(text), parse(applyEdits(text, edits)), edits);
}

describe('findLostNode', () => {
  const text = "import a from 'a';\nconst{R='us-east-1'}=process.env;\nf(R, { b: [1, `x${a}`] });\n";

  it('is content with what was meant', () => {
    expect(compare(text, replace(text, "'us-east-1'", 'regions.primary'))).toBeUndefined();
    expect(
      compare(
        text,
        { range: [18, 18], text: "\nimport { regions } from './config.js';" },
        replace(text, "'us-east-1'", 'regions.primary'),
        replace(text, 'f(R', 'f(regions.r'),
      ),
    ).toBeUndefined();
  });

  it.each<[string, TextEdit]>([
    ['tokens that are glued', replace(text, "{R='us-east-1'}=process.env", 'R = regions.r')],
    ['a comment that swallows what follows', replace(text, "'us-east-1'", "'' } = {}; //")],
  ])('finds %s', (_what, edit) => {
    expect(compare(text, edit)).toBeDefined();
  });

  it('counts places without the byte order mark', () => {
    const edit = replace(text, "'us-east-1'", 'x');
    const moved: TextEdit = { range: [edit.range[0] + 1, edit.range[1] + 1], text: 'x' };
    expect(findLostNode(parse(text), parse(applyEdits(text, [edit])), [moved], 1)).toBeUndefined();
  });
});
