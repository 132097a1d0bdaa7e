import { Socket, type NetConnectOpts, type TcpNetConnectOpts } from 'node:net';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { Engine } from './engine.ts';
import { lookupError, resetError } from './errors.ts';
import { cutAtEnd, hang } from './hang.ts';
import type { StandIns } from './names.ts';
import type { Outage } from './outage.ts';
import type { Target } from './target.ts';

type Connect = (this: Socket, ...args: unknown[]) => Socket;
export type Options = TcpNetConnectOpts & Record<PropertyKey, unknown>;
type Done = () => void;

/** Faults of requests; their connections are made as ever. */
const requestFaults = ['latency', 'lost-answers'];

/** A name without an address, by RFC 6761. */
const unknownName = 'chaos.invalid';

/** A port that nothing listens on: connections to it are refused by the kernel. */
const closedPort = 1;

export interface Connections {
  /** Connects as Node does, whatever the outages. */
  readonly connect: Connect;
  /** Makes a connection that fails. */
  fail(socket: Socket, outage: Outage, options: Options, done?: Done): Socket;
  /** Cuts the open connections to regions that have just gone down. */
  readonly cutOpen: () => void;
}

/** Makes connections to a region fail: those of every client that opens a socket. */
export function patchConnections({ targets, servers, emit, mark }: Engine, standIns: StandIns): Connections {
  const { connect } = Socket.prototype as unknown as { connect: Connect };
  const connectTls = tls.connect as (...args: unknown[]) => TLSSocket;
  const bent = new WeakMap<object, Outage>();
  const open = new Map<Socket, Target>();

  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const { options, done } = readConnectArguments(args);
    if (!options || ('path' in options && options.path) || mark in options) return connect.apply(this, args);
    const name = standIns.nameOf(options.host);
    const host = name ?? options.host ?? 'localhost';
    const target = targets.ofHost(host);
    const outage = targets.hit(target);
    if (target) track(this, target);
    if (target && outage && !requestFaults.includes(outage.fault)) {
      emit({ kind: 'connection', ...target, host, fault: outage.fault });
      bent.set(this, outage);
      return fail(this, outage, { ...options, host }, done);
    }
    // The stand-in of a host is nobody's address.
    if (name !== undefined)
      return connect.call(this, { ...options, host: name, [mark]: true }, ...(done ? [done] : []));
    return connect.apply(this, args);
  };

  tls.connect = function (this: unknown, ...args: unknown[]) {
    const options = args.find((each): each is ConnectionOptions => typeof each === 'object' && each !== null);
    const given = options?.host ?? (typeof args[1] === 'string' ? args[1] : undefined);
    const host = standIns.nameOf(given) ?? given;
    const target = targets.ofHost(host);
    // Where there is a socket already, what counts is how that one was connected.
    const outage = options?.socket ? bent.get(options.socket) : targets.hit(target);
    const path = outage && servers.pathFor(outage);
    if (!options || options.path !== undefined || path === undefined || outage === undefined) {
      return connectTls.apply(this, args);
    }
    if (!options.socket && target && host !== undefined) {
      emit({ kind: 'connection', ...target, host, fault: outage.fault });
    }
    const rest = omit(options, addressOptions, certificateOptions);
    const done = args.at(-1);
    const socket = connectTls.call(
      this,
      { ...rest, ...servers.tls, ...(options.socket ? {} : { path }) },
      ...(typeof done === 'function' ? [done] : []),
    );
    if (outage.fault === 'silent') hang(socket, outage, host ?? '', options.port);
    else cutAtEnd(socket, outage);
    return socket;
  };

  function fail(socket: Socket, outage: Outage, options: Options, done?: Done): Socket {
    const host = options.host ?? 'localhost';
    // Symbols of Node's own, such as that of its agents, are not needed any more.
    const call = (changed: object) =>
      connect.call(socket, { ...changed, [mark]: true }, ...(done ? [done] : []));
    const path = servers.pathFor(outage);
    const { port } = options;
    const rest = omit(options, addressOptions);
    if (outage.fault === 'blackhole' || outage.fault === 'silent') hang(socket, outage, host, port);
    else cutAtEnd(socket, outage);
    if (outage.fault === 'dns') {
      const lookup = (_name: string, _options: unknown, callback: (error: Error) => void) => {
        process.nextTick(callback, lookupError(host));
      };
      // Node looks up names only: the address of a local stack would be connected to.
      return call({ ...rest, port, host: unknownName, lookup });
    }
    // A name that is looked up by us, and never answered: no packet leaves the process.
    if (outage.fault === 'blackhole')
      return call({ ...rest, port, host: unknownName, lookup: () => undefined });
    // What is answered is HTTP; a database would only be confused by it.
    const isWeb = isWebPort(port) || options[mark] === true;
    const isAnswered = isWeb || !['status', 'throttle'].includes(outage.fault);
    if (path !== undefined && isAnswered) return call({ ...rest, path });
    return call({ ...rest, host: '127.0.0.1', port: closedPort });
  }

  /** Keeps connections that are open, so that they can be cut when a region goes down under them. */
  function track(socket: Socket, target: Target): void {
    open.set(socket, target);
    socket.once('close', () => open.delete(socket));
  }

  function cutOpen(): void {
    for (const [socket, target] of open) {
      const outage = targets.hit(target);
      // When names lose their addresses, connections that are there go on.
      if (!outage || outage.fault === 'dns' || requestFaults.includes(outage.fault)) continue;
      if (bent.has(socket)) continue;
      emit({ kind: 'cut', ...target, host: socket.remoteAddress ?? '', fault: outage.fault });
      socket.destroy(resetError());
    }
  }

  return { connect, fail, cutOpen };
}

/** Options that say where to connect to. */
const addressOptions = ['host', 'port', 'lookup'];

/** Options that have no meaning for a pre-shared key. */
const certificateOptions = ['ca', 'cert', 'key', 'minVersion', 'secureContext', 'session'];

function omit(options: object, ...lists: (readonly string[])[]): object {
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => !lists.some((list) => list.includes(name))),
  );
}

function isWebPort(port: unknown): boolean {
  return port === undefined || Number(port) === 443 || Number(port) === 80;
}

/** The forms of `socket.connect`: options, a port and a host, or what Node's own code makes of them. */
function readConnectArguments(args: readonly unknown[]): {
  options: Options | undefined;
  done: Done | undefined;
} {
  const [first] = args;
  const last = args.at(-1);
  const done = typeof last === 'function' ? (last as Done) : undefined;
  if (Array.isArray(first)) {
    const [options, callback] = first as [NetConnectOpts, unknown];
    return { options: options as Options, done: typeof callback === 'function' ? (callback as Done) : done };
  }
  if (typeof first === 'object' && first !== null) return { options: first as Options, done };
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/u.test(first));
  if (!isPort) return { options: undefined, done };
  const host = typeof args[1] === 'string' ? { host: args[1] } : {};
  return { options: { port: Number(first), ...host }, done };
}
