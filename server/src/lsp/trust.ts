import type { Connection } from 'vscode-languageserver/node';
import { trustNotification, type TrustParams } from './messages.ts';

const noTrust =
  'The editor does not say whether this folder is trusted, so its ESLint config is not evaluated and the recommended preset is used. Say so with the initialization option { "trusted": true }; docs/users/editors.md shows how.';

/** Whether code of the workspace may be run. */
export interface Trust {
  /** Whether the editor has said anything of it when it started the server. */
  readonly isStated: boolean;
  isGiven(): boolean;
  /** Tells who reads the log when nothing was said. */
  log(): void;
}

/**
 * @param stated what the editor said; undefined: nothing
 * @param onChange is told when the editor says something else
 */
export function createTrust(
  connection: Connection,
  stated: boolean | undefined,
  onChange: () => void,
): Trust {
  let isGiven = stated === true;
  connection.onNotification(trustNotification, ({ trusted }: TrustParams) => {
    if (isGiven === trusted) return;
    isGiven = trusted;
    onChange();
  });
  return {
    isStated: stated !== undefined,
    isGiven: () => isGiven,
    log() {
      if (stated === undefined) connection.console.info(noTrust);
    },
  };
}
