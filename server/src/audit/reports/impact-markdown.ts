import { formatMermaid } from './mermaid.ts';
import { summarizeImpact } from './impact-summary.ts';
import type { Impact } from '../impact/impact.ts';

/**
 * The impact as a section of the markdown report, with a picture that GitHub draws.
 *
 * @param impact what was found
 * @param escape makes a text safe in markdown
 * @returns text with a line break at its end
 */
export function formatImpactMarkdown(impact: Impact, escape: (text: string) => string): string {
  const heading = `## If ${escape(impact.region)} goes down`;
  const picture = impact.sites.length > 0 ? [`\`\`\`mermaid\n${formatMermaid(impact)}\`\`\``] : [];
  return `${[heading, ...summarizeImpact(impact).map(escape), ...picture].join('\n\n')}\n`;
}
