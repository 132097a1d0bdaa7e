import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { Linter, SourceCode } from 'eslint';
import type { FileFacts } from '../../../eslint-plugin/src/facts/file-facts.ts';
import plugin from '../../../eslint-plugin/src/index.ts';
import { ecmascript } from '../../../eslint-plugin/src/languages/ecmascript/ecmascript.ts';
import { getFacts } from '../../../eslint-plugin/src/languages/get-facts.ts';
import { createParser } from '../../../server/src/parse/parser.ts';
import { countSteps, type Parsed, type Steps } from './count-steps.ts';
import { createProgram, type Program } from './programs.ts';

const wanted = 20_000;
/** Other seeds give other programs: `FUZZ_SEED=1000000 npm test -- test/fuzz`. */
const firstSeed = Number(process.env.FUZZ_SEED ?? 0);

const cwd = '/project';
const { strict } = plugin.configs;
/** What no parser makes: experiments of old, and the modifiers that typescript-eslint writes as flags. */
const unknownNodes =
  /^(?:Experimental\w+|TSIntrinsicKeyword|TS(?:Abstract|Async|Declare|Export|Private|Protected|Public|Readonly|Static)Keyword)$/;

interface Linted {
  messages: Linter.LintMessage[];
  facts: FileFacts;
}

it(`stands ${wanted} programs of syntax soup`, { timeout: 600_000 }, () => {
  const linter = new Linter({ cwd });
  const parser = createParser() as { parseForESLint(text: string, options: object): Parsed };
  const totals = { programs: 0, regionSites: 0, clientSites: 0, findings: 0, suggestions: 0 };
  const nodeTypes = new Set<string>();
  const reporters = new Set<string | null>();

  for (let seed = firstSeed; totals.programs < wanted; seed++) {
    const program = createProgram(seed);
    const parsed = parse(program);
    if (!parsed) continue;
    try {
      check(program, parsed);
    } catch (error) {
      throw new Error(`Seed ${seed}, ${program.filename}:\n${program.text}`, { cause: error });
    }
    totals.programs += 1;
  }

  console.log('Programs, and those of them that had', totals);
  expect(totals.regionSites).toBeGreaterThan(wanted / 2);
  expect(totals.clientSites).toBeGreaterThan(wanted / 8);
  expect(totals.suggestions).toBeGreaterThan(wanted / 8);
  expect([...reporters].sort()).toEqual(Object.keys(strict.rules ?? {}).sort());
  expect(Object.keys(visitorKeys).filter((type) => !nodeTypes.has(type) && !unknownNodes.test(type))).toEqual(
    [],
  );

  function check(program: Program, parsed: Parsed): void {
    const { facts, messages } = lint(program, parsed, 'src', {});
    // Without facts there is nothing that settings could change.
    if (hasFacts(facts)) {
      const inTest = lint(program, parsed, 'test', { includeTests: true });
      expect(inTest.messages).toEqual(messages);
    }

    totals.regionSites += Number(facts.regionSites.length > 0);
    totals.clientSites += Number(facts.clientSites.length > 0);
    totals.findings += Number(messages.length > 0);
    const suggestions = messages.flatMap(({ suggestions = [] }) => suggestions);
    totals.suggestions += Number(suggestions.length > 0);
    for (const { ruleId } of messages) reporters.add(ruleId);
    for (const { desc, fix } of suggestions) {
      const text = program.text.slice(0, fix.range[0]) + fix.text + program.text.slice(fix.range[1]);
      if (!parse({ ...program, text })) throw new Error(`'${desc}' makes what cannot be parsed:\n${text}`);
    }
  }

  function lint(program: Program, parsed: Parsed, folder: string, settings: object): Linted {
    const { text } = program;
    const filename = `${cwd}/${folder}/${program.filename}`;
    const all = { 'multi-region': { failover: 'client', ...settings } };
    const steps: Steps = { count: 0, limit: 10_000 + 20 * text.length, nodeTypes };
    const sourceCode = new SourceCode({ text, ...countSteps(parsed, steps) });
    const config: Linter.Config = { ...strict, files: ['**/*.*'], settings: all };
    const messages = linter.verify(sourceCode, config, { filename });
    const facts = getFacts(ecmascript, {
      sourceCode,
      filename,
      cwd,
      settings: all,
    });
    return { messages, facts };
  }

  function parse({ filename, text }: Program): Parsed | undefined {
    try {
      return parser.parseForESLint(text, { filePath: filename });
    } catch {
      return undefined;
    }
  }
});

function hasFacts({ clientSites, globalEndpointFlags, operationSites, regionSites }: FileFacts): boolean {
  return [clientSites, globalEndpointFlags, operationSites, regionSites].some(({ length }) => length > 0);
}
