import { log } from './log.ts';
import { fileURLToPath } from 'node:url';
import { findProduction, isLocalStack } from '../chaos/guardrails.ts';
import { appendRecord, readRevision, toRecord } from '../chaos/record.ts';
import { formatJson } from '../chaos/reports/json.ts';
import { formatJunit } from '../chaos/reports/junit.ts';
import { formatMarkdown } from '../chaos/reports/markdown.ts';
import { formatTerminal } from '../chaos/reports/terminal.ts';
import { runExperiment } from '../chaos/run-experiment.ts';
import type { RunResult } from '../chaos/run-result.ts';
import { readChaosOptions, type ChaosOptions } from './chaos-options.ts';
import { writeOutput } from '../files/write-output.ts';
import { createColors } from './colors.ts';
import { checkFile } from './report-output.ts';
import { listenForStop } from './stop-request.ts';
import { UsageError } from './usage-error.ts';

const help = `Usage: multi-region chaos --region REGION [fault] [options] -- COMMAND [ARG...]

Runs a command, such as 'npm test', while everything that its Node processes send to a
region fails, and says which calls were hit, which were answered elsewhere and which failed.

Fault (by default --down):
  --down [HOW]         'refuse' (default): connections are refused; 'dns': hosts have no address;
                       'blackhole': connections are never made; 'silent': nothing is answered;
                       'reset': connections are cut; '503': requests get an error page
  --all                dns, silent and 503, one run after the other
  --latency TIME       requests take longer by TIME, such as 500ms
  --throttle SERVICES  requests of these services are throttled, such as 'dynamodb,s3'
  --lost-answers       the region does what it is asked, and the answer gets lost
  --like DATE          as on '2025-10-20', '2023-06-13' or '2021-12-07': a run for each phase

What and when:
  --region REGION      such as us-east-1
  --service SERVICES   only these services, such as 'dynamodb,s3'
  --host PATTERN=REGION
                       the region of hosts that do not name one; may be repeated
  --after TIME         begin so long after the start of the command
  --for TIME           end after TIME, at most 15m
  --may-fail SERVICES  services whose calls may fail without an answer from elsewhere

A server instead of a test run:
  --probe URL          the command is a server: ask URL before, during and after the outage, then
                       end the server; a command instead of a URL is run, and its exit code counts
  --every TIME         how often (200ms)
  --min SHARE          how many of the probes must be good during the outage (99%)
  --max-gap TIME       the longest time without a good probe; by default the shortest
                       'maxDowntime' of the services in multi-region.config.json
  --max TIME           the slowest good probe
  --stop-below SHARE   end the outage when fewer are good

  --times N            run it N times; the worst verdict counts
  --record FILE        append a line of JSON for each run: 'multi-region audit --runs FILE' reads it
  --format FORMAT      'terminal' (default), 'markdown', 'json' or 'junit'
  --output FILE        write the report to FILE
  --in-production      run although this looks like a production machine
  --help               show this text

Exit codes: 0 passed; 1 failed; 2 inconclusive, such as when nothing was sent to the region, or could not run.
`;

/**
 * The command `chaos`. It runs the command that it is given, and nothing else of the folder.
 *
 * @param args what follows its name
 * @returns the exit code
 * @throws UsageError when it could not run
 */
export async function run(args: string[]): Promise<number> {
  const options = readChaosOptions(args, process.cwd());
  if (options === 'help') {
    process.stdout.write(help);
    return 0;
  }
  checkPlace(options);
  const results = await runAll(options);
  if (results.length === 0) return 2;
  writeReport(results, options);
  const kinds = new Set(results.map(({ verdict }) => verdict.kind));
  if (kinds.has('failed')) return 1;
  return kinds.has('inconclusive') ? 2 : 0;
}

function checkPlace({ inProduction, output, record }: ChaosOptions): void {
  const reason = findProduction(process.env);
  if (reason !== undefined && !inProduction) {
    throw new UsageError(
      `${reason} Nothing was run. If a region is to fail here, say so with --in-production.`,
    );
  }
  if (output !== undefined) checkFile('--output', output);
  if (record !== undefined) checkFile('--record', record);
  if (!isLocalStack(process.env)) {
    log(
      'multi-region: calls that fail over go to the real second region, and write there. AWS_ENDPOINT_URL sends them to a local stack instead.',
    );
  }
}

async function runAll(options: ChaosOptions): Promise<RunResult[]> {
  const { experiments, times, record } = options;
  const preload = fileURLToPath(new URL('chaos-preload.cjs', import.meta.url));
  const revision = await readRevision(process.cwd());
  const stop = listenForStop();
  const isStopped = () => stop.signal.aborted;
  const results: RunResult[] = [];
  for (let round = 0; round < times; round++) {
    for (const experiment of experiments) {
      if (isStopped()) return results;
      const result = await runExperiment(experiment, {
        ...options,
        preload,
        signal: stop.signal,
        // The report has the standard output for itself, where a program reads it.
        stdout: options.format === 'terminal' || options.output !== undefined ? 'inherit' : 'stderr',
      }).catch((error: unknown) => {
        throw new UsageError(`'${options.command[0] ?? ''}' could not be run: ${describe(error)}.`);
      });
      // What was stopped half way says nothing.
      if (isStopped()) return results;
      results.push(result);
      if (record !== undefined) appendRecord(record, toRecord(result, revision));
    }
  }
  return results;
}

function writeReport(results: readonly RunResult[], { format, output }: ChaosOptions): void {
  const cwd = process.cwd();
  const write = {
    terminal: () => formatTerminal(results, { colors: createColors(), cwd }),
    markdown: () => formatMarkdown(results, cwd),
    json: () => formatJson(results),
    junit: () => formatJunit(results),
  };
  const text = write[format]();
  if (output === undefined) process.stdout.write(text);
  else writeOutput(output, text);
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such program' : message;
}
