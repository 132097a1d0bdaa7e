import { window } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

/** Reports a failed server with one message; by itself the client shows up to three for one failure. */
export class QuietClient extends LanguageClient {
  #reported = false;

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    // The stack is the client's own, and would bury what the server wrote.
    super.error(message, data instanceof Error ? data.message : data, false);
    if (showNotification !== 'force' || this.#reported) return;
    this.#reported = true;
    void this.#report();
  }

  async #report(): Promise<void> {
    const showOutput = 'Show output';
    const choice = await window.showErrorMessage(
      'The Multi-Region server is not running, so no regions are reported. The output says why.',
      showOutput,
    );
    if (choice === showOutput) this.outputChannel.show();
  }
}
