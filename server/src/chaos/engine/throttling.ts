import type { IncomingHttpHeaders } from 'node:http';

/** An answer that says that there were too many requests. */
export interface ThrottlingAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const text = 'Rate exceeded (multi-region chaos)';

/** The error of services that have their own. Source: the exceptions of their API references. */
const names: ReadonlyMap<string, { status: number; name: string }> = new Map([
  [
    'dynamodb',
    { status: 400, name: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException' },
  ],
  ['kinesis', { status: 400, name: 'ProvisionedThroughputExceededException' }],
  ['lambda', { status: 429, name: 'TooManyRequestsException' }],
]);

/** The services that are asked and answered in XML, and not by forms. */
const xmlServices = ['cloudfront', 'route53'];

/**
 * The throttling error of a service in the protocol of the request.
 *
 * @param service the name in the signature: `dynamodb`
 */
export function createThrottlingAnswer(service: string, headers: IncomingHttpHeaders): ThrottlingAnswer {
  if (service === 's3') {
    return xml(503, `<Error><Code>SlowDown</Code><Message>${text}</Message></Error>`);
  }
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return cbor('ThrottlingException');
  const isForm = headers['content-type']?.includes('x-www-form-urlencoded') === true;
  if (isForm || xmlServices.includes(service)) {
    const error = `<Error><Type>Sender</Type><Code>Throttling</Code><Message>${text}</Message></Error>`;
    return xml(400, `<ErrorResponse>${error}<RequestId>chaos</RequestId></ErrorResponse>`);
  }
  const isRpc = headers['x-amz-target'] !== undefined;
  const { status, name } = names.get(service) ?? { status: isRpc ? 400 : 429, name: 'ThrottlingException' };
  return {
    status,
    headers: {
      'content-type': isRpc ? 'application/x-amz-json-1.0' : 'application/json',
      'x-amzn-errortype': name,
    },
    body: JSON.stringify({ __type: name, message: text, Message: text }),
  };
}

function xml(status: number, body: string): ThrottlingAnswer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

/** A map with one entry, `__type`: RFC 8949, major types 5 and 3. */
function cbor(name: string): ThrottlingAnswer {
  return {
    status: 400,
    headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
    body: Buffer.concat([
      Buffer.from([0xa1, 0x66]),
      Buffer.from('__type'),
      Buffer.from([0x60 + name.length]),
      Buffer.from(name),
    ]),
  };
}
