import type { Experiment } from './experiment.ts';

/**
 * What outages of the past looked like to a client, phase by phase.
 * Sources: AWS's summaries of these events, aws.amazon.com/message/101925, /061323 and /12721.
 */
const scenarios: Readonly<Record<string, readonly Omit<Experiment, 'region'>[]>> = {
  '2025-10-20': [
    { fault: 'dns', services: ['dynamodb'] },
    { fault: 'throttle', services: ['ec2', 'lambda'] },
    { fault: 'blackhole', services: ['elastic-load-balancing-v2', 'lambda', 'sts'] },
  ],
  '2023-06-13': [{ fault: 'status', services: ['api-gateway', 'eventbridge', 'lambda', 'sts'] }],
  '2021-12-07': [
    { fault: 'silent', services: ['api-gateway', 'dynamodb', 's3', 'sts'] },
    { fault: 'reset', services: ['api-gateway', 'dynamodb', 's3', 'sts'] },
  ],
};

export const scenarioNames: readonly string[] = Object.keys(scenarios);

/** The phases of an outage of the past, or undefined for a date that is not known. */
export function getScenario(date: string, region: string): Experiment[] | undefined {
  return Object.hasOwn(scenarios, date) ? scenarios[date]?.map((phase) => ({ region, ...phase })) : undefined;
}
