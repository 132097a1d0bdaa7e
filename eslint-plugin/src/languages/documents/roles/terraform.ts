import { remember } from '../../../remember.ts';
import {
  type DocumentFile,
  type DocumentPlace,
  isRegionKey,
  isWholeRegion,
  type Judgement,
} from '../place.ts';
import { type DocumentNode, getChild, getText, type MapNode, type ScalarNode } from '../tree.ts';
import { isPrincipal } from './cloudformation.ts';
import {
  findEnvironment,
  getNameBeside,
  hasOtherRegionBeside,
  isListedForOtherRegion,
  isNamedRegion,
  isScript,
} from './common.ts';

const isReplica =
  /repli|secondary|failover|backup|copy_action|(?:^|_)dr(?:_|$)|peer|dest|target|latency_routing|additional|remote/i;
const fallbackCalls = new Set(['try', 'coalesce', 'lookup', 'get_env']);
const comparingCalls = new Set([
  'contains',
  'startswith',
  'endswith',
  'replace',
  'regex',
  'can',
  'strcontains',
  'trimprefix',
  'index',
  'matchkeys',
]);

/** Judges a place of a Terraform or Terragrunt file. */
export function judgeTerraform(place: DocumentPlace): Judgement {
  return judgeByExpression(place.node, place) ?? judgeByBlock(place);
}

/** What the expression around it tells: a comparison, a default of a function. */
function judgeByExpression(node: ScalarNode, { match }: DocumentPlace): Judgement | undefined {
  let child: DocumentNode = node;
  for (let each = node.parent; each; child = each, each = each.parent) {
    if (each.type !== 'expression') continue;
    if (each.operator === 'comparison' || each.operator === 'index') return { role: 'comparison' };
    if (each.operator === 'conditional')
      return { role: each.operands[0] === child ? 'comparison' : 'unknown' };
    if (each.operator === 'for') return { role: 'catalogue' };
    if (each.operator !== 'call' || each.name === undefined) continue;
    if (comparingCalls.has(each.name)) return { role: 'comparison' };
    const isDefault = fallbackCalls.has(each.name) && each.operands[0] !== child;
    if (isDefault) return match.form === 'region' ? { role: 'fallback' } : { role: 'unknown' };
  }
  return undefined;
}

function judgeByBlock(place: DocumentPlace): Judgement {
  const { path, file, match, key } = place;
  const [top = '', type = ''] = path;
  if (isDashboard(path, place.node)) return { role: 'text' };
  if (path.includes('mock_outputs')) return { role: 'test-data' };
  switch (top) {
    case 'terraform':
      return { role: 'descriptor', purpose: 'state' };
    case 'remote_state':
    case 'generate':
      return { role: 'descriptor', purpose: 'state' };
    case 'provider':
      return {
        role: match.form === 'region' && key === 'region' ? 'descriptor' : 'unknown',
        purpose: 'deploy',
        environment: findEnvironment([file.path]),
      };
    case 'variable':
      if (path[2] !== 'default') return { role: 'text' };
      return { role: match.form === 'arn' ? 'dependency' : 'descriptor', purpose: 'default' };
    case 'locals':
      return judgeInLocals(place);
    case 'inputs':
      return {
        role: match.form === 'arn' ? 'dependency' : 'descriptor',
        purpose: 'setting',
        environment: findEnvironment([file.path]),
      };
    case 'output':
    case 'check':
    case 'import':
    case 'moved':
      return { role: 'text' };
    case 'data':
      if (type === 'terraform_remote_state') return { role: 'descriptor', purpose: 'state' };
      return judgeResource(place);
    case 'resource':
    case 'module':
      return judgeResource(place);
    default:
      return { role: 'unknown' };
  }
}

/** `locals` are a module's own settings: a region there is where it should be, what carries one is not. */
function judgeInLocals(place: DocumentPlace): Judgement {
  const { match } = place;
  if (match.form === 'arn' || match.form === 'host') return judgeResource(place);
  return { role: 'descriptor', purpose: 'setting', environment: findEnvironment(place.path) };
}

function judgeResource(place: DocumentPlace): Judgement {
  const { match, node, path, file } = place;
  if (isScript(place)) return { role: 'text' };
  const environment = findEnvironment([file.path]);
  const row = (purpose: Judgement['purpose']): Judgement => ({
    role: 'descriptor',
    ...(purpose && { purpose }),
    environment,
  });
  const name = getNameBeside(node, place.key) ?? place.key;
  const inside = path.slice(1).join('/');
  if (match.form === 'region' && isReplica.test(inside)) return row('replica');
  if (hasOwnProvider(node)) return { role: 'unknown' };
  if (isForCloudFront(place)) return { role: 'mandated' };
  switch (match.form) {
    case 'region': {
      if (name.includes('awslogs-region')) return row('logs');
      if (!isRegionKey(name)) return { role: 'unknown' };
      if (hasOtherRegionBeside(place)) return { role: 'both-regions' };
      if (path[0] === 'module' || path[0] === 'data')
        return followsItself(place) && path[0] === 'module' ? { role: 'infrastructure' } : row('setting');
      return isArtifact(place) ? { role: 'infrastructure' } : row('setting');
    }
    case 'zone':
      if (!/zone|(?:^|_)azs?$|location/i.test(place.key)) return { role: 'unknown' };
      return isArtifact(place) ? { role: 'zone' } : row('setting');
    case 'arn':
      return judgeArn(place);
    case 'host':
      return judgeHost(place);
    case 'global-host':
      return { role: path.includes('environment') && isNamedEndpoint(place) ? 'global-endpoint' : 'unknown' };
    default:
      return { role: 'unknown' };
  }
}

function judgeArn(place: DocumentPlace): Judgement {
  const { account, path, text } = place;
  if (isListedForOtherRegion(place)) return { role: 'both-regions' };
  if (text.includes(':serverlessrepo:')) return { role: 'dependency' };
  if (/repli|secondary|destination_vault|destination_backup/i.test(path.join('/')))
    return { role: 'descriptor', purpose: 'replica' };
  if (account === 'written' || account === 'variable') return { role: 'dependency' };
  return isArtifact(place) ? { role: 'arn' } : { role: 'descriptor', purpose: 'setting' };
}

function judgeHost(place: DocumentPlace): Judgement {
  const { account, path, key, node } = place;
  const variable = getText(getChild(node.parent?.parent, 'variable')) ?? key;
  if (/ViaService/i.test(variable)) return { role: followsItself(place) ? 'endpoint' : 'unknown' };
  if (isPrincipal(path, key) || /^(?:variable|values|services?|principal)$/.test(key))
    return { role: 'unknown' };
  if (account === 'written' || account === 'variable') return { role: 'dependency' };
  if (/^aws_ses|route53_record|dns_record|_cname|google_dns/.test(path[1] ?? '')) return { role: 'unknown' };
  if (isListedForOtherRegion(place)) return { role: 'both-regions' };
  return isArtifact(place) ? { role: 'endpoint' } : { role: 'descriptor', purpose: 'setting' };
}

/** Whether a module should run in any region: it takes its region from somewhere, or is there for others to call. */
function isArtifact(place: DocumentPlace): boolean {
  return place.file.module?.isReusable === true || followsItself(place);
}

/** Whether the module takes a region of this cloud from somewhere. */
function followsItself({ file, match }: DocumentPlace): boolean {
  return (
    file.module?.sources.some(
      ({ cloud, uses }) => uses > 0 && (cloud === undefined || cloud === match.cloud),
    ) ?? false
  );
}

/** `provider = aws.us_east_1`: the resource is in another region on purpose. */
function hasOwnProvider(node: ScalarNode): boolean {
  for (let each: DocumentNode | undefined = node.parent; each; each = each.parent) {
    if (each.type === 'map' && choosesProvider(each)) return true;
  }
  return false;
}

const choosesProvider = remember(({ entries }: MapNode): boolean =>
  entries.some(
    ({ key, value }) =>
      (key === 'provider' && value.type === 'reference') || (key === 'providers' && value.type === 'map'),
  ),
);

function isDashboard(path: readonly string[], node: ScalarNode): boolean {
  if (
    path.some((key) => /^(?:metrics|widgets|dashboard_body|dashboard_json)$/.test(key)) ||
    path[1] === 'aws_cloudwatch_dashboard'
  )
    return true;
  const holder = node.parent;
  return holder?.type === 'map' && isWidget(holder);
}

const isWidget = remember(({ entries }: MapNode): boolean =>
  entries.some(({ key }) => /^(?:metrics|widgets|period|stat|expression)$/.test(key)),
);

function isNamedEndpoint(place: DocumentPlace): boolean {
  return /url|endpoint|host/i.test(place.key) || isNamedRegion(place);
}

const mentionsCloudFront = remember(({ text }: DocumentFile): boolean =>
  /cloudfront|lambda@?_?edge|acm_certificate/i.test(text),
);

/** What CloudFront uses has to be in us-east-1. */
function isForCloudFront({ match, file, text, path, key }: DocumentPlace): boolean {
  if (match.region !== 'us-east-1') return false;
  const about = `${path.join('/')}/${file.path}`;
  if (match.form === 'arn' && /:wafv2:us-east-1:[^:]*:global\//.test(text)) return true;
  if (/cloudfront|edge|waf|acm|certificate|global|us_east_1|virginia/i.test(about)) return true;
  return (
    mentionsCloudFront(file) &&
    (match.form === 'region' || isWholeRegion(text) || /certificate|lambda/i.test(key))
  );
}
