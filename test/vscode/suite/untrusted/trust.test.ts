import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, hasRule, open } from '../findings.ts';

describe('a window that is not trusted', () => {
  it('is what this is', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('reports with the recommended rules', async () => {
    await findings(await open('src/upload.ts'), hasRule('no-hardcoded-region'));
  });
});
