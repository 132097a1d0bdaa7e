import type { PartitionSite } from '../../facts/partition-site.ts';
import { remember } from '../../remember.ts';
import type { SourceCode } from './ast.ts';
import { partitionHint } from './module-names.ts';
import { getNodeAt } from './node-at.ts';
import { whileInTime } from '../while-in-time.ts';
import { createOffsetSearch } from './offsets.ts';

const findHints = createOffsetSearch(partitionHint);

/** Finds partitions and DNS suffixes that are written down beside a region that is not. */
export function findPartitionSites(sourceCode: SourceCode): PartitionSite[] {
  const { text } = sourceCode;
  const sites: PartitionSite[] = [];
  for (const index of whileInTime(sourceCode, findHints(text))) {
    const { type } = getNodeAt(sourceCode, index);
    if (type !== 'TemplateElement' && type !== 'Literal') continue;
    const kind = text.charAt(index) === ':' ? 'partition' : 'suffix';
    const start = index + 1;
    const written = kind === 'partition' ? /^aws(?:-[a-z]+)*/ : /^amazonaws\.com(?:\.cn)?/;
    const [found = ''] = written.exec(text.slice(start, start + 20)) ?? [];
    const end = start + found.length;
    // Another domain under that name is not AWS's own.
    if (
      found === '' ||
      (kind === 'suffix' && /[\w.-]/.test(text.charAt(end)) && !/^\.(?!\w)/.test(text.slice(end, end + 2)))
    )
      continue;
    sites.push({
      range: [start, end],
      loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
      text: found,
      kind,
      expression: type === 'TemplateElement' ? getExpression(sourceCode, kind) : undefined,
    });
  }
  return sites;
}

/** CDK's pseudo parameters, where the file has the region from them: `Aws.PARTITION` beside `Aws.REGION`. */
function getExpression(sourceCode: SourceCode, kind: PartitionSite['kind']): string | undefined {
  const pseudo = findPseudo(sourceCode);
  return pseudo && `${pseudo}.${kind === 'partition' ? 'PARTITION' : 'URL_SUFFIX'}`;
}

const findPseudo = remember(
  ({ text }: SourceCode): string | undefined => /\b((?:\w+\.)?Aws)\.REGION\b/.exec(text)?.[1],
);
