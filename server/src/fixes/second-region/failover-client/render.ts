import { javascriptSource, typescriptSource } from './region-failover.generated.ts';

/** How a project writes its code. */
export interface FailoverModuleStyle {
  language: 'ts' | 'js';
  /** What a JavaScript module is; TypeScript is written with `import` and `export` either way. */
  module: 'esm' | 'cjs';
  quote: "'" | '"';
  semicolons: boolean;
  /** One level: spaces or a tab. */
  indent: string;
  eol: '\n' | '\r\n';
}

/** In our own text: a comment (1), a string (2) or the end of a statement. No template and no pattern holds one of them by chance. */
const tokens = /(\/\*[^]*?\*\/|\/\/.*)|'([^'\n]*)'|;$/gm;

/**
 * Writes the module that exports `withRegionFailover`, `leaveRegion` and `returnToRegion`, for the refactor that gives a client a second region.
 *
 * @param style the project's formatting style
 * @returns the text of the whole file, with a newline at its end
 */
export function renderFailoverModule(style: FailoverModuleStyle): string {
  const { language, module, quote, semicolons, indent, eol } = style;
  const source = language === 'ts' ? typescriptSource : javascriptSource;
  return (language === 'js' && module === 'cjs' ? toCommonJs(source) : source)
    .replace(tokens, (token: string, comment?: string, string?: string) => {
      if (comment !== undefined) return comment;
      if (string !== undefined) return `${quote}${string}${quote}`;
      return semicolons ? token : '';
    })
    .replace(/^(?: {2})+/gm, (spaces) => indent.repeat(spaces.length / 2))
    .replaceAll('\n', eol);
}

function toCommonJs(source: string): string {
  return `${source.replace(/^export /gm, '')}\nmodule.exports = { leaveRegion, returnToRegion, withRegionFailover };\n`;
}
