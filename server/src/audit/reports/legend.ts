import type { Audit } from '../audit.ts';
import { hasCriticality } from './service-table.ts';

/** What the words of the table mean, as far as they are in it; and how to fill the column that is missing. */
export function explainTable({ services }: Audit): string[] {
  const places = services.flatMap((row) => row.places);
  const lines: string[] = [];
  if (places.some(({ region, decidedBy }) => region === undefined && decidedBy?.variable !== undefined)) {
    lines.push('A name in brackets is the environment variable that decides the region.');
  }
  if (places.some(({ region, origin }) => region === undefined && origin === 'parameter')) {
    lines.push('(caller): the region is what the caller of the code chooses.');
  }
  if (
    places.some(({ region, origin, decidedBy }) => region === undefined && origin === 'unknown' && !decidedBy)
  ) {
    lines.push('(unknown): the code does not tell where the region comes from.');
  }
  if (places.some(({ failover }) => failover === 'follows-deployment')) {
    lines.push(
      'Follows the deployment: the code runs in whatever region it is deployed to; a second deployment is the failover.',
    );
  }
  if (places.some(({ region }) => region === 'aws-global')) {
    lines.push('aws-global: an endpoint that calls itself global, and lives in us-east-1.');
  }
  if (!hasCriticality(services) && services.length > 0) {
    lines.push(
      'Nobody has said which services are critical: set services.<name>.critical in multi-region.config.json or the ESLint config. Until then each counts as critical.',
    );
  }
  return lines;
}
