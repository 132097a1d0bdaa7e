import { formatBrief } from '../audit/handout/brief.ts';
import { findTriedRuns } from '../audit/tried-runs.ts';
import { compareWithPast } from '../audit/past-audit.ts';
import { countStuck } from '../audit/stuck-places.ts';
import { RevisionError } from '../files/git/extract-revision.ts';
import { deploymentHelp, deploymentOptions, readDeployment } from './deployment-options.ts';
import { findFolder } from './find-folder.ts';
import { readRuns } from './read-runs.ts';
import { parseOptions } from './parse-options.ts';
import { readRegion } from './read-region.ts';
import { checkFile, saveFile } from './report-output.ts';
import { UsageError } from './usage-error.ts';

const help = `Usage: multi-region brief [dir] --since REV [options]

Says for those who decide what was found in the code at a git revision, and what has changed since.
Both are looked at with the recommended rules, and no code of the folder is run.

Options:
  --since REV       the git revision to compare with, such as a tag or a hash
  --region REGION   the region it is about; by default the one that most places depended on
  --runs FILE       also say what was tried: FILE is what 'multi-region chaos --record FILE' wrote
  --output FILE     write it to FILE; by default it is printed
${deploymentHelp}
  --help            show this text

Exit codes: 0 written, 2 could not run.
`;

/**
 * The command `brief`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions('brief', {
    args,
    allowPositionals: true,
    options: {
      ...deploymentOptions,
      help: { type: 'boolean', short: 'h', default: false },
      output: { type: 'string' },
      region: { type: 'string' },
      runs: { type: 'string' },
      since: { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const { output, since: revision } = values;
  if (revision === undefined)
    throw new UsageError('brief needs --since REV: the git revision to compare with.');
  if (output !== undefined) checkFile('--output', output);
  const wanted = values.region === undefined ? undefined : readRegion(values.region);
  const deployment = readDeployment(values);
  const root = findFolder('brief', positionals);
  const runs = values.runs === undefined ? undefined : readRuns(values.runs);

  const comparison = await compare(root, revision, deployment, wanted);
  const { before, after, commit, date, region } = comparison;
  const [impactBefore] = before.impacts ?? [];
  const [impactAfter] = after.impacts ?? [];
  if (region === undefined || !impactBefore || !impactAfter) {
    process.stdout.write('No place in the code named a region, then or now.\n');
    return 0;
  }
  const text = formatBrief({
    revision,
    region,
    before: { audit: before, commit, date },
    after: { audit: after, commit: after.subject.commit, date: after.subject.date },
    impacts: { before: impactBefore, after: impactAfter },
    tried: runs && (await findTriedRuns(root, runs)),
  });
  if (output === undefined) {
    process.stdout.write(text);
  } else {
    saveFile('--output', output, text);
    process.stdout.write(`${output} was written.\n`);
  }
  return 0;
}

async function compare(
  root: string,
  revision: string,
  deployment: ReadonlyMap<string, string>,
  wanted: string | undefined,
) {
  let region = wanted;
  try {
    const comparison = await compareWithPast({
      root,
      revision,
      deployment,
      chooseRegion(before, after) {
        region ??= mostFrequent(countStuck(before)) ?? mostFrequent(countStuck(after));
        return region;
      },
    });
    return { ...comparison, region };
  } catch (error) {
    if (error instanceof RevisionError) throw new UsageError(`--since: ${error.message}`);
    throw error;
  }
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}
