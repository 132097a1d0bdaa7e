// npm run new-rule -- the-name: starts a rule, with its test and its page, and adds it to the plugin.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const rulesFolder = 'eslint-plugin/src/rules';

try {
  const [name, ...others] = process.argv.slice(2);
  if (name === undefined || others.length > 0) throw new Error('Usage: npm run new-rule -- the-name');
  startRule(name);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

/**
 * Writes the three files of a rule and the list of rules.
 *
 * @param {string} name such as `no-hardcoded-zone`
 * @throws an Error whose message can be shown as it is
 */
function startRule(name) {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Error(
      `'${name}' is no name for a rule. Use lower-case words with hyphens, such as no-hardcoded-zone.`,
    );
  }
  const files = {
    [`${rulesFolder}/${name}.ts`]: rule(name),
    [`${rulesFolder}/${name}.test.ts`]: test(name),
    [`eslint-plugin/docs/rules/${name}.md`]: page(name),
  };
  const existing = Object.keys(files).find((file) => existsSync(path.join(root, file)));
  if (existing) throw new Error(`${existing} is there already. Choose another name, or remove it.`);

  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  writeFileSync(path.join(root, 'eslint-plugin/src/rules.ts'), ruleList());
  console.log(`Made:
${Object.keys(files)
  .map((file) => `  ${file}`)
  .join('\n')}
Replace each TODO in them. Then run "npm run generate:docs" and "npm test".`);
}

/** The index of the rules, as the folder has them. */
function ruleList() {
  const names = readdirSync(path.join(root, rulesFolder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  return `import type { RuleFactory } from './create-rule.ts';
${names.map((name) => `import ${camelCase(name)} from './rules/${name}.ts';`).join('\n')}

/** All rules by their names; each is made for the languages that a plugin reads. */
export const rules: Readonly<Record<string, RuleFactory>> = {
${names.map((name) => `  '${name}': ${camelCase(name)},`).join('\n')}
};
`;
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function rule(name) {
  return `import { createRule } from '../create-rule.ts';
import { getReportLocation } from '../reporting/report-sites.ts';

export default createRule<'found'>({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow TODO: what, in one sentence without a full stop',
      strict: 'warn',
    },
    schema: [],
    messages: {
      found: "TODO: what happens when '{{region}}' is down.",
    },
  },
  create(context) {
    return ({ regionSites }) => {
      for (const site of regionSites) {
        // TODO: the facts that this rule reports. A role of its own has a row in facts/roles.ts.
        if (site.role !== 'unknown') continue;
        context.report({
          loc: getReportLocation(context.sourceCode, site),
          messageId: 'found',
          data: { region: site.region },
        });
      }
    };
  },
});
`;
}

function test(name) {
  return `import { RuleTester } from '../testing/rule-tester.ts';
import rule from './${name}.ts';

new RuleTester().run('${name}', rule, {
  valid: [
    // TODO: what is left alone; that is the harder half.
    { name: 'a list of regions', code: "const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];" },
  ],
  invalid: [
    {
      // TODO: what is reported; the marks say where.
      name: 'a region that goes nowhere',
      code: "const place = «'us-east-1'»;",
      errors: [{ messageId: 'found', data: { region: 'us-east-1' } }],
    },
  ],
});
`;
}

function page(name) {
  return `# ${name}

<!-- end auto-generated rule header -->

TODO: what happens, in one sentence.

## Background

TODO: why; an outage in which it mattered.

## Rule Details

This rule reports TODO.

Examples of **incorrect** code for this rule:

\`\`\`ts
TODO;
\`\`\`

Examples of **correct** code for this rule:

\`\`\`ts
TODO;
\`\`\`

## Options

This rule has no options.

## When Not to Use It

TODO.

## Prior Art

- TODO: the rules of other tools that look for the same, and what their users said.
`;
}
