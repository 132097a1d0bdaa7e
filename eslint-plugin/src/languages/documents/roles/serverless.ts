import { type DocumentPlace, type Judgement } from '../place.ts';
import { isPrincipal, judgeCloudFormation } from './cloudformation.ts';
import {
  findEnvironment,
  hasOtherRegionBeside,
  isListedForOtherRegion,
  isNamedRegion,
  isScript,
} from './common.ts';

/** Judges a place of serverless.yml. */
export function judgeServerless(place: DocumentPlace): Judgement {
  const { path, key, match, node } = place;
  const [top = ''] = path;
  if (top === 'resources') return judgeCloudFormation(place, getTemplatePath(path));
  if (top === 'custom' || top === 'params' || top === 'stages' || path.includes('tags')) {
    const isDependency = match.form === 'arn';
    return {
      role: isDependency ? 'dependency' : 'descriptor',
      purpose: 'setting',
      environment: findEnvironment(path),
    };
  }
  if (isScript(place)) return { role: 'text' };
  switch (match.form) {
    case 'region':
      if (top === 'provider' && path.length === 2 && (key === 'region' || key === 'location'))
        return { role: 'descriptor', purpose: 'deploy' };
      if (!isNamedRegion(place) || (top !== 'provider' && top !== 'functions')) return { role: 'unknown' };
      if (!path.includes('environment')) return { role: 'descriptor', purpose: 'setting' };
      return { role: hasOtherRegionBeside(place) ? 'both-regions' : 'infrastructure' };
    case 'zone':
      return { role: 'zone' };
    case 'arn':
      if (node.text.includes(':serverlessrepo:')) return { role: 'dependency' };
      if (isListedForOtherRegion(place)) return { role: 'both-regions' };
      if (path.includes('layers') && place.account !== 'variable') return { role: 'arn' };
      return { role: place.account === 'written' || place.account === 'variable' ? 'dependency' : 'arn' };
    case 'host':
      if (isPrincipal(path, key)) return { role: 'unknown' };
      return {
        role: place.account === 'written' || place.account === 'variable' ? 'dependency' : 'endpoint',
      };
    case 'global-host':
      return { role: path.includes('environment') ? 'global-endpoint' : 'unknown' };
    default:
      return { role: 'unknown' };
  }
}

/** `resources` is a template, or a list of them. */
export function getTemplatePath(path: readonly string[]): readonly string[] {
  const inside = path.slice(1);
  const rest = /^\d+$/.test(inside[0] ?? '') ? inside.slice(1) : inside;
  return rest[0] === 'extensions' ? ['Resources', ...rest.slice(1)] : rest;
}
