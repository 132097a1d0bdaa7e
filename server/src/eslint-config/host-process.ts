import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isFile } from '../files/folders.ts';
import type { HostAnswers, HostReply, HostRequest, Numbered } from './protocol.ts';

/** Another process, in which the ESLint of the workspace and its configs are loaded. */
export interface Host {
  /**
   * Asks for something; starts the process when it does not run. Requests are answered one after the other.
   *
   * @param make is called when it is the turn of this request
   * @throws HostError
   */
  ask<K extends HostRequest['kind']>(make: () => HostRequest & { kind: K }): Promise<HostAnswers[K]>;
  /** Ends the process; what is not answered yet fails, and so does all that is asked from now on. */
  stop(): Promise<void>;
}

/** Why there is no answer: the code of the workspace failed, or it was stopped. */
export class HostError extends Error {
  override name = 'HostError';
  readonly isStopped: boolean;
  readonly isTimeout: boolean;
  constructor(message: string, { isStopped = false, isTimeout = false } = {}) {
    super(message);
    this.isStopped = isStopped;
    this.isTimeout = isTimeout;
  }
}

export interface HostOptions {
  /** The code of the process. */
  script: URL;
  /** Absolute: the folder of the package `eslint`. */
  eslintFolder: string;
  /** How long an answer may take. */
  timeoutMs?: number | undefined;
  /** How long the process stays when nothing is asked. */
  idleMs?: number | undefined;
}

/** The code of the process: the bundle carries it beside itself. Undefined when run from sources. */
export function findHostScript(): URL | undefined {
  const beside = new URL('config-host.js', import.meta.url);
  return isFile(fileURLToPath(beside)) ? beside : undefined;
}

export function createHost({ script, eslintFolder, timeoutMs = 30_000, idleMs = 60_000 }: HostOptions): Host {
  let running: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let isStopped = false;
  let count = 0;
  let failCurrent: ((error: HostError) => void) | undefined;

  function start(): ChildProcess {
    const child = fork(fileURLToPath(script), [eslintFolder], {
      // What configs print would get in between the messages of the language server.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Facts hold some objects in several places.
      serialization: 'advanced',
      execArgv: [],
    });
    // It must not keep this process from ending; asking does.
    child.unref();
    child.channel?.unref();
    child.once('exit', () => {
      if (running === child) running = undefined;
    });
    return child;
  }

  function exchange(request: HostRequest): Promise<HostReply> {
    const child = (running ??= start());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const seconds = Math.ceil(timeoutMs / 1000);
        end(() => {
          reject(new HostError(`there was no answer within ${seconds} s`, { isTimeout: true }));
        });
        kill();
      }, timeoutMs);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        failCurrent = undefined;
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        child.channel?.unref();
        settle();
      };
      const fail = (error: HostError) => {
        end(() => {
          reject(error);
        });
      };
      const id = ++count;
      const onMessage = (message: unknown) => {
        if (!isReply(message, id)) return; // a config said something
        end(() => {
          resolve(message.content);
        });
      };
      const onExit = (code: number | null, signal: string | null) => {
        running = undefined;
        fail(new HostError(`the process that loads it ended with ${signal ?? `code ${String(code)}`}`));
      };
      const onError = (error: Error) => {
        running = undefined;
        fail(new HostError(`the process that loads it could not be started: ${error.message}`));
      };
      failCurrent = fail;
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      child.channel?.ref();
      child.send({ multiRegion: id, content: request } satisfies Numbered<HostRequest>, (error) => {
        if (error) onError(error);
      });
    });
  }

  function kill(): void {
    const child = running;
    running = undefined;
    child?.removeAllListeners('error').on('error', () => undefined);
    child?.kill('SIGKILL');
  }

  async function ask(make: () => HostRequest): Promise<HostAnswers[keyof HostAnswers]> {
    if (isStopped) throw new HostError('it was stopped', { isStopped: true });
    clearTimeout(idle);
    const reply = await exchange(make());
    if ('error' in reply) throw new HostError(reply.error);
    return reply.answer;
  }

  return {
    async ask<K extends HostRequest['kind']>(make: () => HostRequest & { kind: K }) {
      const turn = last.then(() => ask(make));
      const settled = turn.catch(() => undefined);
      last = settled;
      try {
        return (await turn) as HostAnswers[K];
      } finally {
        if (last === settled && !isStopped) idle = setTimeout(kill, idleMs).unref();
      }
    },
    async stop() {
      isStopped = true;
      clearTimeout(idle);
      const child = running;
      failCurrent?.(new HostError('it was stopped', { isStopped: true }));
      if (child?.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const gone = once(child, 'exit');
      kill();
      await gone;
    },
  };
}

/** Whether a message is the answer to a request, in the shape that answers have. */
function isReply(message: unknown, id: number): message is Numbered<HostReply> {
  if (typeof message !== 'object' || message === null) return false;
  if (!('multiRegion' in message) || message.multiRegion !== id || !('content' in message)) return false;
  const { content } = message;
  if (typeof content !== 'object' || content === null) return false;
  return 'error' in content
    ? typeof content.error === 'string'
    : 'answer' in content && content.answer != null;
}
