import { syncBuiltinESMExports } from 'node:module';
import { threadId } from 'node:worker_threads';
import { patchConnections } from './connections.ts';
import type { Engine } from './engine.ts';
import type { ChaosEvent, EventSink } from './events.ts';
import { followSwitch } from './switch.ts';
import { createFaultServers } from './fault-servers.ts';
import { patchFetches } from './fetches.ts';
import { patchNames } from './names.ts';
import type { Outage } from './outage.ts';
import { patchRequests } from './requests.ts';
import { createTargetFinder } from './target.ts';

/** What makes regions fail in this process. */
export interface Chaos {
  /** Starts an outage; open connections to its region are cut when its time has come. */
  readonly start: (outage: Outage) => void;
  /** Calls back with each event. @returns ends that */
  readonly listen: (sink: EventSink) => () => void;
}

/**
 * Patches Node's own modules, once in a process. Without an outage that is on, everything goes its usual way.
 *
 * @param own the files of this product in the process, whose frames are not the application's
 */
export function installChaos(own: readonly string[]): Chaos {
  const outages: Outage[] = [];
  const sinks = new Set<EventSink>();
  let count = 0;
  const targets = createTargetFinder(outages);
  const engine: Engine = {
    targets,
    servers: createFaultServers((host, authorization) =>
      targets.hit(targets.ofRequest(host, authorization, '')),
    ),
    emit: (event: ChaosEvent) => {
      for (const sink of sinks) sink(event);
    },
    mark: Symbol('multi-region.chaos'),
    nextId: () => {
      count += 1;
      return `${process.pid}.${threadId}.${count}`;
    },
  };
  const standIns = patchNames(engine);
  const connections = patchConnections(engine, standIns);
  patchRequests(engine, connections, own);
  patchFetches(engine, own);
  // For those who import the functions by name.
  syncBuiltinESMExports();

  return {
    start(outage) {
      outages.push(outage);
      const waitMs = outage.from - Date.now();
      if (outage.switchFile !== undefined) followSwitch(outage, outage.switchFile, connections.cutOpen);
      else if (waitMs <= 0) connections.cutOpen();
      else setTimeout(connections.cutOpen, waitMs).unref();
    },
    listen(sink) {
      sinks.add(sink);
      return () => sinks.delete(sink);
    },
  };
}
