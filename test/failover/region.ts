import { EventEmitter, once } from 'node:events';
import { Server, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { promisify } from 'node:util';

/** A request that a region has had. */
export interface Seen {
  /** DynamoDB's operation (`PutItem`), or the method of HTTP. */
  operation: string;
  /** The region that it is signed for. */
  signedFor: string;
}

/** A server on 127.0.0.1 that stands for a service in one region, and can go down and come back. */
export interface Region {
  name: string;
  endpoint: string;
  requests: readonly Seen[];
  /** Resolves when the region has had so many requests in all. */
  reached: (count: number) => Promise<void>;
  countConnections: () => Promise<number>;
  /** Resolves when the next connection ends. */
  nextClosed: () => Promise<void>;
  /** Takes it down at once: nothing listens, open connections are cut. */
  kill: () => Promise<void>;
  /** Brings it back, at the same address. */
  revive: () => Promise<void>;
}

/**
 * Starts a server as a region.
 *
 * @param name of the region
 * @param server answers the requests
 */
export async function startRegion(name: string, server: Server): Promise<Region> {
  const requests: Seen[] = [];
  const events = new EventEmitter().setMaxListeners(0);
  server.prependListener('request', (request: IncomingMessage) => {
    const { authorization = '', 'x-amz-target': target = '' } = request.headers;
    const [, signedFor = ''] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(authorization) ?? [];
    const operation = String(target).split('.')[1] ?? request.method ?? '';
    requests.push({ operation, signedFor });
    events.emit('request');
  });
  // Connections are closed by those who use them, so that a test can see it.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => events.emit('closed'));
  });
  const count = promisify<number>((done) => {
    server.getConnections(done);
  });
  const start = async (port: number) => {
    listen(server, port);
    await once(server, 'listening');
  };
  await start(0);
  const { port } = server.address() as AddressInfo;
  return {
    name,
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    reached: async (count) => {
      while (requests.length < count) await once(events, 'request');
    },
    countConnections: () => count(),
    nextClosed: async () => {
      await once(events, 'closed');
    },
    kill: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      stopListening(server);
      server.closeAllConnections();
      await closed;
    },
    revive: () => start(port),
  };
}

// Not the methods of the server: dynalite has its own `close`, after which its data are gone.

function listen(server: Server, port: number): void {
  Server.prototype.listen.call(server, { port, host: '127.0.0.1' });
}

function stopListening(server: Server): void {
  Server.prototype.close.call(server);
}
