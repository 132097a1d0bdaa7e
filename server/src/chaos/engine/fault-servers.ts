import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { Outage } from './outage.ts';
import { createThrottlingAnswer } from './throttling.ts';

/** Servers of this process that stand in for a region. They listen on pipes, not on ports. */
export interface FaultServers {
  /** The path of the pipe for a fault that has one. */
  pathFor(outage: Outage): string | undefined;
  /** Options for TLS to them: a pre-shared key, so that there is no certificate to trust. */
  readonly tls: ConnectionOptions;
}

/**
 * Makes the servers; each starts when it is first needed, and none keeps the process alive.
 *
 * @param getOutage the outage that a request was hit by, from the name in its signature and its host
 */
export function createFaultServers(
  getOutage: (host: string, authorization: unknown) => Outage | undefined,
): FaultServers {
  const secret = Buffer.from('multi-region-chaos');
  const home = createSocketHome();
  const paths = new Map<string, string>();

  const listen = (name: string, create: () => Server): string => {
    const known = paths.get(name);
    if (known !== undefined) return known;
    const path = home.getPath(name);
    const server = create().on('connection', (socket: Socket) => socket.unref());
    server.listen(path).unref();
    paths.set(name, path);
    return path;
  };

  const answer = (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ) => {
    const { headers } = request;
    const host = headers[':authority'] ?? headers.host ?? '';
    const outage = getOutage(String(host).replace(/:\d+$/u, ''), headers.authorization);
    request.resume();
    request.once('end', () => {
      respond(outage, request, response as ServerResponse);
    });
  };

  return {
    pathFor({ fault }) {
      if (fault === 'silent') return listen('silent', createSilentServer);
      if (fault === 'reset') return listen('reset', createCuttingServer);
      if (fault === 'status' || fault === 'throttle')
        return listen('answer', () => createAnsweringServer(answer, secret));
      return undefined;
    },
    tls: {
      ciphers: 'PSK',
      maxVersion: 'TLSv1.2',
      pskCallback: () => ({ psk: secret, identity: 'chaos' }),
      checkServerIdentity: () => undefined,
    },
  };
}

function createSilentServer(): Server {
  return createServer((socket) => {
    socket.on('error', ignore).resume();
  });
}

function createCuttingServer(): Server {
  return createServer((socket) => {
    socket.on('error', ignore).once('data', () => socket.destroy());
  });
}

type Answer = (
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
) => void;

/** Answers HTTP/1.1 and HTTP/2, with TLS and without. */
function createAnsweringServer(answer: Answer, secret: Buffer): Server {
  const plain = createHttpServer(answer);
  const secure = createSecureServer(
    {
      ciphers: 'PSK',
      maxVersion: 'TLSv1.2',
      pskCallback: () => secret,
      allowHTTP1: true,
      ALPNProtocols: ['h2', 'http/1.1'],
    },
    answer,
  );
  secure.on('tlsClientError', ignore).on('sessionError', ignore);
  for (const server of [plain, secure])
    server.on('clientError', (_error, socket: Socket) => socket.destroy());
  return createServer((socket) => {
    socket.on('error', ignore).once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      // A TLS handshake starts with the byte 22.
      const isSecure = first[0] === 22;
      (isSecure ? secure : plain).emit('connection', socket);
      if (!isSecure) socket.resume();
    });
  });
}

function respond(
  outage: Outage | undefined,
  { headers, httpVersionMajor }: IncomingMessage | Http2ServerRequest,
  response: ServerResponse,
): void {
  const isThrottled = outage?.fault === 'throttle';
  // HTTP/2 knows no such header.
  const closing = httpVersionMajor < 2 ? { connection: 'close' } : {};
  if (String(headers['content-type']).startsWith('application/grpc')) {
    const trailers = isThrottled
      ? { 'grpc-status': '8', 'grpc-message': 'RESOURCE_EXHAUSTED (multi-region chaos)' }
      : { 'grpc-status': '14', 'grpc-message': 'UNAVAILABLE (multi-region chaos)' };
    const { stream } = response as unknown as Http2ServerResponse;
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', ...trailers }, { endStream: true });
    return;
  }
  if (isThrottled) {
    const [, service = ''] =
      /Credential=[^/,]+\/\d+\/[^/,]+\/([^/,]+)\//u.exec(String(headers.authorization)) ?? [];
    const answer = createThrottlingAnswer(service, headers);
    response.writeHead(answer.status, { ...answer.headers, ...closing }).end(answer.body);
    return;
  }
  if (httpVersionMajor < 2) response.statusMessage = 'Service Unavailable';
  response.writeHead(outage?.status ?? 503, { 'content-type': 'text/html', ...closing });
  response.end('<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>');
}

function ignore(): void {
  // Connections of clients that went away.
}

/** Names for sockets that nobody else on the machine can take first: what is sent to them is signed with real keys. */
function createSocketHome(): { getPath(name: string): string } {
  let folder: string | undefined;
  return {
    getPath(name) {
      if (process.platform === 'win32')
        return `\\\\.\\pipe\\multi-region-chaos-${randomBytes(16).toString('hex')}-${name}`;
      if (folder === undefined) {
        const made = mkdtempSync(join(tmpdir(), 'multi-region-chaos-'));
        folder = made;
        process.once('exit', () => {
          rmSync(made, { recursive: true, force: true });
        });
      }
      return join(folder, name);
    },
  };
}
