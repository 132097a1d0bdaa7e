import { serviceOfEndpoint } from './services.ts';
import type { FormMatch } from '../region-form.ts';
import { awsRegionId } from './regions.ts';

// CloudFormation's Sub writes ${AWS::Partition} inside an ordinary string.
const variable = '\\$\\{[^{}]*\\}';
const name = `(?:[a-z][a-z0-9-]*|\\*|${variable})`;
const fromService = `(?<service>${name}):(?<region>${awsRegionId})(?=:|$)(?:${variable}|[^\\s"'\`<>,;(){}[\\]\\\\|])*`;

const arn = new RegExp(`(?<![A-Za-z0-9])(?<head>arn:${name}:)${fromService}`, 'g');
// What a template leaves of arn:${partition}:sqs:us-east-1:…
const arnWithoutPartition = new RegExp(`^(?<head>:)${fromService}`, 'g');

/** The ARNs in a text that name a region, also those cut off at either end of the text. */
export function matchArns(text: string): FormMatch[] {
  return [...text.matchAll(arnWithoutPartition), ...text.matchAll(arn)].flatMap((match) => {
    const { head, service: prefix, region } = match.groups ?? {};
    if (head === undefined || prefix === undefined || region === undefined) return [];
    const service = serviceOfEndpoint(prefix);
    return {
      form: 'arn',
      region,
      ...(service && { service }),
      start: match.index,
      end: match.index + match[0].length,
      regionStart: match.index + head.length + prefix.length + 1,
    } satisfies FormMatch;
  });
}
