import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { addImport } from 'eslint-plugin-multi-region/edits';
import type { ConfigTarget } from '../../region-module/config-target.ts';
import { planFile } from '../plan-file.ts';
import type { EditPlan, Refusal } from '../fix.ts';
import type { FileEdit } from '../../lint/file-edit.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { ProjectContext } from '../../project/project-context.ts';
import { createEditList, type EditList } from '../source/edit-list.ts';
import { getImportSpecifier } from '../../project/import-specifier.ts';
import { getModuleStyle } from '../../project/module-style.ts';
import type { Entries } from '../move-to-config/choose-entries.ts';
import { importConfig } from '../move-to-config/config-import.ts';
import type { ClientJob, WrappedClient } from './client-job.ts';
import { openFailoverModule, wrapperName } from './failover-module.ts';
import { proposeSecondRegion } from './near-region.ts';
import { readOptions } from './options.ts';
import { findBinding } from './wrapper-binding.ts';
import { wrapClient } from './wrap-client.ts';

interface Pair {
  first: string;
  second: string;
}

/**
 * Wraps the clients of a file.
 *
 * @param entries those of the first regions
 * @param created the failover modules of this plan, by their paths; one that is not there is added
 */
export function editClients(
  { config, clients, findings, refused }: ClientJob,
  entries: Entries,
  created: Map<string, FileEdit>,
  context: ProjectContext,
): EditPlan {
  const { file, target } = config;
  const left: Refusal[] = [...refused];
  const wrapped: { wrapped: WrappedClient; pair: Pair }[] = [];
  for (const each of clients) {
    const pair = choosePair(each, target, entries, context.getSettings(file.path).allowedRegions);
    if (typeof pair === 'string') left.push({ finding: each.finding, reason: pair });
    else wrapped.push({ wrapped: each, pair });
  }
  const list = createEditList();
  if (wrapped.length > 0) {
    const toLocal = importBoth(file, target, list, created, context);
    for (const {
      wrapped: { client, finding },
      pair,
    } of wrapped) {
      const options = readOptions(file.sourceCode, client);
      const edits =
        typeof options === 'string'
          ? []
          : wrapClient(file.sourceCode, client, options, {
              wrapper: wrapperName,
              first: toLocal(pair.first),
              second: toLocal(pair.second),
            });
      if (!list.add(edits))
        left.push({
          finding,
          reason: 'It shares its options with another client; give that one a second region first.',
        });
    }
  }
  return planFile(file, 'Give clients a second region', {
    edits: list.get(),
    done: findings.filter((finding) => !left.some((refusal) => refusal.finding === finding)),
    refused: left,
  });
}

/** The expressions for the regions of a client; or why there are none, as a sentence. */
function choosePair(
  { client, moves }: WrappedClient,
  target: ConfigTarget,
  entries: Entries,
  allowed: readonly string[],
): Pair | string {
  const [region] = client.regions;
  const [move] = moves;
  const first = move && entries.get(move);
  const near = region === undefined ? undefined : proposeSecondRegion(region, allowed);
  if (!first || near === undefined) return 'No second region is known for this one.';
  if ('refused' in first) return first.refused;
  const names = [nameSecond(first.expression)];
  const second = target.addEntry({
    region: near,
    cloud: 'aws',
    reads: [],
    operator: '??',
    kept: undefined,
    names,
    isApart: false,
  });
  return 'refused' in second ? second.refused : { first: first.expression, second: second.expression };
}

/** `secondary` beside `regions.primary`, `queueSecondary` beside `regions.queue`. */
function nameSecond(first: string): string {
  const name = /\w{1,100}$/u.exec(first)?.[0] ?? 'primary';
  return name === 'primary' ? 'secondary' : `${name}Secondary`;
}

/**
 * Imports the config module and the failover module, which is written where it is not there.
 *
 * @returns how the file calls an expression of config
 */
function importBoth(
  file: LintedFile,
  target: ConfigTarget,
  list: EditList,
  created: Map<string, FileEdit>,
  context: ProjectContext,
): (expression: string) => string {
  const { exportName } = target;
  const { path, sourceCode } = file;
  const config =
    exportName === '' ? { edits: [] as TextEdit[], localName: '' } : importConfig(file, target, context);
  list.add(config.edits);
  if (findBinding(sourceCode, wrapperName) === 'free') {
    const failover = openFailoverModule(file, target, context);
    if (failover.creation && !created.has(failover.path)) created.set(failover.path, failover.creation);
    const style = getModuleStyle(path, sourceCode, context);
    const from = getImportSpecifier({ path, text: sourceCode.text, style }, failover.path, context);
    list.add(addImport(sourceCode, { name: wrapperName, from, style }).edits);
  }
  return (expression) =>
    exportName !== '' && expression.startsWith(exportName)
      ? config.localName + expression.slice(exportName.length)
      : expression;
}
