import { getLiteralNode } from 'eslint-plugin-multi-region/edits';
import type { RegionSite } from 'eslint-plugin-multi-region/facts';
import type { Finding, Suggestion } from '../../lint/finding.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import { findClientSite, findRegionSite, isRegionRule } from '../source/find-site.ts';
import { runsInBrowser } from '../../project/runs-in-browser.ts';

/** One of the edits that a rule suggests. */
export interface DeploymentOption {
  /** `remove`, `read`, `replace`, `change`: what the edit does. */
  id: string;
  suggestion: Suggestion;
  /** Whether nothing better can be done about the finding. */
  isBest: boolean;
}

/**
 * The edits with which code follows its deployment, best first: an option that is gone cannot be wrong, a
 * variable can be missing.
 */
export function getDeploymentOptions(file: LintedFile, finding: Finding): DeploymentOption[] {
  const literal = findLiteralFinding(file, finding);
  if (literal) return getDeploymentOptions(file, literal).map((option) => ({ ...option, isBest: false }));
  const site = findRegionSite(file, finding);
  const isElsewhere = site !== undefined && isMeantForOneRegion(site);
  if (isElsewhere) return [];
  const inBrowser = runsInBrowser(file.sourceCode);
  const options = finding.suggestions
    .map((suggestion) => ({ id: getId(finding, suggestion), suggestion }))
    .filter(({ id, suggestion }) => !inBrowser || !needsServer(id, suggestion, site))
    .sort((a, b) => rank(a.id) - rank(b.id));
  return options.map(({ id, suggestion }, index) => ({
    id: options.findIndex((other) => other.id === id) === index ? id : `${id}-${index}`,
    suggestion,
    isBest:
      index === 0 && (site === undefined ? !reportsBoundClient(finding) : isBest(file, site, id, suggestion)),
  }));
}

/** What is reported of the one literal that pins a client. */
function findLiteralFinding(file: LintedFile, finding: Finding): Finding | undefined {
  const [site, ...others] = reportsBoundClient(finding) ? (findClientSite(file, finding)?.sites ?? []) : [];
  if (!site || others.length > 0) return undefined;
  return file.findings.find((other) => findRegionSite(file, other) === site);
}

/** What helps such a client best is a second region. */
function reportsBoundClient({ ruleId }: Finding): boolean {
  return ruleId === 'multi-region/require-client-failover';
}

const order = ['replace', 'remove', 'read', 'change'];

function rank(id: string): number {
  return order.indexOf(id);
}

function getId({ ruleId }: Finding, { edit: { text } }: Suggestion): string {
  if (text === '') return 'remove';
  if (/\b(?:process|import\.meta)\.env\./u.test(text)) return 'read';
  // The rule's own option says what is to stand in a region's place.
  return isRegionRule(ruleId) ? 'replace' : 'change';
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

function isBest(file: LintedFile, site: RegionSite, id: string, { edit }: Suggestion): boolean {
  if (id === 'replace') return true;
  // Of several regions in one file, at most one is that of the deployment.
  const others = file.facts.regionSites.some(
    ({ region, role, cloud }) => role === site.role && cloud === site.cloud && region !== site.region,
  );
  if (others) return false;
  if (id === 'remove') return site.role === 'client-option' || isClientFallback(file, site);
  return site.role === 'infrastructure' && edit.text.includes('CDK_DEFAULT_REGION');
}

/** `new S3Client({ region: process.env.X ?? 'us-east-1' })`: the SDK itself says when the region is missing. */
function isClientFallback({ sourceCode }: LintedFile, site: RegionSite): boolean {
  const { cloud, role, service } = site;
  const choice = getLiteralNode(sourceCode, site).parent;
  return (
    role === 'fallback' &&
    cloud === 'aws' &&
    service !== undefined &&
    choice?.type === 'LogicalExpression' &&
    choice.parent.type === 'Property'
  );
}
