import type { Place } from '../../facts/place.ts';
import { getKeyName, type SourceCode } from './ast.ts';
import { getClientOptions } from './client-options.ts';
import type { FoundClient } from './found-client.ts';
import { placeOf } from './place-of.ts';

/** The option that switches a client's retries off. `maxAttempts` counts the first try (v3), `maxRetries` does not (v2). */
export function findDisabledRetries(
  sourceCode: SourceCode,
  { node, module }: FoundClient,
): Place | undefined {
  if (!/^(?:@aws-sdk\/|aws-sdk)/.test(module)) return undefined;
  const options = getClientOptions(sourceCode, node);
  if (typeof options === 'string') return undefined;
  const properties = options.properties.filter((property) => property.type === 'Property');
  if (properties.some((property) => getKeyName(property) === 'retryStrategy')) return undefined; // it decides instead
  const [name, least] = module.startsWith('aws-sdk') ? ['maxRetries', 0] : ['maxAttempts', 1];
  const property = properties.find(
    (each) =>
      getKeyName(each) === name &&
      each.value.type === 'Literal' &&
      typeof each.value.value === 'number' &&
      each.value.value <= least,
  );
  return property && placeOf(property);
}
