import { readYaml } from './read-yaml.ts';
import { getChild, getPath, getText, visitNodes } from './tree.ts';

function listScalars(text: string): string[] {
  const found: string[] = [];
  visitNodes(readYaml(text).root, (node) => {
    if (node.type === 'scalar') found.push(`${getPath(node).join('/')}=${node.tag ?? ''}${node.text}`);
  });
  return found;
}

describe('readYaml', () => {
  it('reads mappings, lists, tags, anchors and quotes', () => {
    const text = [
      'a: 1 # one',
      'b: !Sub "x${AWS::Region}"',
      'c: &list',
      '  - !Ref AWS::Region',
      "  - {d: e, 'f': [g, h]}",
      'i: *list',
    ].join('\n');
    expect(listScalars(text)).toEqual([
      'a=1',
      'b=!Subx${AWS::Region}',
      'c/0=!RefAWS::Region',
      'c/1/d=e',
      'c/1/f/0=g',
      'c/1/f/1=h',
    ]);
  });

  it('reads JSON', () => {
    expect(listScalars('{\n\t"a": "b",\n\t"c": [1, {"d": "e"}]\n}')).toEqual(['a=b', 'c/0=1', 'c/1/d=e']);
  });

  it('reads several documents', () => {
    const { root } = readYaml('---\na: b\n---\nc: d\n');
    expect(getText(getChild(root, '1', 'c'))).toBe('d');
  });

  it('gives offsets with and without quotes and tag', () => {
    const text = "Region: !Sub 'us-east-1'\n";
    const node = getChild(readYaml(text).root, 'Region');
    expect(node?.type === 'scalar' && [text.slice(...node.range), text.slice(...node.outer)]).toEqual([
      'us-east-1',
      "!Sub 'us-east-1'",
    ]);
  });

  it('keeps comments', () => {
    const { comments } = readYaml('# one\na: b # two\nc:\n  # three\n  - d\n');
    expect(comments.map(({ value }) => value)).toEqual([' one', ' two', ' three']);
  });

  it.each([
    ['a template of Helm', '{{- if .Values.on }}\nregion: us-east-1\n{{- end }}\n'],
    ['a tab', 'a:\n\tb: c\nregion: us-east-1\n'],
    ['an open quote', 'region: us-east-1\na: "open\n'],
    ['a key twice', 'region: us-east-1\nregion: us-east-1\n'],
  ])('reads what it can of %s', (_name, text) => {
    expect(listScalars(text).some((each) => each.endsWith('us-east-1'))).toBe(true);
  });

  it.each(['[', '{', '- ', '{a: ', '? '])('takes any depth of %j', (mark) => {
    expect(() => readYaml(mark.repeat(5000))).not.toThrow();
  });
});
