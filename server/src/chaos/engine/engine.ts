import type { EventSink } from './events.ts';
import type { FaultServers } from './fault-servers.ts';
import type { TargetFinder } from './target.ts';

/** What the patches of one process share. */
export interface Engine {
  readonly targets: TargetFinder;
  readonly servers: FaultServers;
  readonly emit: EventSink;
  /** Marks the options of a connection that is ours, and is let through. */
  readonly mark: symbol;
  /** A number that no other request of this process has. */
  nextId(): string;
}
