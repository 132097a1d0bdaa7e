import { Emitter, type Connection, type Event } from 'vscode-languageserver/node';
import { trustNotification, type TrustParams } from './messages.ts';

const noTrust =
  'The editor does not say whether this folder is trusted, so its ESLint config is not evaluated and the recommended preset is used. Say so with the initialization option { "trusted": true }; docs/users/editors.md shows how.';

/** Whether code of the workspace may be run. */
export interface Trust {
  isGiven(): boolean;
  /** Fires when the editor says something else. */
  readonly onDidChange: Event<void>;
  /** Tells who reads the log when nothing was said. */
  log(): void;
}

/**
 * @param stated what the editor said; undefined: nothing
 */
export function createTrust(connection: Connection, stated: boolean | undefined): Trust {
  const changed = new Emitter<void>();
  let isGiven = stated === true;
  connection.onNotification(trustNotification, ({ trusted }: TrustParams) => {
    if (isGiven === trusted) return;
    isGiven = trusted;
    changed.fire();
  });
  return {
    isGiven: () => isGiven,
    onDidChange: changed.event,
    log() {
      if (stated === undefined) connection.console.info(noTrust);
    },
  };
}
