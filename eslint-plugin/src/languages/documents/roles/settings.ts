import type { DocumentKind } from '../document-names.ts';
import { getHolder, isRegionKey, type DocumentPlace, type Judgement } from '../place.ts';
import { getChild, getText } from '../tree.ts';
import {
  findEnvironment,
  getNameBeside,
  hasOtherRegionBeside,
  isNamedRegion,
  mostCompared,
} from './common.ts';

/** Judges a place of a file whose job is to say where things are, or what a program is set to. */
export function judgeSettings(place: DocumentPlace): Judgement {
  return tables[place.file.type.kind as SettingsKind](place);
}

type SettingsKind = Exclude<
  DocumentKind,
  'cloudformation' | 'script' | 'serverless' | 'terraform' | 'terragrunt'
>;

const tables: Record<SettingsKind, (place: DocumentPlace) => Judgement> = {
  'backend-config': ({ match, file }) => ({
    role: match.form === 'region' ? 'descriptor' : 'unknown',
    purpose: 'state',
    environment: findEnvironment([file.path]),
  }),
  'cdk-json': (place) => ({ ...listSetting(place), environment: findEnvironment(place.path) }),
  dockerfile: judgeDockerfile,
  dotenv: judgeDotenv,
  'ecs-task': judgeContainers,
  'github-actions': judgeWorkflow,
  'gitlab-ci': judgeWorkflow,
  'helm-template': (place) => judgeKubernetes(place, true),
  'helm-values': (place) => judgeKubernetes(place, false),
  kubernetes: (place) => judgeKubernetes(place, false),
  parameters: ({ match, file }) => ({
    role: match.form === 'arn' ? 'dependency' : 'descriptor',
    purpose: 'setting',
    environment: findEnvironment([file.path]),
  }),
  'sam-config': ({ path, key, match }) =>
    key === 'region' && match.form === 'region'
      ? { role: 'descriptor', purpose: 'deploy', environment: path[0] === 'default' ? undefined : path[0] }
      : { role: 'unknown' },
  'terraform-variables': ({ match, file, key }) => ({
    role: match.form === 'arn' ? 'dependency' : 'descriptor',
    purpose:
      match.form === 'region' && /^(?:aws_|gcp_)?(?:region|location)$/.test(key) ? 'deploy' : 'setting',
    environment: findEnvironment([file.path.replace(/^.*\//, ''), file.path]),
  }),
};

function listSetting({ match }: DocumentPlace): Judgement {
  if (match.form === 'arn') return { role: 'dependency' };
  return { role: 'descriptor', purpose: 'setting' };
}

function judgeDockerfile({ path, match, key }: DocumentPlace): Judgement {
  if (path[0] === 'FROM')
    return { role: match.form === 'host' ? 'descriptor' : 'unknown', purpose: 'registry' };
  if (match.form !== 'region' || !isRegionKey(key)) return { role: 'unknown' };
  return path[0] === 'ENV' ? { role: 'infrastructure' } : { role: 'descriptor', purpose: 'default' };
}

function judgeDotenv({ file, key, match }: DocumentPlace): Judgement {
  if (isExampleEnvironment(file.path)) return { role: 'test-data' };
  const name = /\.env(?:rc)?\.([\w-]+)/.exec(file.path)?.[1];
  const environment = name ?? findEnvironment([file.path]);
  const purpose = /^(?:AWS_(?:DEFAULT_)?REGION|REGION|GOOGLE_CLOUD_REGION|AZURE_LOCATION)$/.test(key)
    ? 'deploy'
    : 'setting';
  return { role: match.form === 'arn' ? 'dependency' : 'descriptor', purpose, environment };
}

/** `.env.example`, `.env.local`: nobody deploys from them. */
function isExampleEnvironment(path: string): boolean {
  return /[._-](?:example|sample|local|template|test|dist|defaults?|ci|docker|tpl)(?:[._-]|$)/i.test(
    path.replace(/^.*\//, ''),
  );
}

function judgeContainers(place: DocumentPlace): Judgement {
  const { path, key, match, account } = place;
  if (/^awslogs-region$/.test(key)) return { role: 'descriptor', purpose: 'logs' };
  if (key === 'image') return { role: 'descriptor', purpose: 'registry' };
  if (key === 'valueFrom' || match.form === 'arn') return { role: 'dependency' };
  if (!path.includes('environment')) return { role: 'unknown' };
  if (match.form === 'host') return { role: account === 'written' ? 'dependency' : 'endpoint' };
  if (match.form !== 'region' || !isNamedRegion(place)) return { role: 'unknown' };
  return { role: hasRegionsBeside(place) ? 'both-regions' : 'infrastructure' };
}

/** `[{ name: PRIMARY_REGION, value: … }, { name: SECONDARY_REGION, value: … }]` */
function hasRegionsBeside({ node, match }: DocumentPlace): boolean {
  const list = getHolder(node)?.parent;
  if (list?.type !== 'list') return false;
  return list.items.slice(0, mostCompared).some((item) => {
    const value = getText(getChild(item, 'value')) ?? '';
    return (
      value !== match.region &&
      isRegionKey(getText(getChild(item, 'name')) ?? '') &&
      /^[a-z]{2}-[a-z]+-\d$/.test(value)
    );
  });
}

const workflowEnvironment = (path: string) => findEnvironment([path.replace(/^.*\//, ''), path]);

function judgeWorkflow(place: DocumentPlace): Judgement {
  const { path, match, file, node, key } = place;
  const environment = workflowEnvironment(file.path) ?? findEnvironment(path);
  if (/ecr-public|public\.ecr/.test(node.text)) return { role: 'unknown' };
  if (path.includes('branding') || path.includes('runs-on')) return { role: 'unknown' };
  if (match.form === 'host') {
    const isRegistry = /\.dkr\.ecr\.|\.pkg\.dev/.test(place.text);
    return isRegistry ? { role: 'descriptor', purpose: 'registry', environment } : { role: 'dependency' };
  }
  if (match.form === 'arn') return { role: 'dependency' };
  if (match.form !== 'region') return { role: 'unknown' };
  if (key === 'default' || (path[1] === 'inputs' && key !== 'options'))
    return { role: 'descriptor', purpose: 'default', environment };
  if (path.includes('matrix')) return { role: 'descriptor', purpose: 'deploy', environment };
  if (!isRegionKey(key) && !isNamedRegion(place)) return { role: 'unknown' };
  return { role: 'descriptor', purpose: 'deploy', environment };
}

function judgeKubernetes(place: DocumentPlace, isTemplate: boolean): Judgement {
  const { path, key, match, file, node } = place;
  const environment = findEnvironment([file.path]);
  if (path.some((each) => /topology\.kubernetes\.io|^nodeSelector$|^affinity$|matchExpressions/.test(each)))
    return { role: 'unknown' };
  if (/^(?:image|repository|registry|newName|imageName|bundle)$/i.test(key) && match.form === 'host')
    return { role: 'descriptor', purpose: 'registry', environment };
  if (match.form === 'arn') return { role: 'dependency' };
  if (match.form === 'host') {
    if (/\.dkr\.ecr\.|\.pkg\.dev/.test(place.text))
      return { role: 'descriptor', purpose: 'registry', environment };
    return isTemplate ? { role: 'endpoint' } : { role: 'descriptor', purpose: 'setting', environment };
  }
  if (match.form === 'zone')
    return { role: isTemplate && /zone/i.test(key) ? 'zone' : 'descriptor', purpose: 'setting', environment };
  if (match.form !== 'region') return { role: 'unknown' };
  const name = getNameBeside(node, key) ?? key;
  if (!isRegionKey(name) && !path.includes('data')) return { role: 'unknown' };
  if (isTemplate) return { role: hasOtherRegionBeside(place) ? 'both-regions' : 'infrastructure' };
  return { role: 'descriptor', purpose: 'setting', environment };
}
