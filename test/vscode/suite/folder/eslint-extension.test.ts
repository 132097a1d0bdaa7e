import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, findings, hasRule, open, ruleOf } from '../findings.ts';

const rule = 'no-hardcoded-region';

// Stands in for the ESLint extension, which cannot be had here: its diagnostics have the source `eslint`, the rule
// and its page as their code, and ESLint's own range, which is the plugin's.
describe('beside the ESLint extension', () => {
  let document: vscode.TextDocument;
  let eslint: vscode.DiagnosticCollection;

  before(async () => {
    document = await open('src/upload.ts');
    eslint = vscode.languages.createDiagnosticCollection('eslint');
  });

  after(() => {
    eslint.dispose();
  });

  /** What the ESLint extension would make of findings of this extension. */
  function asEslint(all: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    return all.map(({ range, message, severity, code }) => {
      const { value, target } = code as { value: string; target: vscode.Uri };
      const diagnostic = new vscode.Diagnostic(new vscode.Range(range.start, range.end), message, severity);
      return Object.assign(diagnostic, { source: 'eslint', code: { value, target } });
    });
  }

  it('what that reports is not reported twice, though it comes later', async () => {
    const own = await findings(document, hasRule(rule));
    assert.ok(own.length > 1);
    eslint.set(document.uri, asEslint(own.filter((each) => ruleOf(each) === rule)));
    const left = await findings(document, (all) => !hasRule(rule)(all));
    assert.equal(left.length, own.length - 1);
  });

  it('nor when that was there first', async () => {
    await vscode.commands.executeCommand('multiRegion.restartServer');
    const left = await findings(document, (all) => all.length > 0);
    assert.equal(hasRule(rule)(left), false);
  });

  it('the quick fixes still come', async () => {
    const [reported] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'eslint');
    assert.ok(reported);
    await action(document, reported.range, vscode.CodeActionKind.QuickFix, /process\.env\.AWS_REGION/);
  });

  it('what that reports elsewhere hides nothing', async () => {
    const elsewhere = asEslint(eslint.get(document.uri) ?? []);
    for (const diagnostic of elsewhere) {
      const { start, end } = diagnostic.range;
      diagnostic.range = new vscode.Range(start.translate(1), end.translate(1));
    }
    eslint.set(document.uri, elsewhere);
    await findings(document, hasRule(rule));
  });

  it('what that takes back is reported again', async () => {
    eslint.set(document.uri, asEslint(await findings(document, hasRule(rule))));
    await findings(document, (all) => all.length === 0);
    eslint.clear();
    await findings(document, hasRule(rule));
  });
});
