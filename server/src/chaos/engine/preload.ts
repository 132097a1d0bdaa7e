// Loaded by `NODE_OPTIONS=--require` into each process of a run, and by `multi-region/chaos` into a test.
// Without the variable and without a call it does nothing.
import { createFileSink } from './events.ts';
import { installChaos, type Chaos } from './install.ts';
import type { RunConfig } from './outage.ts';

export { endOutage } from './hang.ts';
export { stamp } from './events.ts';

let installed: Chaos | undefined;

/** The chaos of this process, which is installed at the first call. */
export function getChaos(): Chaos {
  installed ??= installChaos([__filename]);
  return installed;
}

const variable = process.env.MULTI_REGION_CHAOS;
if (variable !== undefined) begin(JSON.parse(variable) as RunConfig);

function begin({ log, outages }: RunConfig): void {
  // A variable that was left behind does nothing.
  if (outages.every(({ until }) => until <= Date.now())) return;
  const chaos = getChaos();
  const sink = createFileSink(log);
  chaos.listen(sink);
  sink({ kind: 'process', argv: process.argv.slice(1, 3), node: process.version });
  outages.forEach(chaos.start);
}
