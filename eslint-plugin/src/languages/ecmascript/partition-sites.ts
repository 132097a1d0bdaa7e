import type { PartitionSite } from '../../facts/partition-site.ts';
import type { SourceCode } from './ast.ts';
import { partitionHint } from './module-names.ts';
import { getNodeAt } from './node-at.ts';
import { createOffsetSearch } from './offsets.ts';

const findHints = createOffsetSearch(partitionHint);

/** Finds partitions and DNS suffixes that are written down beside a region that is not. */
export function findPartitionSites(sourceCode: SourceCode): PartitionSite[] {
  const { text } = sourceCode;
  const sites: PartitionSite[] = [];
  for (const index of findHints(text)) {
    const { type } = getNodeAt(sourceCode, index);
    if (type !== 'TemplateElement' && type !== 'Literal') continue;
    const kind = text.startsWith('arn:', index) ? 'partition' : 'suffix';
    const start = kind === 'partition' ? index + 'arn:'.length : index + 1;
    const written = kind === 'partition' ? /^aws(?:-[a-z]+)*/ : /^amazonaws\.com(?:\.cn)?/;
    const [found = ''] = written.exec(text.slice(start, start + 20)) ?? [];
    const end = start + found.length;
    // Another domain under that name is not AWS's own.
    if (
      found === '' ||
      (kind === 'suffix' && /[\w.-]/.test(text.charAt(end)) && !/\.(?!\w)/.test(text.slice(end)))
    )
      continue;
    sites.push({
      range: [start, end],
      loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
      text: found,
      kind,
      expression: type === 'TemplateElement' ? getExpression(text, kind) : undefined,
    });
  }
  return sites;
}

/** CDK's pseudo parameters, where the file has the region from them: `Aws.PARTITION` beside `Aws.REGION`. */
function getExpression(text: string, kind: PartitionSite['kind']): string | undefined {
  const pseudo = /\b((?:\w+\.)?Aws)\.REGION\b/.exec(text)?.[1];
  return pseudo && `${pseudo}.${kind === 'partition' ? 'PARTITION' : 'URL_SUFFIX'}`;
}
