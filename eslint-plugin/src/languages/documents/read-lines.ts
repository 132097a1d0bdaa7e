import { createNodeFactory } from './node-factory.ts';
import type { Comment, DocumentTree, Entry, Range } from './tree.ts';

const assignment =
  /^[ \t]*(?:export[ \t]+|set[ \t]+-x[ \t]+)?([\w.-]+)[ \t]*[:?+]?=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"']+(?:[ \t]+[^\s#"']+)*|))/;
const section = /^[ \t]*\[+([^[\]\n][^\]\n]*)\]+/;

/**
 * Reads lines of `NAME=value` (.env, ini, TOML as far as strings go, shell, make) into one map, or into one map for each
 * `[section]`. A TOML table `[default.deploy.parameters]` nests.
 *
 * @param text the file
 */
export function readAssignments(text: string): DocumentTree {
  const create = createNodeFactory(text);
  const comments: Comment[] = [];
  const root: Entry[] = [];
  let current = root;
  const sections: { names: { name: string; range: Range }[]; entries: Entry[] }[] = [];
  for (const { line, start } of splitLines(text)) {
    const comment = /(?:^|\s)#(.*)$/.exec(line);
    if (comment) {
      const from = start + comment.index + comment[0].indexOf('#');
      comments.push({ value: comment[1] ?? '', range: [from, start + line.length] });
    }
    const header = section.exec(line);
    if (header?.[1]) {
      const range: Range = [start + header[0].indexOf(header[1]), start + header[0].length];
      const names = header[1].split('.').map((name) => ({ name: name.trim(), range }));
      current = [];
      sections.push({ names, entries: current });
      continue;
    }
    const match = assignment.exec(line);
    if (!match?.[1]) continue;
    const [all, key] = match;
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const isQuoted = match[2] !== undefined || match[3] !== undefined;
    const valueEnd = start + match.index + all.length - Number(isQuoted);
    const range: Range = [valueEnd - value.length, valueEnd];
    const keyStart = start + all.indexOf(key);
    const style = match[2] !== undefined ? 'double' : match[3] !== undefined ? 'single' : 'plain';
    const outer: Range = isQuoted ? [range[0] - 1, range[1] + 1] : range;
    current.push(
      create.entry(key, [keyStart, keyStart + key.length], create.scalar(range, style, [], outer)),
    );
  }
  for (const { names, entries } of sections) {
    let map = create.map(entries, entries[0]?.keyRange ?? [0, 0]);
    const [first, ...rest] = names;
    for (const { name, range } of rest.reverse()) map = create.map([create.entry(name, range, map)], range);
    if (first) root.push(create.entry(first.name, first.range, map));
  }
  return { root: create.map(root, [0, text.length]), comments };
}

/**
 * Reads a Dockerfile as a list of instructions: a map with the name of the instruction, `ENV` and `ARG` with their names
 * below it.
 */
export function readDockerfile(text: string): DocumentTree {
  const create = createNodeFactory(text);
  const comments: Comment[] = [];
  const entries: Entry[] = [];
  for (const { line, start } of splitLines(text)) {
    if (/^\s*#/.test(line)) {
      const from = start + line.indexOf('#');
      comments.push({ value: line.slice(line.indexOf('#') + 1), range: [from, start + line.length] });
      continue;
    }
    const [head = '', name] = /^[ \t]*([A-Za-z]+)[ \t]+/.exec(line) ?? [];
    if (name === undefined) continue;
    const instruction = name.toUpperCase();
    const keyStart = start + line.indexOf(name);
    const keyRange: Range = [keyStart, keyStart + name.length];
    const rest = start + head.length;
    const content = line.slice(head.length).trimEnd();
    if (instruction !== 'ENV' && instruction !== 'ARG') {
      entries.push(
        create.entry(instruction, keyRange, create.scalar([rest, rest + content.length], 'plain')),
      );
      continue;
    }
    const pairs = [...content.matchAll(/\b([A-Za-z_]\w*)(?:=|[ \t]+)(?:"([^"]*)"|'([^']*)'|(\S*))/g)];
    const inner = pairs.map((pair) => {
      const value = pair[2] ?? pair[3] ?? pair[4] ?? '';
      const isQuoted = pair[4] === undefined;
      const end = rest + pair.index + pair[0].length - Number(isQuoted);
      const range: Range = [end - value.length, end];
      const nameStart = rest + pair.index;
      const variable = pair[1] ?? '';
      const outer: Range = isQuoted ? [range[0] - 1, range[1] + 1] : range;
      const node = create.scalar(range, isQuoted ? 'double' : 'plain', [], outer);
      return create.entry(variable, [nameStart, nameStart + variable.length], node);
    });
    entries.push(create.entry(instruction, keyRange, create.map(inner, [rest, rest + content.length])));
  }
  return { root: create.map(entries, [0, text.length]), comments };
}

function* splitLines(text: string): Generator<{ line: string; start: number }> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    yield { line: text.slice(start, end).replace(/\r$/, ''), start };
    start = end + 1;
  }
}
