import type { InitializeParams } from 'vscode-languageserver/node';

/** What the editor says in its initialization options, checked. */
export interface Initialization {
  /** undefined: it says nothing of trust */
  trusted: boolean | undefined;
  /** Commands that it runs itself. */
  commands: string[];
  /** All of it, which may hold settings. */
  options: unknown;
}

export function readInitialization({ initializationOptions }: InitializeParams): Initialization {
  const options: unknown = initializationOptions;
  const { trusted, commands } = (typeof options === 'object' && options !== null ? options : {}) as {
    trusted?: unknown;
    commands?: unknown;
  };
  return {
    trusted: typeof trusted === 'boolean' ? trusted : undefined,
    commands: Array.isArray(commands) ? commands.filter((each) => typeof each === 'string') : [],
    options,
  };
}
