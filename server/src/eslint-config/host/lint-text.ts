import type { Linter, SourceCode } from 'eslint';
import { getFacts, noFacts, type FileFacts } from 'eslint-plugin-multi-region/facts';
import { ecmascript } from 'eslint-plugin-multi-region/ecmascript';
import { createLineIndex } from '../../parse/lines.ts';
import type { LintResult } from '../../lint/file-linter.ts';
import { isOurs, toFinding } from '../../lint/to-finding.ts';
import { createParseNotice, createProblemNotice, isParseError } from '../../lint/lint-notices.ts';
import type { HostRequest } from '../protocol.ts';
import type { EslintHost } from './eslint-host.ts';
import type { ProbedSource } from './probe.ts';

/** Lints a text with the workspace's own ESLint, plugin, parser and processor. */
export async function lintText(
  host: EslintHost,
  { cwd, path, text }: HostRequest & { kind: 'lint' },
): Promise<LintResult> {
  host.probe.take();
  const [result] = await host.get(cwd).lintText(text, { filePath: path });
  const probed = host.probe.take();
  const messages: Linter.LintMessage[] = result?.messages ?? [];
  const broken = messages.find(isParseError);
  const nothing = { findings: [], facts: undefined, sourceCode: undefined };
  if (broken) return { ...nothing, notice: createParseNotice(path, broken) };

  // A processor may have taken the text to pieces, whose places are not those of the file.
  const whole = probed.find(({ sourceCode }) => sourceCode.text === text.replace(/^\uFEFF/u, ''));
  const facts = whole && readFacts(whole, path, cwd);
  const source = whole?.sourceCode ?? createLocator(text);
  const findings = messages
    .filter(isOurs)
    .map((message) => toFinding(message, { path, sourceCode: source, facts: facts ?? noFacts }));
  return { ...nothing, findings, facts, notice: createProblemNotice(path, messages) };
}

function readFacts({ sourceCode, settings }: ProbedSource, path: string, cwd: string): FileFacts | undefined {
  try {
    return getFacts(ecmascript, { sourceCode, filename: path, cwd, settings });
  } catch {
    return undefined; // settings of another version of the plugin, or a tree of another kind
  }
}

/** Finds places where there is no parsed text of the whole file. */
function createLocator(text: string): Pick<SourceCode, 'getIndexFromLoc' | 'hasBOM'> {
  const hasBOM = text.startsWith('\uFEFF');
  return { hasBOM, getIndexFromLoc: createLineIndex(hasBOM ? text.slice(1) : text).offsetOf };
}
