import { errorMonitor } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Connections, Options } from './connections.ts';
import type { Engine } from './engine.ts';
import { resetError } from './errors.ts';
import { readFrames } from './caller-frames.ts';
import { nameOperation } from './operation.ts';
import type { Outage } from './outage.ts';

type AddRequest = (this: Agent, request: ClientRequest, options: Options, ...rest: unknown[]) => void;
type Emit = (name: string | symbol, ...args: unknown[]) => boolean;

/**
 * Watches the requests of `node:http` and `node:https`, and makes those fail that are meant for a region, whatever
 * their host: with a local stack only the signature tells.
 *
 * @param own files whose frames are not the application's
 */
export function patchRequests(engine: Engine, connections: Connections, own: readonly string[]): void {
  const { targets, emit, mark } = engine;
  const prototype = Agent.prototype as unknown as { addRequest: AddRequest };
  const { addRequest } = prototype;

  prototype.addRequest = function (request, options, ...rest) {
    const host = options.host ?? (options.hostname as string | undefined) ?? 'localhost';
    const header = (name: string) => String(request.getHeader(name) ?? '');
    const target =
      options.socketPath === undefined
        ? targets.ofRequest(host, header('authorization'), request.path)
        : undefined;
    if (!target || options[mark] === true) {
      addRequest.call(this, request, options, ...rest);
      return;
    }
    const id = engine.nextId();
    const outage = targets.hit(target);
    const invocation = header('amz-sdk-invocation-id');
    emit({
      kind: 'request',
      id,
      operation: nameOperation(request.method, request.path, header('x-amz-target'), target.region),
      ...(invocation === '' ? {} : { invocation }),
      frames: readFrames(own),
      ...target,
      host: header('host'),
      ...(outage && { fault: outage.fault }),
    });
    watch(request, id);
    const pass = () => {
      addRequest.call(this, request, options, ...rest);
    };
    if (!outage) {
      pass();
      return;
    }
    switch (outage.fault) {
      case 'latency':
        delay(request, outage.latencyMs ?? 0, pass);
        return;
      case 'lost-answers':
        loseAnswer(request, id);
        pass();
        return;
      default:
        failRequest(request, options, outage, rest);
    }
  };

  /** Sends a request by an agent whose connections fail. The answer of a stand-in needs no TLS. */
  function failRequest(request: ClientRequest, options: Options, outage: Outage, rest: unknown[]): void {
    const agent = new Agent({ keepAlive: false });
    const isSecure = (request as unknown as { protocol?: string }).protocol === 'https:';
    Object.assign(agent, { protocol: isSecure ? 'https:' : 'http:', defaultPort: isSecure ? 443 : 80 });
    Object.assign(agent, {
      createConnection: ({ host, port }: Options) =>
        connections.fail(new Socket(), outage, { host, port, [mark]: true }),
    });
    const plain: Options = { ...options, createConnection: undefined, agent: undefined };
    Object.assign(request, { agent });
    addRequest.call(agent, request, plain, ...rest);
  }

  function loseAnswer(request: ClientRequest, id: string): void {
    intercept(request, (name, args) => {
      if (name !== 'response') return false;
      const response = args[0] as IncomingMessage;
      emit({ kind: 'lost', id, status: response.statusCode ?? 0 });
      response.resume();
      request.destroy(resetError());
      return true;
    });
  }

  function watch(request: ClientRequest, id: string): void {
    const start = Date.now();
    let answer: { status: number } | { error: string } | undefined;
    const operation = readAction(request);
    request.on(errorMonitor, (error: NodeJS.ErrnoException) => {
      answer ??= { error: error.code ?? error.name };
    });
    intercept(request, (name, args) => {
      if (name === 'response') answer ??= { status: (args[0] as IncomingMessage).statusCode ?? 0 };
      return false;
    });
    request.once('close', () => {
      const action = operation();
      emit({
        kind: 'answer',
        id,
        ms: Date.now() - start,
        ...(answer ?? { error: 'given up' }),
        ...(action === undefined ? {} : { operation: action }),
      });
    });
  }
}

/** Looks at the events of a request before its listeners do. @param take returns whether they are not to see it */
function intercept(request: ClientRequest, take: (name: string | symbol, args: unknown[]) => boolean): void {
  const emit = request.emit.bind(request) as Emit;
  request.emit = ((name: string | symbol, ...args: unknown[]) =>
    take(name, args) || emit(name, ...args)) as typeof request.emit;
}

/** Query protocols name the operation in the body: `Action=Publish`. */
function readAction(request: ClientRequest): () => string | undefined {
  let action: string | undefined;
  if (!String(request.getHeader('content-type') ?? '').includes('x-www-form-urlencoded'))
    return () => undefined;
  for (const name of ['write', 'end'] as const) {
    const send = request[name].bind(request) as (...args: unknown[]) => never;
    request[name] = ((...args: unknown[]) => {
      const [chunk] = args;
      if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) {
        action ??= /(?:^|&)Action=(\w+)/u.exec(chunk.toString('latin1'))?.[1];
      }
      return send(...args);
    }) as never;
  }
  return () => action;
}

function delay(request: ClientRequest, ms: number, pass: () => void): void {
  const timer = setTimeout(() => {
    if (!request.destroyed) pass();
  }, ms);
  request.once('close', () => {
    clearTimeout(timer);
  });
}
