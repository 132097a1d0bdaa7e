import { spawn, type ChildProcess } from 'node:child_process';
import type { RunConfig } from './engine/outage.ts';
import type { CommandEnd } from './run-result.ts';

export interface RunningCommand {
  /** Resolves when it has ended. @throws Error when it could not be started */
  ended: Promise<CommandEnd>;
  /** Ends it, with all that it started. */
  stop(): void;
}

export interface RunOptions {
  /** Where what it prints goes; its own output is not the report's. */
  stdout: 'inherit' | 'stderr';
  /** The file that is loaded into each process with Node. */
  preload: string;
  /** What the processes are told; undefined for a run without an outage. */
  config: RunConfig | undefined;
  signal: AbortSignal;
}

/** Starts the command that the user gave, with its processes in our hands. */
export function startCommand(
  command: readonly string[],
  { stdout, preload, config, signal }: RunOptions,
): RunningCommand {
  const [program = '', ...args] = command;
  const isWindows = process.platform === 'win32';
  const start = Date.now();
  const child = spawn(program, args, {
    stdio: ['inherit', stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
    env: config ? { ...process.env, ...createEnvironment(config, preload) } : process.env,
    // npm is a script there.
    shell: isWindows,
    // A group of its own, so that it can be ended with all that it started.
    detached: !isWindows,
  });
  const stop = () => {
    endGroup(child);
  };
  signal.addEventListener('abort', stop, { once: true });
  const ended = new Promise<CommandEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, ending) => {
      signal.removeEventListener('abort', stop);
      resolve({ code: code ?? undefined, signal: ending ?? undefined, start, ms: Date.now() - start });
    });
  });
  return { ended, stop };
}

/** The variables that bring the outage into each process with Node. */
function createEnvironment(config: RunConfig, preload: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS = '' } = process.env;
  return {
    NODE_OPTIONS: `${NODE_OPTIONS} --require ${JSON.stringify(preload)}`.trim(),
    MULTI_REGION_CHAOS: JSON.stringify(config),
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
