import { subscribe } from 'node:diagnostics_channel';
import type { Engine } from './engine.ts';
import { resetError } from './errors.ts';
import { readFrames } from './caller-frames.ts';
import { nameOperation } from './operation.ts';
import type { Target } from './target.ts';

interface UndiciRequest {
  origin: string | URL;
  path: string;
  method: string;
  headers: unknown;
}

type Handler = Record<string, unknown>;

interface Dispatcher {
  dispatch(options: UndiciRequest, handler: Handler): boolean;
}

const globalDispatcher = Symbol.for('undici.globalDispatcher.1');

/**
 * Watches the requests of `fetch` and undici. Those of `fetch` and of undici's global dispatcher also fail by their
 * signature; with a dispatcher of their own, by their host.
 */
export function patchFetches(engine: Engine, own: readonly string[]): void {
  const { targets, emit } = engine;
  const seen = new WeakMap<object, { id: string; start: number }>();

  const find = ({
    origin,
    path,
    headers,
  }: UndiciRequest): { target: Target | undefined; url: URL; text: string } => {
    const url = new URL(path, origin);
    const text = headerText(headers);
    const authorization = /^authorization: (.*)$/imu.exec(text)?.[1];
    return { target: targets.ofRequest(url.hostname, authorization, url.href), url, text };
  };

  subscribe('undici:request:create', (message) => {
    const { request } = message as { request: UndiciRequest };
    const { target, url, text } = find(request);
    if (!target) return;
    const id = engine.nextId();
    seen.set(request, { id, start: Date.now() });
    const outage = targets.hit(target);
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'imu').exec(text)?.[1];
    const invocation = header('amz-sdk-invocation-id');
    emit({
      kind: 'request',
      id,
      operation: nameOperation(request.method, url.pathname, header('x-amz-target') ?? '', target.region),
      ...(invocation === undefined ? {} : { invocation }),
      frames: readFrames(own),
      ...target,
      host: url.host,
      ...(outage && { fault: outage.fault }),
    });
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as { request: object; response: { statusCode: number } };
    const call = seen.get(request);
    if (call) emit({ kind: 'answer', id: call.id, ms: Date.now() - call.start, status: response.statusCode });
  });
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as { request: object; error: NodeJS.ErrnoException };
    const call = seen.get(request);
    if (call)
      emit({ kind: 'answer', id: call.id, ms: Date.now() - call.start, error: error.code ?? error.name });
  });

  const holder = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
  // Node makes its dispatcher with the first fetch.
  fetch('data:,').catch(() => undefined);
  const real = holder[globalDispatcher];
  if (!real) return;
  const dispatch = (options: UndiciRequest, handler: Handler): boolean => {
    const { target, url } = find(options);
    const outage = targets.hit(target);
    if (!target || !outage) return real.dispatch(options, handler);
    if (outage.fault === 'latency') {
      setTimeout(() => real.dispatch(options, handler), outage.latencyMs);
      return true;
    }
    if (outage.fault === 'lost-answers') return real.dispatch(options, withoutAnswer(handler));
    // Its connection fails.
    if (target.by !== 'signature') return real.dispatch(options, handler);
    const host = `chaos-${url.hostname.replaceAll(/\W/gu, '-')}.invalid`;
    targets.alias(host, target);
    return real.dispatch({ ...options, origin: `${url.protocol}//${host}` }, handler);
  };
  holder[globalDispatcher] = new Proxy(real, {
    get(target, name) {
      if (name === 'dispatch') return dispatch;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A handler whose answer turns into an error; undici 6 and 7 name its methods differently. */
function withoutAnswer(handler: Handler): Handler {
  const call = (name: string, ...args: unknown[]): void => {
    const method = handler[name];
    if (typeof method === 'function') Reflect.apply(method, handler, args);
  };
  let isLost = false;
  return new Proxy(handler, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (name === 'onHeaders' || name === 'onResponseStart') {
          if (!isLost && name === 'onHeaders') call('onError', resetError());
          if (!isLost && name === 'onResponseStart') call('onResponseError', args[0], resetError());
          isLost = true;
          return true;
        }
        return isLost ? true : (Reflect.apply(value, target, args) as unknown);
      };
    },
  });
}

/** `name: value` on each line, whatever form undici was given. */
function headerText(headers: unknown): string {
  if (typeof headers === 'string') return headers;
  if (Array.isArray(headers)) {
    const list: readonly unknown[] = headers;
    const pairs = Array.from({ length: list.length / 2 }, (_, index) => [
      list[2 * index],
      list[2 * index + 1],
    ]);
    return pairs.map(([name, value]) => `${String(name)}: ${String(value)}`).join('\n');
  }
  if (typeof headers !== 'object' || headers === null) return '';
  const entries =
    Symbol.iterator in headers ? [...(headers as Iterable<[string, unknown]>)] : Object.entries(headers);
  return entries.map(([name, value]) => `${name}: ${String(value)}`).join('\n');
}
