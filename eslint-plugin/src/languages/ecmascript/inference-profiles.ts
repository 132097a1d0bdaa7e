import type { ClientSite } from '../../facts/client-site.ts';
import type { RegionSite } from '../../facts/region-site.ts';
import { getKeyName, getDottedName, getStaticString, type Node, type SourceCode } from './ast.ts';
import { getNodeAt } from './node-at.ts';
import { whileInTime } from '../while-in-time.ts';
import { createOffsetSearch } from './offsets.ts';
import { placeOf } from './place-of.ts';

const findProfiles = createOffsetSearch(
  String.raw`(?<=['"${'`'}])(?:us|eu|apac|jp|au|ca|us-gov)\.(?:ai21|amazon|anthropic|cohere|deepseek|google|meta|mistral|moonshot|nvidia|openai|qwen|stability|twelvelabs|writer)\.[\w.:-]+(?=['"${'`'}])`,
);

/**
 * Finds model ids of Bedrock that pin a geography (`eu.anthropic.…`) while the region of the client comes from a
 * setting: with a region elsewhere there is no such model. `global.` goes with all.
 */
export function findInferenceProfiles(sourceCode: SourceCode, clients: readonly ClientSite[]): RegionSite[] {
  const isSet = clients.some(
    ({ service, origin }) => /^bedrock(?:-agent)?-runtime$/.test(service) && origin !== 'literal',
  );
  if (!isSet) return [];
  return Array.from(whileInTime(sourceCode, findProfiles(sourceCode.text)), (index): RegionSite[] => {
    const node = getNodeAt(sourceCode, index);
    const text = getStaticString(node.type === 'TemplateElement' ? node.parent : node);
    if (text === undefined || !isModelId(node)) return [];
    const [geography = ''] = text.split('.');
    return [
      {
        range: [index, index + text.length],
        text,
        regionRange: undefined,
        region: geography,
        cloud: 'aws',
        form: 'inference-profile',
        role: 'inference-profile',
        service: 'bedrock-runtime',
        services: ['bedrock-runtime'],
        literal: placeOf(node),
        sink: undefined,
        holderName: undefined,
        namesAround: [],
        setting: undefined,
        variable: undefined,
      },
    ];
  }).flat();
}

/** Whether a text goes by the name of a model: `modelId: 'eu.anthropic.…'`, `const MODEL = …`; not an entry of a list. */
function isModelId({ parent }: Node): boolean {
  if (parent?.type === 'Property') return /model/i.test(getKeyName(parent) ?? '');
  if (parent?.type === 'VariableDeclarator') return /model/i.test(getDottedName(parent.id));
  return parent?.type === 'LogicalExpression' && /model/i.test(getDottedName(parent.left));
}
