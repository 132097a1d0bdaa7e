import type { Fault } from './engine/outage.ts';

/** One way for a region to fail, tried once. */
export interface Experiment {
  region: string;
  fault: Fault;
  services?: readonly string[];
  latencyMs?: number;
}

const words: Readonly<Record<Fault, string>> = {
  dns: 'had no address',
  refuse: 'refused all connections',
  blackhole: 'took no connections',
  silent: 'answered nothing',
  reset: 'cut all connections',
  status: 'answered with the status 503',
  throttle: 'throttled all requests',
  latency: 'was slower',
  'lost-answers': 'lost its answers',
};

/** What happened to the region, as the end of a sentence: `us-east-1 refused all connections`. */
export function describeExperiment({ region, fault, services, latencyMs }: Experiment): string {
  const what = fault === 'latency' ? `was ${String(latencyMs)} ms slower` : words[fault];
  return `${region} ${what}${services ? ` (${services.join(', ')} only)` : ''}`;
}

/** The option that asks for it: `--down dns`. */
export function toOption({ fault, services, latencyMs }: Experiment): string {
  const list = services?.join(',') ?? '';
  switch (fault) {
    case 'latency':
      return `--latency ${String(latencyMs)}ms`;
    case 'throttle':
      return `--throttle ${list}`.trim();
    case 'lost-answers':
      return '--lost-answers';
    case 'status':
      return '--down 503';
    default:
      return `--down ${fault}`;
  }
}
