import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding, Suggestion } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { getBoundClient, getRegionSite } from '../subject.ts';
import { runsInBrowser } from '../../project/runs-in-browser.ts';

/** One of the edits that a rule suggests. */
export interface DeploymentOption {
  /** `remove`, `read`, `replace`, `change`: what the edit does. */
  id: string;
  suggestion: Suggestion;
}

/**
 * The edits with which code follows its deployment, best first: an option that is gone cannot be wrong, a
 * variable can be missing.
 */
export function getDeploymentOptions(file: LintedFile, finding: Finding): DeploymentOption[] {
  const literal = findLiteralFinding(file, finding);
  if (literal) return getDeploymentOptions(file, literal);
  const site = getRegionSite(finding);
  if (site && isMeantForOneRegion(site)) return [];
  const inBrowser = runsInBrowser(file.sourceCode);
  const options = finding.suggestions
    .map((suggestion) => ({ id: getId(suggestion, site), suggestion }))
    .filter(({ id, suggestion }) => !inBrowser || !needsServer(id, suggestion, site))
    .sort((a, b) => rank(a.id) - rank(b.id));
  return options.map(({ id, suggestion }, index) => ({
    id: options.findIndex((other) => other.id === id) === index ? id : `${id}-${index}`,
    suggestion,
  }));
}

/** What is reported of the one literal that pins a client. */
function findLiteralFinding(file: LintedFile, finding: Finding): Finding | undefined {
  const [site, ...others] = getBoundClient(finding)?.sites ?? [];
  if (!site || others.length > 0) return undefined;
  return file.findings.find((other) => getRegionSite(other) === site);
}

const order = ['replace', 'remove', 'read', 'change'];

function rank(id: string): number {
  return order.indexOf(id);
}

function getId({ edit: { text } }: Suggestion, site: RegionSite | undefined): string {
  if (text === '') return 'remove';
  if (/\b(?:process|import\.meta)\.env\./u.test(text)) return 'read';
  // The rule's own option says what is to stand in a region's place.
  return site ? 'replace' : 'change';
}

/** There is nothing to take a region from in a browser, but what Vite puts in. */
function needsServer(id: string, { edit }: Suggestion, site: RegionSite | undefined): boolean {
  if (site === undefined) return edit.text.includes('process.env.');
  return id === 'remove' || edit.text.includes('process.env.');
}

/** `usEast1Client`, `const VIRGINIA_REGION`: what is named after a region is not to move with the deployment. */
function isMeantForOneRegion({ namesAround }: RegionSite): boolean {
  return namesAround.some((name) => {
    const words = name
      .replace(/([a-z])([A-Z])/gu, '$1 $2')
      .toLowerCase()
      .split(/[^a-z\d]+/u);
    return placeWords.some((word) => words.includes(word)) || regionWord.test(words.join(''));
  });
}

const placeWords = ['cloudfront', 'edge', 'virginia'];
/** `useast1`, as in `usEast1Client` and `US_EAST_1`. */
const regionWord = /(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:gov)?(?:north|south|east|west|central)+\d/u;
