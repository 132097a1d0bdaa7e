import {
  DidChangeConfigurationNotification,
  Emitter,
  type Connection,
  type Event,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from './capabilities.ts';

/** The section `multiRegion` of the editor's settings, as far as the server reads it. */
export interface Settings {
  enable: boolean;
  /** Whether a document is looked at with every change, or when it is saved. */
  run: 'onSave' | 'onType';
  diagnostics: { scope: 'openFiles' | 'workspace' };
  hover: { enable: boolean };
  codeLens: { enable: boolean };
  /** In kilobytes; larger files are not looked at. */
  maxFileSize: number;
}

export const defaultSettings: Settings = {
  enable: true,
  run: 'onType',
  diagnostics: { scope: 'openFiles' },
  hover: { enable: true },
  codeLens: { enable: true },
  maxFileSize: 1024,
};

/** The settings as they are now. */
export interface LiveSettings {
  readonly current: Settings;
  readonly onDidChange: Event<Settings>;
  /** Resolves when the editor has told them, or does not answer. */
  whenKnown(): Promise<void>;
  /** Asks the editor for them, once it may be asked, and from then on whenever they change. */
  start(): Promise<void>;
}

const section = 'multiRegion';
/** An editor that does not answer for so long gets the defaults, in milliseconds. */
const patience = 2000;

/**
 * @param initial what the editor sent along with `initialize`, for those that cannot be asked
 */
export function createSettings(
  connection: Connection,
  client: Pick<ClientAbilities, 'configuration' | 'registerConfiguration'>,
  initial: unknown,
): LiveSettings {
  const changed = new Emitter<Settings>();
  let current = readSettings(getSection(initial));
  let asked = 0;
  let know: () => void = () => undefined;
  const known = client.configuration ? new Promise<void>((resolve) => (know = resolve)) : Promise.resolve();

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    whenKnown: () => known,
    async start() {
      setTimeout(know, patience).unref();
      connection.onDidChangeConfiguration(async ({ settings }) => {
        if (client.configuration) await ask();
        else set(readSettings(getSection(settings)));
      });
      if (client.configuration) await ask().finally(know);
      if (client.registerConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
    },
  };

  async function ask(): Promise<void> {
    const id = ++asked;
    const value: unknown = await connection.workspace.getConfiguration(section);
    // Of two answers, that to the later question counts.
    if (id === asked) set(readSettings(value));
  }

  function set(next: Settings): void {
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    current = next;
    changed.fire(next);
  }
}

/** What is missing or wrong has its default: editors show a wrong setting by themselves. */
export function readSettings(value: unknown): Settings {
  const { enable, run, diagnostics, hover, codeLens, maxFileSize } = asRecord(value);
  const { scope } = asRecord(diagnostics);
  return {
    enable: enable !== false,
    run: run === 'onSave' ? 'onSave' : 'onType',
    diagnostics: { scope: scope === 'workspace' ? 'workspace' : 'openFiles' },
    hover: { enable: asRecord(hover).enable !== false },
    codeLens: { enable: asRecord(codeLens).enable !== false },
    maxFileSize:
      typeof maxFileSize === 'number' && maxFileSize > 0 ? maxFileSize : defaultSettings.maxFileSize,
  };
}

function getSection(settings: unknown): unknown {
  return asRecord(settings)[section];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
