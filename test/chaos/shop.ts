import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { renderFailoverModule } from '../../server/src/fixes/second-region/failover-client/render.ts';

const root = join(import.meta.dirname, '../..');

/** The built command line. */
export const cli = join(root, 'server/bin/multi-region.js');

/** What a run of the command line came to. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A small shop in a folder of its own, with the packages of this repository, and one server for all regions. */
export class Shop {
  readonly folder = mkdtempSync(join(tmpdir(), 'chaos-shop-'));
  /** The requests that the server had: operation and region of the signature. */
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request) => {
      const { authorization = '', 'x-amz-target': target = '' } = request.headers;
      const [, region = ''] = /Credential=[^/]+\/\d+\/([^/]+)\//u.exec(authorization) ?? [];
      this.requests.push(`${String(target).split('.')[1] ?? ''} ${region}`);
    });
  }

  /** @param modules the packages of the shop; those of this repository by default */
  static async open(files: Record<string, string>, modules = join(root, 'node_modules')): Promise<Shop> {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const shop = new Shop(server);
    symlinkSync(modules, join(shop.folder, 'node_modules'), 'junction');
    const style = {
      language: 'js',
      module: 'esm',
      quote: "'",
      semicolons: true,
      indent: '  ',
      eol: '\n',
    } as const;
    shop.write({
      'package.json': '{ "type": "module" }',
      'region-failover.js': renderFailoverModule(style),
      'clients.js': clients,
      ...files,
    });
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  write(files: Record<string, string>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), content);
    }
  }

  /** Runs a program in the folder. */
  async run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = spawn(program, args, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_OPTIONS: undefined,
        VITEST: undefined,
        AWS_ENDPOINT_URL: this.url,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        ...env,
      },
    });
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { code, stdout, stderr };
  }

  /** Runs `multi-region chaos`. */
  chaos(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.run(process.execPath, [cli, 'chaos', ...args], env);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const clients = `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { withRegionFailover } from './region-failover.js';

const create = (region) => new DynamoDBClient({ region, maxAttempts: 1 });
export const east = create('us-east-1');
export const west = create('us-west-2');
export const both = withRegionFailover(['us-east-1', 'us-west-2'], create, { timeoutMs: 2_000 });
export const put = () => new PutItemCommand({ TableName: 'orders', Item: { id: { S: '1' } } });
`;
