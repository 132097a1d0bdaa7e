// Writes server/src/fixes/second-region/failover-client/region-failover.generated.ts: the text of region-failover.ts,
// and the same in JavaScript with its types in JSDoc.
//
//   node scripts/failover/generate.mjs           writes it
//   node scripts/failover/generate.mjs --check   writes nothing; fails when it is out of date
import { readFileSync, writeFileSync } from 'node:fs';
import { toJavaScript } from './to-javascript.mjs';

const folder = new URL('../../server/src/fixes/second-region/failover-client/', import.meta.url);
const generated = new URL('region-failover.generated.ts', folder);

const typescript = readFileSync(new URL('region-failover.ts', folder), 'utf8');
const javascript = await toJavaScript(typescript);

const code = `// Written by scripts/failover/generate.mjs. Do not edit: change region-failover.ts, and run it again.

export const typescriptSource = ${toLiteral(typescript)};

export const javascriptSource = ${toLiteral(javascript)};
`;

if (!process.argv.includes('--check')) writeFileSync(generated, code);
else if (readFileSync(generated, 'utf8') !== code) {
  console.error('region-failover.generated.ts is out of date. Run: node scripts/failover/generate.mjs');
  process.exitCode = 1;
}

/** One line of the text on each line, so that a change can be read in a diff. */
function toLiteral(text) {
  const lines = text.split('\n').map((line) => `  ${JSON.stringify(line)},`);
  return `[\n${lines.join('\n')}\n].join('\\n')`;
}
