import { azureLocation, findRegionForms, regionNames } from 'eslint-plugin-multi-region/catalog';
import type { Deployment } from './deployment.ts';
import type { Spot, Value } from './value.ts';

/** One answer to the question which region something has. */
export interface RegionSource {
  /** undefined: the variable decides, and nobody says what it holds. */
  region: string | undefined;
  /** The variable of the environment that decides, or would decide if it were set. */
  variable: string | undefined;
  /** Whether the region only holds where the variable is not set. */
  isDefault: boolean;
  /** Where the region is written down, or the variable is read. */
  spot: Spot;
  /** The constants and members between there and the use. */
  via: readonly Spot[];
}

/** All answers. */
export interface RegionSources {
  sources: readonly RegionSource[];
  /** Whether there is no other answer that is not known. */
  isComplete: boolean;
}

/**
 * Reads a value as a region.
 *
 * @param value what an expression is
 * @param deployment what the variables hold
 */
export function listSources(value: Value, deployment: Deployment): RegionSources {
  switch (value.kind) {
    case 'text':
      return isRegion(value.text)
        ? complete({
            region: value.text,
            variable: undefined,
            isDefault: false,
            spot: value.spot,
            via: value.via ?? [],
          })
        : { sources: [], isComplete: value.text === '' };
    case 'variable': {
      const { name, spot, fallback, via = [] } = value;
      const region = deployment.get(name);
      if (region !== undefined && region !== '') {
        return complete({ region, variable: name, isDefault: false, spot, via });
      }
      const rest = fallback && listSources(fallback, deployment);
      if (!rest || rest.sources.length === 0) {
        return complete({ region: undefined, variable: name, isDefault: false, spot, via });
      }
      return {
        ...rest,
        sources: rest.sources.map((source) =>
          source.variable === undefined || source.isDefault
            ? { ...source, variable: name, isDefault: true, via: [...source.via, ...via] }
            : source,
        ),
      };
    }
    case 'either': {
      const parts = value.of.map((each) => listSources(each, deployment));
      return {
        sources: parts.flatMap(({ sources }) => sources),
        isComplete: parts.every(({ isComplete }) => isComplete),
      };
    }
    case 'parameter':
      return value.fallback ? { ...listSources(value.fallback, deployment), isComplete: false } : none;
    case 'list':
      return listSources({ kind: 'either', of: value.of }, deployment);
    case 'nothing':
      return { sources: [], isComplete: true };
    default:
      return none;
  }
}

const none: RegionSources = { sources: [], isComplete: false };

function complete(source: RegionSource): RegionSources {
  return { sources: [source], isComplete: true };
}

/** Whether a text is a region and nothing else: `us-east-1`, `europe-west1`, `East US`. */
export function isRegion(text: string): boolean {
  if (regionNames.has(text) || azureLocation(text)) return true;
  // Regions that are newer than the list.
  const [form, ...others] = findRegionForms(text);
  return others.length === 0 && form?.form === 'region' && form.start === 0 && form.end === text.length;
}
