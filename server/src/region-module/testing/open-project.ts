import { basename, dirname } from 'node:path';
import { readSettings } from 'eslint-plugin-multi-region/facts';
import { applyEdits } from '../../parse/apply-edits.ts';
import type { WorkspaceFiles } from '../../files/workspace-files.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { createConfigTargets } from '../config-target.ts';
import type { ConfigTarget, ConfigTargets, EntryRequest } from '../target.ts';

/** Texts by their paths, relative to the root. */
export type Texts = Readonly<Record<string, string>>;

const root = '/project';

let current = new Map<string, string>();

/** The same for all projects, and so is the parser that belongs to it: starting one takes longer than a test. */
const files: WorkspaceFiles = {
  read: (path) => current.get(path),
  list: (folder) =>
    [...current.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path)),
};

/**
 * A project that lives in memory, until the next one is opened.
 *
 * @param settings `settings['multi-region']`
 */
export function openContext(texts: Texts, settings?: unknown): ProjectContext {
  current = new Map(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text]));
  const read = readSettings(settings);
  return { root, getSettings: () => read, files };
}

/** A request for one of the project's files; `variable` is what its code reads. */
export type FileRequest = Partial<EntryRequest> & { file: string; variable?: string };

/** What came of requests. */
export interface Outcome {
  /** All files, after the edits. */
  texts: Texts;
  /** Only those that changed. */
  changed: Record<string, string>;
  /** What stands in the code instead of each region; or why not. */
  expressions: string[];
  /** The target of the last request. */
  target: ConfigTarget;
}

/** Moves regions into config: `us-east-1` of AWS, if a request does not say otherwise. */
export function move(given: Texts, requests: readonly FileRequest[], settings?: unknown): Outcome {
  // Something reads `.env`, so that an example of it is of use.
  const texts: Texts = { '.env': '', ...given };
  const targets = createConfigTargets(openContext(texts, settings));
  let target: ConfigTarget | undefined;
  const expressions = requests.map(({ file, variable, ...request }) => {
    target = targets.open(`${root}/${file}`);
    const entry = target.addEntry({
      region: 'us-east-1',
      cloud: 'aws',
      names: [],
      reads: variable === undefined ? [] : [variable],
      operator: '??',
      kept: undefined,
      isApart: false,
      ...request,
    });
    return 'refused' in entry ? entry.refused : entry.expression;
  });
  if (!target) throw new Error('Nothing was asked for.');
  const after = apply(texts, targets);
  const changed = Object.entries(after).filter(([path, text]) => texts[path] !== text);
  return { texts: after, changed: Object.fromEntries(changed), expressions, target };
}

function apply(texts: Texts, targets: ConfigTargets): Texts {
  const edits = targets.getEdits().map(({ path, before, edits: list }) => {
    const name = path.slice(root.length + 1);
    if (texts[name] !== before) throw new Error(`${name} is not what was edited.`);
    return [name, applyEdits(before ?? '', list)] as const;
  });
  return { ...texts, ...Object.fromEntries(edits) };
}
