import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planEdits } from '../fixes/plan-edits.ts';
import type { EditPlan, FixTarget } from '../fixes/fix.ts';
import { createDiskFiles } from '../files/workspace-files.ts';
import { createWorkspaceLinter, type WorkspaceLinter } from '../eslint-config/workspace-linter.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { lintFiles } from './lint-files.ts';
import { planPackage, type PackagePlan } from './plan-package.ts';

let root: string;
let linter: WorkspaceLinter;
let drafts: Drafts;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'package-'));
  linter = createWorkspaceLinter({ getRoot: () => root, isTrusted: () => false, notice: () => undefined });
  drafts = createDrafts(createDiskFiles());
});

afterEach(async () => {
  await linter.dispose();
  rmSync(root, { recursive: true, force: true });
});

async function plan(
  text: string,
  refactor: (targets: readonly FixTarget[]) => Promise<EditPlan>,
  only?: string,
): Promise<PackagePlan> {
  writeFileSync(join(root, 'a.js'), text);
  const { files } = await lintFiles(root, readdirSync(root), linter, {});
  return planPackage(files, {
    folder: root,
    linter,
    drafts,
    isWanted: ({ ruleId }) => only === undefined || ruleId === `multi-region/${only}`,
    plan: refactor,
  });
}

/** Replaces a text by another, and calls it done. */
function replace(from: string, to: string) {
  return (targets: readonly FixTarget[]): Promise<EditPlan> => {
    const files = targets.flatMap(({ file: { path, text } }) => {
      const at = text.indexOf(from);
      if (at === -1) return [];
      const edits = [{ range: [at, at + from.length] as [number, number], text: to }];
      return [{ path, before: text, edits, label: '' }];
    });
    const findings = targets.flatMap((target) => target.findings);
    const done = files.length > 0 ? findings.slice(0, 1) : [];
    const refused = findings.slice(done.length).map((finding) => ({ finding, reason: 'No.' }));
    return Promise.resolve({ files, done, refused });
  };
}

const two = `start({ awsRegion: 'us-east-1' });\nstart({ awsRegion: 'us-east-1' });\n`;

describe('a package', () => {
  it('is edited until nothing can be done', async () => {
    const { done, refused } = await plan(two, replace("'us-east-1'", 'process.env.AWS_REGION'));
    expect(done).toHaveLength(2);
    expect(refused).toEqual([]);
    expect(drafts.list()).toMatchObject([{ path: join(root, 'a.js'), before: two }]);
    expect(drafts.list()[0]?.after).not.toContain('us-east-1');
  });

  it('has what is left at its new place', async () => {
    const text = `/* one */ start({ awsRegion: 'us-east-1' });\n${two}`;
    const { refused } = await plan(text, replace("/* one */ start({ awsRegion: 'us-east-1' });\n", ''));
    expect(refused.map(({ finding: { line }, reason }) => [line, reason])).toEqual([
      [1, 'No.'],
      [2, 'No.'],
    ]);
  });

  it('keeps a file that its edit would break', async () => {
    const { done, refused, notices } = await plan(two, replace("'us-east-1'", '{'));
    expect(drafts.list()).toEqual([]);
    expect(done).toEqual([]);
    expect(refused).toHaveLength(2);
    expect(notices).toMatchObject([{ path: join(root, 'a.js'), kind: 'failed' }]);
  });

  it('does not go on for ever', async () => {
    let count = 0;
    const { refused } = await plan(two, (targets) => {
      count++;
      return replace('start(', ' start(')(targets);
    });
    expect(count).toBe(10);
    expect(refused.map(({ reason }) => reason)).toEqual(
      Array(2).fill('There is more to do than one run does. Run it again.'),
    );
  });

  it('is edited for the wanted rules only', async () => {
    const text = `${two}export const queue = subscribe('arn:aws:sqs:us-east-1:123456789012:orders');\n`;
    const context = { files: drafts.files, root, getSettings: (path: string) => linter.getSettings(path) };
    const { done, refused } = await plan(
      text,
      (targets) => planEdits({ kind: 'move-to-config' }, targets, context),
      'no-hardcoded-arn',
    );
    expect(done.map(({ ruleId }) => ruleId)).toEqual(['multi-region/no-hardcoded-arn']);
    expect(refused).toEqual([]);
  });
});

describe('drafts', () => {
  it('do not hide that the disk has changed since it was read', async () => {
    await plan(two, replace("'us-east-1'", 'region'));
    writeFileSync(join(root, 'a.js'), 'edited');
    expect(drafts.list()[0]?.before).toBe(two);
  });
});
