import { awsRegionId } from '../../clouds/aws/regions.ts';
import { gcpRegionId } from '../../clouds/gcp/regions.ts';
import type { Purpose } from './facts.ts';

/** A region in a command or an assignment of a script. Offsets are of the script. */
export interface ScriptRegion {
  region: string;
  start: number;
  purpose: Purpose;
}

const region = `(${awsRegionId}|${gcpRegionId})(?![\\w-])`;
const patterns: readonly [expression: RegExp, purpose: Purpose][] = [
  [
    new RegExp(`\\$\\{\\w{0,64}(?:REGION|region|LOCATION|location)\\w{0,64}:?[-=]["']?${region}`, 'g'),
    'fallback',
  ],
  [new RegExp(`\\|\\|\\s*["']${region}`, 'g'), 'fallback'],
  [new RegExp(`(?:REGION|region|LOCATION)\\w{0,64}[ \\t]*[:?]?=[ \\t]*["']?${region}`, 'g'), 'deploy'],
  [new RegExp(`--(?:aws-)?(?:region|location)[ \\t=]+["']?${region}`, 'g'), 'deploy'],
  [new RegExp(`(?<=\\.dkr\\.ecr\\.)${region}`, 'g'), 'registry'],
];

/** The regions that a script of a shell or of make deploys to, falls back to or pulls images from. Comments do not count. */
export function findScriptRegions(script: string): ScriptRegion[] {
  const found = new Map<number, ScriptRegion>();
  for (const [expression, purpose] of patterns) {
    for (const match of script.matchAll(expression)) {
      const id = match[1] ?? '';
      const start = match.index + match[0].length - id.length;
      if (found.has(start) || isCommented(script, start)) continue;
      found.set(start, { region: id, start, purpose });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Nobody writes longer ones; the line is read for each region in it. */
const longestLine = 2000;

/** Whether a place is behind the mark of a comment, or in what a script prints. */
function isCommented(script: string, offset: number): boolean {
  const lineStart = Math.max(script.lastIndexOf('\n', offset) + 1, offset - longestLine);
  return /(?:^|\s)#|^\s*(?:echo|printf|@echo)\s/.test(script.slice(lineStart, offset));
}
