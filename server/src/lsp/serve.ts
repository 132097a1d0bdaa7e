import { once } from 'node:events';
import { connect, type NetConnectOpts } from 'node:net';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startSession } from './session.ts';
import { watchFrames } from './watch-frames.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

/**
 * Serves one editor until it goes away; vscode-languageserver ends the process when the stream or the
 * client's process ends.
 *
 * @param address where the editor listens; undefined for standard streams or IPC, as the process's arguments
 *   say, which vscode-languageserver reads
 * @param version of the server, which some editors show
 * @throws the error of the network when nobody listens there
 */
export async function serve(address: NetConnectOpts | undefined, version: string): Promise<void> {
  keepYoungGenerationSmall();
  let connection;
  if (address) {
    const socket = connect(address);
    await once(socket, 'connect');
    connection = createConnection(ProposedFeatures.all, socket, socket);
    watchFrames(socket, endBroken);
  } else {
    connection = createConnection(ProposedFeatures.all);
    if (process.argv.includes('--stdio')) watchFrames(process.stdin, endBroken);
    // A parent that dies without a word closes its channel at once; its process id is looked at every 3 s only.
    process.once('disconnect', () => process.exit(1));
  }
  startSession(connection, version);
  connection.listen();
}

/** An editor starts a server that ended again, and shows why; it does nothing about one that is deaf. */
function endBroken(problem: string): void {
  process.stderr.write(`multi-region: ${problem} The server ends.\n`);
  process.exit(1);
}
