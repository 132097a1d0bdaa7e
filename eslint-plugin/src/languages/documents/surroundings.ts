import type { Surroundings } from './facts.ts';
import type { DocumentFile } from './place.ts';

/** From what a file takes its region elsewhere, and in how many places; undefined when it does so nowhere. */
export function findSurroundings({ text, type, module }: DocumentFile): Surroundings | undefined {
  switch (type.kind) {
    case 'cloudformation': {
      const count = countMatches(text, /AWS::Region\b/g);
      return count > 0 ? { file: 'template', source: 'AWS::Region', count } : undefined;
    }
    case 'serverless':
      return pickMost([
        {
          file: 'service',
          source: '${self:provider.region}',
          count: countMatches(text, /self:provider\.region\b/g),
        },
        { file: 'service', source: '${aws:region}', count: countMatches(text, /aws:region\b/g) },
        { file: 'service', source: 'AWS::Region', count: countMatches(text, /AWS::Region\b/g) },
      ]);
    case 'terraform':
    case 'terragrunt': {
      const [source] = module?.sources ?? [];
      return source && source.uses > 0
        ? { file: 'module', source: source.expression, count: source.uses }
        : undefined;
    }
    default:
      return undefined;
  }
}

function pickMost(all: readonly Surroundings[]): Surroundings | undefined {
  const most = all.reduce((best, each) => (each.count > best.count ? each : best));
  return most.count > 0 ? most : undefined;
}

function countMatches(text: string, expression: RegExp): number {
  let count = 0;
  for (const match of text.matchAll(expression)) count += Number(match.length > 0);
  return count;
}
