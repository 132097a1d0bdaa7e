import type { NetConnectOpts } from 'node:net';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

const help = `Usage: multi-region lsp TRANSPORT

Serves the findings and their quick fixes to an editor, by the Language Server Protocol.

Transports, of which one has to be given:
  --stdio         standard input and output; what most editors want
  --node-ipc      the channel of a Node.js parent process
  --socket=PORT   connects to a port of this machine, on which the editor listens
  --pipe=NAME     connects to a named pipe or a Unix socket

  --help          show this text
`;

/**
 * The command `lsp`.
 *
 * @param args what follows its name
 * @returns the exit code, or undefined when the server was started and ends by itself
 * @throws UsageError when the transport is missing or wrong
 */
export async function run(args: string[]): Promise<number | undefined> {
  const { values } = parseOptions('lsp', {
    args,
    options: {
      // Clients add it of their own accord; vscode-languageserver reads it.
      clientProcessId: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      'node-ipc': { type: 'boolean', default: false },
      pipe: { type: 'string' },
      socket: { type: 'string' },
      stdio: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const address = readAddress(values);
  const { serve } = await import('../lsp/serve.ts');
  try {
    await serve(address, version);
  } catch (error) {
    if (!address) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The editor cannot be reached: ${reason}. It has to listen before the server starts.`,
    );
  }
  return undefined;
}

interface Transports {
  'node-ipc': boolean;
  pipe?: string | undefined;
  socket?: string | undefined;
  stdio: boolean;
}

/** Where to connect to; undefined where the process is connected already. */
function readAddress({ 'node-ipc': ipc, pipe, socket, stdio }: Transports): NetConnectOpts | undefined {
  const count = [ipc, pipe !== undefined, socket !== undefined, stdio].filter(Boolean).length;
  if (count !== 1) {
    const problem = count === 0 ? 'No transport is given' : 'More than one transport is given';
    throw new UsageError(`${problem}. Run 'multi-region lsp --stdio', or see 'multi-region lsp --help'.`);
  }
  if (ipc && !process.send) {
    throw new UsageError(
      '--node-ipc works only when another Node.js process starts the server. Use --stdio.',
    );
  }
  if (pipe !== undefined) return { path: pipe };
  if (socket === undefined) return undefined;
  const port = Number(socket);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new UsageError(`--socket is '${socket}', but takes the number of a port, such as --socket=6010.`);
  }
  return { host: '127.0.0.1', port };
}
