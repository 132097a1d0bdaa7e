import dns from 'node:dns';
import type { Engine } from './engine.ts';
import { lookupError, resolveError } from './errors.ts';

/** Addresses that are handed out for hosts of a region that is down, to clients that resolve names for themselves. */
export interface StandIns {
  /** The host that an address stands for, or undefined. */
  nameOf(address: unknown): string | undefined;
}

type Callback = (error: Error | null, address?: unknown, family?: number) => void;
type Resolve = (this: unknown, host: string, ...rest: unknown[]) => unknown;

const syscalls = { resolve: 'queryA', resolve4: 'queryA', resolve6: 'queryAaaa', resolveAny: 'queryAny' };

/** Makes look-ups of a region's hosts fail, or answers them with stand-ins that only `connect` knows. */
export function patchNames({ targets, emit }: Engine): StandIns {
  const names = new Map<string, string>();
  const addresses = new Map<string, string>();

  /** An address of RFC 2544, which is never in use on the internet. */
  const standIn = (host: string): string => {
    const known = addresses.get(host);
    if (known !== undefined) return known;
    const number = addresses.size + 1;
    const address = `198.18.${number >> 8}.${number & 255}`;
    addresses.set(host, address);
    names.set(address, host);
    return address;
  };

  /** @returns undefined where the host is none of ours; its address, or that it has none */
  const find = (host: string): { address: string | undefined } | undefined => {
    const target = targets.ofHost(host);
    const outage = targets.hit(target);
    if (!target || !outage || outage.fault === 'latency' || outage.fault === 'lost-answers') return undefined;
    if (outage.fault !== 'dns') return { address: standIn(host) };
    emit({ kind: 'lookup', ...target, host, fault: 'dns' });
    return { address: undefined };
  };

  const lookup = dns.lookup as unknown as Resolve;
  dns.lookup = function (this: unknown, host: string, ...rest: unknown[]) {
    const found = find(host);
    const callback = rest.at(-1) as Callback;
    if (!found) return lookup.call(this, host, ...rest);
    const { address } = found;
    if (address === undefined) process.nextTick(callback, lookupError(host));
    else if (wantsAll(rest[0])) process.nextTick(callback, null, [{ address, family: 4 }]);
    else process.nextTick(callback, null, address, 4);
    return {};
  } as unknown as typeof dns.lookup;

  const lookupLater = dns.promises.lookup as Resolve;
  dns.promises.lookup = function (this: unknown, host: string, ...rest: unknown[]) {
    const found = find(host);
    if (!found) return lookupLater.call(this, host, ...rest);
    const { address } = found;
    if (address === undefined) return Promise.reject(lookupError(host));
    const answer = { address, family: 4 };
    return Promise.resolve(wantsAll(rest[0]) ? [answer] : answer);
  } as typeof dns.promises.lookup;

  patchResolver(dns.Resolver.prototype, (host, syscall, rest) => {
    const found = find(host);
    if (!found) return undefined;
    const { address } = found;
    const callback = rest.at(-1) as Callback;
    if (address === undefined || syscall === 'queryAaaa')
      process.nextTick(callback, resolveError(host, syscall));
    else process.nextTick(callback, null, [address]);
    return {};
  });
  patchResolver(dns.promises.Resolver.prototype, (host, syscall) => {
    const found = find(host);
    if (!found) return undefined;
    const { address } = found;
    return address === undefined || syscall === 'queryAaaa'
      ? Promise.reject(resolveError(host, syscall))
      : Promise.resolve([address]);
  });

  return { nameOf: (address) => (typeof address === 'string' ? names.get(address) : undefined) };
}

/** @param answer undefined for a host that is none of ours */
function patchResolver(
  prototype: object,
  answer: (host: string, syscall: string, rest: unknown[]) => object | undefined,
): void {
  const methods = prototype as Record<string, Resolve>;
  for (const [name, syscall] of Object.entries(syscalls)) {
    const resolve = methods[name];
    if (!resolve) continue;
    methods[name] = function (host, ...rest) {
      return answer(host, syscall, rest) ?? resolve.call(this, host, ...rest);
    };
  }
}

function wantsAll(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'all' in options && options.all === true;
}
