import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mended, pinned, Repository, type Result } from './repository.ts';

// Programs are started by the dozen, maybe on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const docs = readFileSync(join(import.meta.dirname, '../../docs/users/ci.md'), 'utf8');
const second = pinned.replace('us-east-1', 'eu-west-1');
let repository: Repository;

beforeEach(() => {
  repository = new Repository();
  repository.write('src/clients.js', pinned);
  repository.write('src/mails/clients.js', mended);
  repository.run('git', 'branch', '--move', 'main');
  repository.commit('.');
  repository.run('git', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
});

afterEach(() => {
  repository.remove();
});

describe('the commands of docs/users/ci.md', () => {
  it('write SARIF and fail, with findings', () => {
    const [command] = commands('GitHub: code scanning and annotations');
    expect(runShell(command)).toMatchObject({ status: 1 });
    expect(sarifPlaces()).toEqual(['src/clients.js:3']);
    repository.write('src/clients.js', mended);
    expect(runShell(command)).toMatchObject({ status: 0 });
    expect(sarifPlaces()).toEqual([]);
  });

  it('look at the lines that a pull request adds', () => {
    const [command] = commands('Pull requests: new lines only');
    expect(runShell(command)).toMatchObject({ status: 0 });
    repository.write('src/mails/clients.js', second);
    repository.commit('src');
    const { output, status } = runShell(command);
    expect(output).toContain('eu-west-1');
    expect(output).not.toMatch(/us-east-1.*pins/);
    expect(status).toBe(1);
  });

  it('keep a baseline', () => {
    const [write, read] = [...docs.matchAll(/`(multi-region audit --baseline [^`]*)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(runShell(read)).toMatchObject({ status: 2 });
    expect(runShell(write)).toMatchObject({ status: 0 });
    expect(runShell(read)).toMatchObject({ status: 0 });
    repository.write('src/mails/clients.js', second);
    expect(runShell(read)).toMatchObject({ status: 1 });
  });

  it('put the shards together: the same as one run', () => {
    repository.write('src/mails/clients.js', second);
    const [shard = '', merge] = commands('Several machines');
    for (const number of ['1', '2', '3']) {
      expect(runShell(shard.replaceAll('${{ matrix.shard }}', number))).toMatchObject({ status: 0 });
      expect(existsSync(join(repository.folder, `shard-${number}.json`))).toBe(true);
    }
    expect(runShell(merge)).toMatchObject({ status: 1 });
    const merged = repository.read('regions.sarif');
    runShell(commands('GitHub: code scanning and annotations')[0]);
    expect(repository.read('regions.sarif')).toBe(merged);
    expect(sarifPlaces()).toEqual(['src/clients.js:3', 'src/mails/clients.js:3']);
  });

  it('let a shard fail that could not run', () => {
    const [shard = ''] = commands('Several machines');
    expect(runShell(shard.replaceAll('${{ matrix.shard }}', '4')).status).not.toBe(0);
  });
});

/** The commands of a section that start the audit. */
function commands(heading: string): string[] {
  const section = docs.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const found = [...section.matchAll(/^ +- run: (.*multi-region audit.*)$/gm)].map((match) => match[1] ?? '');
  if (found.length === 0)
    throw new Error(`docs/users/ci.md, ${heading}: no 'run' with 'multi-region audit'.`);
  return found;
}

/** Runs a line as a step of GitHub Actions does, with the installed command. */
function runShell(line = ''): Result {
  const command = line.replace(/^(?:npx --no-install )?multi-region/, 'node_modules/.bin/multi-region');
  return repository.try('env', 'GITHUB_BASE_REF=main', 'sh', '-e', '-c', command);
}

/** Where the SARIF report has results, each line once. */
function sarifPlaces(): string[] {
  interface Location {
    physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
  }
  const { runs } = JSON.parse(repository.read('regions.sarif')) as {
    runs: { results: { locations: Location[] }[] }[];
  };
  const places = runs.flatMap(({ results }) => results.flatMap(({ locations }) => locations));
  const lines = places.map(
    ({ physicalLocation: { artifactLocation, region } }) => `${artifactLocation.uri}:${region.startLine}`,
  );
  return [...new Set(lines)].sort();
}
