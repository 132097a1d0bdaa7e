import type { Linter, SourceCode } from 'eslint';
import { getFacts, getProjectPath, isLeftOut } from 'eslint-plugin-multi-region/facts';
import plugin, {
  createDocumentSource,
  documents,
  getDocumentType,
  readDocument,
} from 'eslint-plugin-multi-region/infrastructure';
import type { PresetConfig, WorkspaceConfig } from './file-config.ts';
import { createModuleReader } from '../files/module-files.ts';
import type { LintResult } from './file-linter.ts';
import { createUnreadNotice } from './lint-notices.ts';
import { listActiveRules } from './plain-linter.ts';
import { runRules } from './run-rules.ts';
import { startTimeLimit } from './time-limit.ts';
import { isOurs, toFinding } from './to-finding.ts';

/** Lints a document as its configuration says. */
export type DocumentLinter = (
  text: string,
  path: string,
  config: PresetConfig | WorkspaceConfig,
) => Promise<LintResult>;

/** Makes what lints documents: templates, modules of Terraform, workflows, settings files. */
export function createDocumentLinter(): DocumentLinter {
  const listSiblings = createModuleReader();

  return async (fullText, path, config) => {
    const { cwd } = config;
    const text = fullText.startsWith('\uFEFF') ? fullText.slice(1) : fullText;
    const settings = { 'multi-region': config.settings };
    const type = getDocumentType(getProjectPath(path, cwd), text);
    if (!type || isLeftOut(documents, text, { filename: path, cwd, settings })) return nothing;

    const hasComments = text.includes('eslint-');
    const { comments } = hasComments ? readDocument(text, type.format) : { comments: [] };
    const isModule = type.kind === 'terraform';
    const source = Object.assign(
      createDocumentSource(text, comments, isModule ? () => listSiblings(path, cwd) : undefined),
      { isTimeUp: startTimeLimit() },
    );
    const sourceCode = Object.assign(source, { hasBOM: text !== fullText }) as unknown as SourceCode;
    const rules = listActiveRules(toRules(config));
    const messages =
      rules === 'eslint' ? [] : (runRules(rules, { sourceCode, filename: path, cwd, settings }) ?? []);
    const facts = getFacts(documents, { sourceCode, filename: path, cwd, settings });
    const isSilenced = hasComments
      ? (await import('./document-directives.ts')).createDirectiveFilter(
          source.getDisableDirectives().directives,
        )
      : () => false;
    const findings = messages
      .filter(isOurs)
      .filter((message) => !isSilenced(message))
      .map((message) => toFinding(message, { path, sourceCode, facts }));
    return { findings, facts, sourceCode, notice: createUnreadNotice(path, facts) };
  };
}

const nothing: LintResult = { findings: [], facts: undefined, sourceCode: undefined, notice: undefined };

/** The rules of a configuration, of the plugin that knows documents. Their options are about code. */
function toRules(config: PresetConfig | WorkspaceConfig): Linter.Config {
  const plugins = { 'multi-region': plugin };
  if (config.kind === 'preset') return { plugins, rules: plugin.configs.recommended.rules ?? {} };
  const rules = Object.entries(config.rules).map(([id, entry]) => [
    id,
    Array.isArray(entry) ? entry[0] : entry,
  ]);
  return { plugins, rules: Object.fromEntries(rules) as Linter.RulesRecord };
}
