import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startRegion, type Region } from './region.ts';

type Answer = (response: ServerResponse, request: { method: string; path: string; body: Buffer }) => void;

/** What the tests need of S3 in one region: PUT and GET of objects, over HTTP, with path-style addresses. */
export interface S3Region extends Region {
  /** The objects by path: `/bucket/key`. */
  objects: ReadonlyMap<string, string>;
  /** The paths that were answered, in order. */
  answered: readonly string[];
  /** Answers in this way from now on. */
  behave: (answer: Answer) => void;
  /** Answers as S3 does, as it did at the start. */
  recover: () => void;
}

/** An answer that never comes. */
export const hang: Answer = () => undefined;

/** An answer that comes when it is released. */
export function hold(): { answer: Answer; taken: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  let take = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  const answer: Answer = (response) => {
    release = () => response.end();
    take();
  };
  return {
    answer,
    taken,
    release: () => {
      release();
    },
  };
}

/** An error of S3. */
export function refuse(status: number, code: string): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0"?><Error><Code>${code}</Code><Message>as the test wants it</Message></Error>`,
    );
  };
}

export async function startS3Region(name: string): Promise<S3Region> {
  const objects = new Map<string, string>();
  const answered: string[] = [];
  const serve: Answer = (response, { method, path, body }) => {
    const stored = objects.get(path);
    if (method === 'PUT') {
      objects.set(path, body.toString());
      response.setHeader('etag', '"0"').end();
    } else if (stored === undefined) refuse(404, 'NoSuchKey')(response, { method, path, body });
    else response.end(stored);
  };
  let answer = serve;
  const server = createServer((request, response) => {
    void receive(request, response);
  });

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', 'http://s3').pathname;
    response.once('finish', () => answered.push(path));
    // A connection that is cut in the middle of a body is the test's doing.
    const body = await buffer(request).catch(() => undefined);
    if (body) answer(response, { method: request.method ?? '', path, body });
  }

  return {
    ...(await startRegion(name, server)),
    objects,
    answered,
    behave: (other) => {
      answer = other;
    },
    recover: () => {
      answer = serve;
    },
  };
}
