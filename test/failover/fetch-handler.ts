import type { S3ClientConfig } from '@aws-sdk/client-s3';

interface Request {
  method: string;
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  headers: Record<string, string>;
  body?: RequestInit['body'];
}

/** A request handler that is none of the SDK's: it sends with Node's `fetch`, and knows no signal. */
export const fetchHandler: NonNullable<S3ClientConfig['requestHandler']> = {
  async handle(request: Request) {
    const { method, protocol, hostname, port, path, headers, body = null } = request;
    const url = `${protocol}//${hostname}:${port ?? 80}${path}`;
    const init: RequestInit = { method, headers, body, duplex: 'half' };
    const answer = await fetch(url, init);
    const content = Buffer.from(await answer.arrayBuffer());
    return {
      response: { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: content },
    };
  },
};
