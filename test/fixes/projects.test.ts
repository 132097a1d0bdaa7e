import { buildSync } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createScratchProject, fixtures, type ScratchProject } from './scratch-project.ts';

/** A project under test/fixtures/fix: `before` is what is fixed, `after` has the files that are changed. */
interface Project {
  name: string;
  /** Type-checks and builds what there is to build. */
  build?: (project: ScratchProject) => void;
  /** For the command. */
  args?: string[];
  /** How the command ends: 1 when errors are left. */
  code?: number;
  /** The programs; what they print must be the same before and after. */
  programs: { cwd?: string; args: string[]; env?: Record<string, string> }[];
}

/** Loads what Vite built, as a page would. */
const openPage = `
  import { readdirSync } from 'node:fs';
  globalThis.document = { createElement: () => ({ relList: { supports: () => true } }) };
  const name = readdirSync('dist/assets').find((each) => each.endsWith('.js'));
  await import(process.cwd() + '/dist/assets/' + name);
  console.log(document.title);
`;

const projects: Project[] = [
  {
    name: 'ts-esm',
    build: (project) => {
      project.compile();
    },
    programs: [{ args: ['dist/main.js'] }],
  },
  {
    name: 'ts-aliases',
    build: (project) => {
      project.compile();
      bundle(project);
    },
    programs: [{ args: ['dist/main.js'] }],
  },
  { name: 'js-imports', programs: [{ args: ['src/main.js'] }] },
  { name: 'js-commonjs', programs: [{ args: ['.'] }] },
  {
    name: 'vite-app',
    build: (project) => {
      project.compile();
      // Vite reads no example.
      const example = join(project.root, '.env.example');
      if (existsSync(example)) writeFileSync(join(project.root, '.env'), readFileSync(example));
      project.node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
    },
    programs: [{ args: ['--input-type=module', '--eval', openPage] }],
  },
  {
    name: 'turborepo',
    build: (project) => {
      project.compile('apps/api');
    },
    programs: [
      { cwd: 'apps/api', args: ['dist/main.js'] },
      { cwd: 'packages/uploads', args: ['src/main.js'] },
    ],
  },
  {
    name: 'lambda',
    build: (project) => {
      project.compile();
    },
    programs: [
      {
        args: ['--eval', "require('./dist/handler.js').handler().then(({ body }) => console.log(body))"],
        env: { AWS_REGION: 'us-east-1' }, // Lambda sets it
      },
    ],
  },
  {
    // What the rules suggest, those of the strict preset included.
    name: 'deployment',
    args: ['--strategy', 'env'],
    code: 1, // a second region takes more than an edit
    programs: [{ args: ['src/main.js'], env: { AWS_REGION: 'eu-west-1' } }],
  },
];

describe.each(projects)('$name', ({ name, args = [], code: left = 0, build, programs }) => {
  let project: ScratchProject;

  beforeEach(() => {
    project = createScratchProject(join(fixtures, name, 'before'));
  });

  afterEach(() => {
    project.remove();
  });

  /** @param isSet whether what .env.example lists is set */
  function runPrograms(isSet: boolean): string[] {
    build?.(project);
    return programs.map(({ cwd, args, env }) => {
      const variables = { ...(isSet ? project.readExampleVariables(cwd) : {}), ...env };
      return project.node(args, { ...(cwd !== undefined && { cwd }), env: variables });
    });
  }

  it('does after the move what it did before', async () => {
    const before = project.readFiles();
    const printed = runPrograms(true);
    expect(printed.join('')).not.toBe('');
    const { code, stderr } = await project.fix(...args);
    expect(stderr).toBe('');
    expect(code).toBe(left);
    const after = project.readFiles();
    await compareTrees(before, after, join(fixtures, name, 'after'));
    expect(runPrograms(true)).toEqual(printed);
    expect(runPrograms(false)).toEqual(printed);

    const again = await project.fix(...args);
    expect(again.stdout).not.toContain('changed ');
    expect(project.readFiles()).toEqual(after);
  });
});

/** Makes one program of the sources, for the aliases are for a bundler. */
function bundle({ root }: ScratchProject): void {
  buildSync({
    absWorkingDir: root,
    bundle: true,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/main.js',
    platform: 'node',
    logLevel: 'silent',
  });
}

/** What is changed must be in the tree, and nothing else. */
async function compareTrees(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  tree: string,
): Promise<void> {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  for (const [path, text] of changed) await expect(text).toMatchFileSnapshot(join(tree, path));
  if (!existsSync(tree)) return; // written when the test is over
  const kept = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)).split(sep).join('/'));
  expect(changed.map(([path]) => path)).toEqual(expect.arrayContaining(kept));
}
