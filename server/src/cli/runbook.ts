import { log } from './log.ts';
import { createAuditLinter } from '../audit/audit-linter.ts';
import { auditFolder } from '../audit/audit.ts';
import { formatRunbook } from '../audit/handout/runbook.ts';
import { addImpact } from '../audit/impact/add-impact.ts';
import { findText } from '../files/read-text.ts';
import { deploymentHelp, deploymentOptions, readDeployment } from './deployment-options.ts';
import { findFolder } from './find-folder.ts';
import { createNoticeList } from './notice-list.ts';
import { parseOptions } from './parse-options.ts';
import { readRegion } from './read-region.ts';
import { checkFile, saveFile } from './report-output.ts';
import { UsageError } from './usage-error.ts';

const help = `Usage: multi-region runbook [dir] --region REGION [options]

Says what to do when a region goes down, as far as the code tells: which entry points stop, which
variables move them, and what takes an edit. What people write between the marks of the file stays.

Options:
  --region REGION   the region that is down
  --output FILE     write it to FILE; by default it is printed
  --check           write nothing; exit with 1 when FILE is not what the code of today gives
${deploymentHelp}
  --no-config       run no code of the folder
  --help            show this text

Exit codes: 0 written, or up to date; 1 out of date; 2 could not run.
`;

/**
 * The command `runbook`.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions('runbook', {
    args,
    allowPositionals: true,
    options: {
      ...deploymentOptions,
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      'no-config': { type: 'boolean', default: false },
      output: { type: 'string' },
      region: { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const { output, check, 'no-config': noConfig } = values;
  if (values.region === undefined)
    throw new UsageError('runbook needs --region REGION: the region that is down.');
  if (check && output === undefined)
    throw new UsageError('--check needs --output FILE: the runbook to check.');
  if (output !== undefined) checkFile('--output', output);
  const region = readRegion(values.region);
  const deployment = readDeployment(values);
  const root = findFolder('runbook', positionals);

  const notices = createNoticeList(process.cwd(), log);
  const linter = createAuditLinter(root, { noConfig });
  const audit = await auditFolder(root, linter, notices.show, { deployment, usesGit: !noConfig });
  await addImpact(audit, region, notices.show, !noConfig);
  notices.end();
  await linter.dispose();
  const [impact] = audit.impacts ?? [];
  if (!impact) return 2;
  const old = output === undefined ? undefined : findText(output);
  const text = formatRunbook(audit, impact, old);
  if (output === undefined) {
    process.stdout.write(text);
    return 0;
  }
  const isSame = old?.replaceAll('\r\n', '\n') === text;
  if (check) {
    if (isSame) return 0;
    log(
      old === undefined
        ? `${output}: there is no such file. Write it with 'multi-region runbook --region ${region} --output ${output}'.`
        : `${output} is out of date: the code has changed. Run 'multi-region runbook --region ${region} --output ${output}'.`,
    );
    return 1;
  }
  if (!isSame) saveFile('--output', output, text);
  process.stdout.write(`${output} ${isSame ? 'is up to date' : 'was written'}.\n`);
  return 0;
}
