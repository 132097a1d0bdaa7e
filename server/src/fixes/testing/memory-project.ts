import { basename, dirname } from 'node:path';
import { readSettings } from 'eslint-plugin-multi-region/facts';
import { createFileParser } from '../../parse/parser.ts';
import { createEmbeddedLinter } from '../../eslint-config/embedded-linter.ts';
import { applyEdits } from '../../parse/apply-edits.ts';
import { toLintedFile } from '../../lint/lint-file.ts';
import { planEdits } from '../plan-edits.ts';
import type { EditPlan, FixTarget } from '../fix.ts';
import type { FixKind } from '../fixes.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';

/** Texts by their paths, relative to the root. */
export type Texts = Readonly<Record<string, string>>;

/** A project that lives in memory, linted by the real linter. */
export interface MemoryProject {
  context: ProjectContext;
  /** @throws Error when the file cannot be parsed */
  lint(path: string): Promise<LintedFile | undefined>;
  /** All files with all their findings. */
  lintAll(): Promise<FixTarget[]>;
  /** The texts after a plan. */
  apply(plan: EditPlan): Texts;
}

const root = '/project';
const linter = createEmbeddedLinter(() => root);
const parseFile = createFileParser();

/** @param settings `settings['multi-region']` */
export function createMemoryProject(texts: Texts, settings?: unknown): MemoryProject {
  const files = new Map(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text]));
  const read = readSettings(settings);

  async function lint(path: string): Promise<LintedFile | undefined> {
    const absolute = `${root}/${path}`;
    const text = files.get(absolute) ?? '';
    const result = await linter.lint(text, absolute);
    if (result.notice) throw new Error(`${path}: ${result.notice.message}\n${text}`);
    return toLintedFile(absolute, text, result);
  }

  return {
    context: {
      root,
      getSettings: () => read,
      files: {
        read: (path) => files.get(path),
        list: (folder) =>
          [...files.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path)),
      },
    },
    lint,
    async lintAll() {
      const names = Object.keys(texts).filter((path) => /\.[cm]?[jt]sx?$/u.test(path));
      const linted = await Promise.all(names.map(lint));
      return linted.filter((file) => file !== undefined).map((file) => ({ file, findings: file.findings }));
    },
    apply({ files: edited }) {
      const changes = edited.map(({ path, before, edits }) => {
        if ((files.get(path) ?? undefined) !== before) throw new Error(`${path} is not what was edited.`);
        return [path.slice(root.length + 1), applyEdits(before ?? '', edits)] as const;
      });
      return { ...texts, ...Object.fromEntries(changes) };
    },
  };
}

/** Chooses a fix for all findings of a project that the test picks, and gives the project after it. */
export async function fixAll(
  texts: Texts,
  choice: { kind: FixKind; id?: string },
  { settings, pick = () => true }: { settings?: unknown; pick?: (ruleId: string) => boolean } = {},
): Promise<{ texts: Texts; plan: EditPlan }> {
  const project = createMemoryProject(texts, settings);
  const targets = (await project.lintAll()).map(({ file, findings }) => ({
    file,
    findings: findings.filter(({ ruleId }) => pick(ruleId)),
  }));
  const plan = await planEdits(choice, targets, project.context);
  return { texts: project.apply(plan), plan };
}

/** Parses a text as the server does. @throws Error with the whole text when it cannot be parsed */
export function parse(text: string, path = 'file.tsx'): void {
  try {
    parseFile(text, { filePath: path });
  } catch (error) {
    throw new Error(`${String(error)}\n${text}`, { cause: error });
  }
}
