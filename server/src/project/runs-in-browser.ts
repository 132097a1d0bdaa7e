import type { SourceCode } from '../lint/linted-file.ts';

/** What only code for browsers says: DOM renderers, what Vite puts in, the page itself. */
const signs = [
  /\bimport\.meta\.env\b/u,
  /['"](?:react-dom|react-dom\/client|react-native|@angular\/core|vue|svelte|solid-js|preact|aws-amplify|@aws-amplify\/ui-[\w-]+)['"]/u,
  /\b(?:document\.(?:getElementById|querySelector|createElement|body)|window\.(?:location|localStorage|addEventListener))\b/u,
];

/**
 * Whether a file's code runs in browsers, as far as it says so: there is no AWS_REGION there, and no
 * `process.env` but what a bundler has put in.
 */
export function runsInBrowser({ ast, text }: SourceCode): boolean {
  const isClientComponent = ast.body.some(
    (node) => node.type === 'ExpressionStatement' && node.directive === 'use client',
  );
  return isClientComponent || signs.some((sign) => sign.test(text));
}
