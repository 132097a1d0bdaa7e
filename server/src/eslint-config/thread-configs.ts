import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { LintResult } from '../lint/file-linter.ts';
import type { FileConfig, WorkspaceConfig } from '../lint/file-config.ts';
import type { FileConfigs } from './file-configs.ts';

type Question =
  | { id: number; path: string; text?: undefined }
  | { id: number; path: string; text: string; config: WorkspaceConfig };

interface Answer {
  id: number;
  /** The place of the configuration among those that were sent before, and the configuration when it is a new one. */
  index?: number;
  config?: FileConfig | undefined;
  result?: LintResult;
}

/**
 * Answers the questions of another thread.
 *
 * @returns the port to be transferred to that thread, for `connectFileConfigs`
 */
export function serveFileConfigs(configs: FileConfigs): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const sent = new Map<FileConfig, number>();

  async function answer(question: Question): Promise<Answer> {
    const { id, path } = question;
    if (question.text !== undefined) {
      return { id, result: await configs.lint(question.text, path, question.config) };
    }
    const config = await configs.get(path);
    const known = sent.get(config);
    if (known !== undefined) return { id, index: known };
    sent.set(config, sent.size);
    return { id, index: sent.size - 1, config };
  }
  port1.on('message', (question: Question) => {
    void answer(question).then((reply) => {
      port1.postMessage(reply);
    });
  });
  // It closes with the other thread.
  port1.unref();
  return port2;
}

/** Asks another thread, so that only one of them asks the workspace. */
export function connectFileConfigs(port: MessagePort): FileConfigs {
  const waiting = new Map<number, (answer: Answer) => void>();
  const received: FileConfig[] = [];
  let count = 0;
  port.on('message', (answer: Answer) => {
    if (answer.index !== undefined && answer.config) received[answer.index] = answer.config;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  // The thread ends when it is told to.
  port.unref();

  function ask(question: { path: string } | { path: string; text: string; config: WorkspaceConfig }) {
    const id = ++count;
    return new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ ...question, id });
    });
  }
  async function askConfig(path: string): Promise<FileConfig> {
    const { index = -1 } = await ask({ path });
    const config = received[index];
    if (!config) throw new Error('The main thread gave no configuration.');
    return config;
  }
  const known = new Map<string, Promise<FileConfig>>();
  return {
    get(path) {
      const config = known.get(path) ?? askConfig(path);
      known.set(path, config);
      return config;
    },
    async lint(text, path, config) {
      const { result } = await ask({ path, text, config });
      if (!result) throw new Error('The main thread gave no result.');
      return result;
    },
  };
}
