import type picocolors from 'picocolors';
import type { Audit } from './audit.ts';
import { formatCsv } from './csv-report.ts';
import { formatHtml } from './html/html-report.ts';
import { formatImpactMarkdown } from './impact/impact-markdown.ts';
import { formatImpactTree } from './impact/impact-tree.ts';
import { renderImpactHtml } from './impact/impact-html.ts';
import { formatMermaid } from './impact/mermaid.ts';
import { formatJson } from './json-report.ts';
import { escapeText, formatMarkdown } from './markdown-report.ts';
import { formatSarif } from './sarif-report.ts';
import { formatTerminal } from './terminal-report.ts';

/** The names of the formats, as options take them. */
export const formatNames = ['terminal', 'markdown', 'csv', 'json', 'sarif', 'html', 'mermaid'] as const;

export type FormatName = (typeof formatNames)[number];

export interface FormatOptions {
  /** From picocolors; for the terminal only. */
  colors: ReturnType<typeof picocolors.createColors>;
  /** Absolute; for the terminal only, where paths start at it. */
  cwd: string;
  /** Of this program. */
  version: string;
}

/** Writes an audit in one of the formats; the text ends with a line break. */
export function formatAudit(audit: Audit, format: FormatName, options: FormatOptions): string {
  const { impact, root } = audit;
  switch (format) {
    case 'csv':
      return formatCsv(audit);
    case 'html':
      return formatHtml(audit, options.version, impact ? [renderImpactHtml(impact)] : []);
    case 'json':
      return formatJson(audit);
    case 'markdown':
      return `${formatMarkdown(audit)}${impact ? `\n${formatImpactMarkdown(impact, escapeText)}` : ''}`;
    case 'mermaid':
      return impact ? formatMermaid(impact) : '';
    case 'sarif':
      return formatSarif(audit, options.version);
    case 'terminal':
      // Who asks for one region wants to see nothing else.
      return impact ? formatImpactTree(impact, root, options) : formatTerminal(audit, options);
  }
}
