import { remember } from '../../../remember.ts';
import { type DocumentFile, type DocumentPlace, type Judgement } from '../place.ts';
import type { MapNode } from '../tree.ts';
import {
  findEnvironment,
  hasOtherRegionBeside,
  isListedForOtherRegion,
  isNamedRegion,
  isScript,
  mostCompared,
} from './common.ts';

const edgeWord = /cloudfront|cert|acm|waf|web_?acl|edge|cdn|distribution/i;
const cloudFront = /cloudfront|lambda@?edge|\bedge\b/i;

/**
 * Judges a place of a CloudFormation or SAM template.
 *
 * @param path from the root of the template, without functions
 */
export function judgeCloudFormation(place: DocumentPlace, path: readonly string[] = place.path): Judgement {
  const { match } = place;
  switch (path[0]) {
    case 'Mappings':
      return {
        role: match.form === 'arn' ? 'dependency' : 'descriptor',
        purpose: 'setting',
        environment: findEnvironment(path.slice(2)),
      };
    case 'Parameters':
      return judgeParameter(place, path);
    case 'Conditions':
    case 'Rules':
      return { role: 'comparison' };
    case 'Resources':
    case 'Globals':
      return judgeResource(place, path);
    default:
      return { role: path[0] === 'Outputs' || path[0] === 'Metadata' ? 'text' : 'unknown' };
  }
}

function judgeParameter({ match }: DocumentPlace, path: readonly string[]): Judgement {
  if (path[2] !== 'Default') return { role: path[2] === 'AllowedValues' ? 'catalogue' : 'text' };
  if (match.form === 'arn') return { role: 'dependency' };
  if (match.form === 'global-host') return { role: 'unknown' };
  return { role: 'descriptor', purpose: 'default' };
}

function judgeResource(place: DocumentPlace, path: readonly string[]): Judgement {
  const { match } = place;
  if (isCompared(place)) return { role: 'comparison' };
  if (path.some((key) => key === 'Metadata' || key === 'DashboardBody')) return { role: 'text' };
  if (isScript(place)) return { role: 'text' };
  if (isForCloudFront(place, path)) return { role: 'mandated' };
  switch (match.form) {
    case 'region':
      return judgeRegion(place, path);
    case 'zone':
      return path.some((key) => /AvailabilityZone|^Zones?$|^AZs?$/i.test(key))
        ? { role: isListedWithOtherRegion(place) ? 'both-regions' : 'zone' }
        : { role: 'unknown' };
    case 'arn':
      return judgeArn(place, path);
    case 'host':
      return judgeHost(place, path);
    case 'global-host':
      return { role: path.includes('Environment') ? 'global-endpoint' : 'unknown' };
    default:
      return { role: 'unknown' };
  }
}

function judgeRegion(place: DocumentPlace, path: readonly string[]): Judgement {
  const { key, node } = place;
  const inside = path.slice(2).join('/');
  if (!inside.includes('Environment') && /replica|secondary|backup|CopyAction/i.test(inside))
    return { role: 'descriptor', purpose: 'replica' };
  if (/^awslogs-region$/.test(key)) return { role: 'descriptor', purpose: 'logs' };
  if (/HealthCheckConfig|AllRegions|AwsRegions/i.test(inside)) return { role: 'catalogue' };
  // Where a pipeline or a set of stacks deploys to, and the region of a latency record: its job is to say so.
  if (/ArtifactStore|Stages?\/|StackInstancesGroup|(?:^|\/)Regions(?:\/|$)/.test(inside))
    return { role: 'descriptor', purpose: 'deploy' };
  if (isOfRecord(node)) return { role: 'descriptor', purpose: 'replica' };
  if (!isNamedRegion(place)) return { role: 'unknown' };
  return { role: hasOtherRegionBeside(place) ? 'both-regions' : 'infrastructure' };
}

/** `!Equals [!Ref AWS::Region, us-east-1]` */
function isCompared({ node }: DocumentPlace): boolean {
  return node.parent?.tag === '!Equals' || node.parent?.key === 'Fn::Equals';
}

function isOfRecord(node: DocumentPlace['node']): boolean {
  const holder = node.parent;
  return holder?.type === 'map' && isRecord(holder);
}

const isRecord = remember(({ entries }: MapNode): boolean =>
  entries.some(({ key }) => key === 'SetIdentifier'),
);

function judgeArn(place: DocumentPlace, path: readonly string[]): Judgement {
  const { account, text } = place;
  const inside = path.slice(2).join('/');
  if (text.includes(':serverlessrepo:')) return { role: 'dependency' };
  if (/Destination\w*Vault|replica/i.test(inside)) return { role: 'descriptor', purpose: 'replica' };
  if (isListedForOtherRegion(place)) return { role: 'both-regions' };
  // A layer has to be in the region of its function, whoever owns it.
  if (/(?:^|\/)Layers?(?:\/|$)/.test(inside) && account !== 'variable') return { role: 'arn' };
  if (account === 'variable' || account === 'written') return { role: 'dependency' };
  return { role: 'arn' };
}

function judgeHost(place: DocumentPlace, path: readonly string[]): Judgement {
  const { account, file, key } = place;
  if (/ViaService/i.test(path.slice(-2).join('/')))
    return { role: followsStack(file) ? 'endpoint' : 'unknown' };
  if (isPrincipal(path, key)) return { role: 'unknown' };
  if (account === 'written' || account === 'variable') return { role: 'dependency' };
  if (/TemplateURL|Location|ContentUri|CodeUri/i.test(key)) return { role: 'dependency' };
  if (isListedForOtherRegion(place)) return { role: 'both-regions' };
  return { role: 'endpoint' };
}

/** A service is named by its host in policies: `logs.us-east-1.amazonaws.com`. */
export function isPrincipal(path: readonly string[], key: string): boolean {
  return (
    /^(?:Principal|Service|identifiers|PassedToService|iam:\w+|aws:\w+)$/i.test(key) ||
    path.some((each) => /^(?:Not)?Principals?$/i.test(each) || /:PassedToService|:Via|:Source/i.test(each))
  );
}

const followsStack = remember(({ text }: DocumentFile): boolean => text.includes('AWS::Region'));

const mentionsCloudFront = remember(({ text }: DocumentFile): boolean => cloudFront.test(text));

/** What CloudFront uses has to be in us-east-1. */
function isForCloudFront({ match, file, text, key }: DocumentPlace, path: readonly string[]): boolean {
  if (match.region !== 'us-east-1') return false;
  if (match.form === 'arn') {
    if (/:wafv2:us-east-1:[^:]*:global\//.test(text)) return true;
    return (
      mentionsCloudFront(file) &&
      (/:acm:|:lambda:[^ ]*edge/i.test(text) ||
        cloudFront.test(path.slice(1).join('/')) ||
        /certificate|lambda_?function_?arn|webacl/i.test(key))
    );
  }
  return match.form === 'region' && mentionsCloudFront(file) && edgeWord.test(path.slice(1).join('/'));
}

function isListedWithOtherRegion({ match, node }: DocumentPlace): boolean {
  if (node.parent?.type !== 'list') return false;
  return node.parent.items
    .slice(0, mostCompared)
    .some(
      (item) => item.type === 'scalar' && !item.text.startsWith(match.region) && /-\d[a-z]$/.test(item.text),
    );
}
