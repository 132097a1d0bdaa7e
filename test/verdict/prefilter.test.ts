import type { TSESTree } from '@typescript-eslint/utils';
import { SourceCode } from 'eslint';
import { join } from 'node:path';
import { ecmascript } from '../../eslint-plugin/src/languages/ecmascript/ecmascript.ts';
import { mentionsAzure } from '../../eslint-plugin/src/languages/ecmascript/azure-token.ts';
import { mayHaveFacts, mayHaveFindings } from '../../eslint-plugin/src/languages/ecmascript/prefilter.ts';
import { computeFacts } from '../../eslint-plugin/src/languages/get-facts.ts';
import { readSettings } from '../../eslint-plugin/src/settings.ts';
import { createParser } from '../../server/src/parse/parser.ts';
import type { Parsed } from '../robustness/fuzz/count-steps.ts';
import { type CorpusFile, findSources } from './prefilter/corpus.ts';
import { findForms } from './prefilter/find-forms.ts';
import { readTexts } from './prefilter/read-texts.ts';

const root = join(import.meta.dirname, '../..');
/** Folders to run over as well: `PREFILTER_CORPUS=/some/checkouts npm test -- test/prefilter`. */
const own = process.env.PREFILTER_CORPUS?.split(':') ?? [];
const settings = readSettings({ includeTests: true });
const parser = createParser() as { parseForESLint(text: string, options: object): Parsed };

describe('the prefilter changes nothing', () => {
  it('in what is installed here', { timeout: 600_000 }, () => {
    let count = 0;
    const totals = check(
      findSources(
        join(root, 'node_modules'),
        // The workspaces are linked there too; their tests hold code in texts, with escapes in escapes.
        (path) =>
          !/node_modules[\\/](?:eslint-plugin-)?multi-region[\\/]/.test(path) &&
          (/@aws-sdk|@smithy/.test(path) || count++ % 5 === 0),
      ),
    );
    console.log(totals);
    expect(totals.files).toBeGreaterThan(2000);
    expect(totals.withRegions).toBeGreaterThan(20);
  });

  it('in the examples', () => {
    expect(check(findSources(join(root, 'examples'))).withRegions).toBeGreaterThan(5);
  });

  it.runIf(own.length > 0).each(own)('in %s', { timeout: 3_600_000 }, (folder) => {
    console.log(folder, check(findSources(folder)));
  });
});

function check(files: Iterable<CorpusFile>): Record<string, number> {
  const totals = { files: 0, unparsable: 0, candidates: 0, withRegions: 0, regions: 0, spelledOtherwise: 0 };
  for (const { path, text } of files) {
    let parsed: Parsed;
    try {
      parsed = parser.parseForESLint(text, { filePath: path });
    } catch {
      totals.unparsable += 1;
      continue;
    }
    totals.files += 1;
    const { keys, modules, texts } = readTexts(parsed.ast as unknown as TSESTree.Program);
    const sourceCode = new SourceCode({ text, ...parsed });
    const facts = computeFacts(ecmascript, { sourceCode, filename: path, cwd: root, settings: {} }, settings);

    // A constant of an SDK and a model's id spell their region in words of their own.
    const spelled = facts.regionSites.filter(
      ({ form, text: own }) => form !== 'inference-profile' && !(form === 'region' && /[.[]/.test(own)),
    );
    const found = spelled.map(({ form, region }) => `${form} ${region}`).sort();
    const isAzure = mentionsAzure(text);
    const written = texts.map((each) => ({ ...each, forms: findForms(each, isAzure) }));
    const plain = written.flatMap(({ forms, isSpelledOtherwise }) => (isSpelledOtherwise ? [] : forms));
    const others = written.flatMap(({ forms, isSpelledOtherwise }) => (isSpelledOtherwise ? forms : []));
    totals.regions += plain.length;
    totals.spelledOtherwise += others.length;
    totals.withRegions += Number(found.length > 0);
    const missing = subtract(plain, found);
    const surplus = subtract(found, [...plain, ...others]);
    expect({ path, missing, surplus }).toEqual({ path, missing: [], surplus: [] });

    if (!mayHaveFindings(text)) {
      // The clients that the audit lists beside those are not judged.
      const { regionSites, operationSites, globalEndpointFlags } = facts;
      const judged = facts.clientSites.filter(
        ({ failover, timeoutProblem, disabledRetries }) =>
          failover === 'none' || failover === 'kept' || (timeoutProblem ?? disabledRetries) !== undefined,
      );
      const findings = [...regionSites, ...operationSites, ...globalEndpointFlags, ...judged];
      expect({ path, findings }).toEqual({ path, findings: [] });
    }
    if (mayHaveFacts(text)) {
      totals.candidates += 1;
      continue;
    }
    const sdks = modules.filter((module) =>
      /^(?:@aws-sdk\/client-|aws-sdk(?:\/|$)|@azure\/cosmos$)/.test(module),
    );
    const flags = keys.filter((key) =>
      /^(?:useGlobalEndpoint|stsRegionalEndpoints|s3UsEast1RegionalEndpoint)$/.test(key),
    );
    const nothing = {
      regionSites: [],
      partitionSites: [],
      resourceSites: [],
      clientSites: [],
      operationSites: [],
      globalEndpointFlags: [],
    };
    expect({ path, ...facts, sdks, flags, plain }).toEqual({
      path,
      ...nothing,
      sdks: [],
      flags: [],
      plain: [],
    });
  }
  return totals;
}

/** What is left of a list when another is taken away from it, item by item. */
function subtract(items: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken];
  return items.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
