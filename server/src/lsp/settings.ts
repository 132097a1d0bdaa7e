import {
  DidChangeConfigurationNotification,
  Emitter,
  type Connection,
  type Event,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { ClientAbilities } from './capabilities.ts';
import { readCustomizations, type RuleCustomization } from './documents/severity.ts';
import type { Roots } from './roots.ts';

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
  /** What is reported how; of several that fit, the last. */
  rules: { customizations: readonly RuleCustomization[] };
  /** Regions of which nothing is reported. */
  ignoredRegions: readonly string[];
}

export const defaultSettings: Settings = {
  enable: true,
  run: 'onType',
  diagnostics: { scope: 'openFiles' },
  hover: { enable: true },
  codeLens: { enable: true },
  maxFileSize: 1024,
  rules: { customizations: [] },
  ignoredRegions: [],
};

/** The settings as they are now. */
export interface LiveSettings {
  /** Those of the window. */
  readonly current: Settings;
  /** Those of the folder that a file is in. */
  getFor(path: string | undefined): Settings;
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
 * @param roots whose folders may have settings of their own
 */
export function createSettings(
  connection: Connection,
  client: Pick<ClientAbilities, 'configuration' | 'registerConfiguration'>,
  initial: unknown,
  roots: Pick<Roots, 'getAll' | 'getRoot'>,
): LiveSettings {
  const changed = new Emitter<Settings>();
  let current = readSettings(getSection(initial));
  let ofFolders = new Map<string, Settings>();
  let asked = 0;
  let know: () => void = () => undefined;
  const known = client.configuration ? new Promise<void>((resolve) => (know = resolve)) : Promise.resolve();

  return {
    get current() {
      return current;
    },
    getFor: (path) => (path === undefined ? undefined : ofFolders.get(roots.getRoot(path))) ?? current,
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
    const folders = roots.getAll();
    const items = folders.map((folder) => ({ scopeUri: URI.file(folder).toString(), section }));
    const [value, ...others] = (await connection.workspace.getConfiguration([
      { section },
      ...items,
    ])) as unknown[];
    // Of two answers, that to the later question counts.
    if (id !== asked) return;
    set(
      readSettings(value),
      new Map(folders.map((folder, index) => [folder, readSettings(others[index] ?? value)])),
    );
  }

  function set(next: Settings, nextOfFolders = new Map<string, Settings>()): void {
    const describe = (settings: Settings, all: Map<string, Settings>) => JSON.stringify([settings, [...all]]);
    if (describe(next, nextOfFolders) === describe(current, ofFolders)) return;
    current = next;
    ofFolders = nextOfFolders;
    changed.fire(next);
  }
}

/** What is missing or wrong has its default: editors show a wrong setting by themselves. */
export function readSettings(value: unknown): Settings {
  const { enable, run, diagnostics, hover, codeLens, maxFileSize, rules, ignoredRegions } = asRecord(value);
  const { scope } = asRecord(diagnostics);
  return {
    enable: enable !== false,
    run: run === 'onSave' ? 'onSave' : 'onType',
    diagnostics: { scope: scope === 'workspace' ? 'workspace' : 'openFiles' },
    hover: { enable: asRecord(hover).enable !== false },
    codeLens: { enable: asRecord(codeLens).enable !== false },
    maxFileSize:
      typeof maxFileSize === 'number' && maxFileSize > 0 ? maxFileSize : defaultSettings.maxFileSize,
    rules: { customizations: readCustomizations(asRecord(rules).customizations) },
    ignoredRegions: Array.isArray(ignoredRegions)
      ? ignoredRegions.filter((region) => typeof region === 'string')
      : [],
  };
}

function getSection(settings: unknown): unknown {
  return asRecord(settings)[section];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
