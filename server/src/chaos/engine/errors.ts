// The errors that Node makes in these cases, to the letter: SDKs and callers look at them.

export function lookupError(host: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    errno: -3008,
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: host,
  });
}

/** What c-ares says of a name that is there and has no address. */
export function resolveError(host: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ENODATA ${host}`), {
    code: 'ENODATA',
    syscall,
    hostname: host,
  });
}

export function connectTimeoutError(host: string, port: unknown): Error {
  return Object.assign(new Error(`connect ETIMEDOUT ${host}:${String(port)}`), {
    errno: -110,
    code: 'ETIMEDOUT',
    syscall: 'connect',
  });
}

export function resetError(): Error {
  return Object.assign(new Error('read ECONNRESET'), { errno: -104, code: 'ECONNRESET', syscall: 'read' });
}
