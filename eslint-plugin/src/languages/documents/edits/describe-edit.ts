import type { DocumentEdit, DocumentSite } from '../facts.ts';
import type { DocumentPlace } from '../place.ts';
import { getTemplatePath } from '../roles/serverless.ts';
import { followStack } from './follow-stack.ts';
import { followService } from './follow-service.ts';
import { followModule } from './follow-module.ts';

const followed = new Set(['argument', 'arn', 'endpoint', 'infrastructure', 'zone']);

/**
 * What makes a place take its region as the rest of its file does.
 *
 * @returns undefined where the file has no such way, or where it would not be the same thing
 */
export function describeEdit(place: DocumentPlace, site: DocumentSite): DocumentEdit | undefined {
  if (!followed.has(site.role)) return undefined;
  // Who publishes a layer does so by another account or version in each region.
  if (place.account === 'written' || site.text.includes(':layer:')) return undefined;
  switch (place.file.type.kind) {
    case 'cloudformation':
      return followStack(place, site, place.path);
    case 'serverless': {
      const isTemplate = place.path[0] === 'resources';
      return isTemplate ? followStack(place, site, getTemplatePath(place.path)) : followService(place, site);
    }
    case 'terraform':
      return followModule(place, site);
    default:
      return undefined;
  }
}
