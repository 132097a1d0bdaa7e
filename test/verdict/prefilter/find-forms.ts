import { clouds } from '../../../eslint-plugin/src/clouds/clouds.ts';
import type { RegionFormMatch } from '../../../eslint-plugin/src/clouds/region-forms.ts';
import { azureLocation } from '../../../eslint-plugin/src/clouds/azure/locations.ts';
import type { WrittenText } from './read-texts.ts';

/**
 * Finds the regions in a text without a look at its tokens first.
 *
 * @param isAzure whether the file speaks of Azure
 * @returns form and region of each, in the order of the text
 */
export function findForms({ isStatic, text }: WrittenText, isAzure: boolean): string[] {
  const [whole] = clouds.flatMap(({ matchWholeText }) => matchWholeText?.(text) ?? []);
  if (whole) return isStatic ? [name(whole)] : [];
  const azure = isAzure && isStatic ? azureLocation(text) : undefined;
  if (azure) return [`region ${azure.name}`];
  let end = 0;
  return clouds
    .flatMap(({ matchers }) => matchers.flatMap((match) => match(text)))
    .sort((a, b) => a.start - b.start)
    .filter((match) => {
      if (match.start < end) return false;
      end = match.end;
      return true;
    })
    .map(name);
}

function name({ form, region }: Pick<RegionFormMatch, 'form' | 'region'>): string {
  return `${form} ${region}`;
}
