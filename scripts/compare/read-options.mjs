import { parseArgs } from 'node:util';
import { parts } from './parts.mjs';

const presets = ['recommended', 'strict'];
const options = `
Options:
  --preset NAME    'recommended' or 'strict'; may be repeated; both by default
  --part NAME      ${parts.map((each) => `'${each}'`).join(', ')}; may be repeated; all by default
  --config FILE    an ESLint config to use in the place of both presets
  --ignore-words   messages, and comments and errors in generated code, may differ
  --code           only files of JavaScript and TypeScript
  --limit N        print at most N differences of each part; 40 by default`;

/**
 * Reads the command line. Ends the process where it is not usable.
 *
 * @param {string[]} args
 * @param {{ usage: string, leading: string[] }} form the arguments that come before the folders, by their names
 */
export function readOptions(args, { usage, leading }) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        preset: { type: 'string', multiple: true, default: presets },
        part: { type: 'string', multiple: true, default: [...parts] },
        config: { type: 'string' },
        'ignore-words': { type: 'boolean', default: false },
        code: { type: 'boolean', default: false },
        limit: { type: 'string', default: '40' },
      },
    });
    if (positionals.length <= leading.length)
      throw new Error(`${leading.join(', ')} and a folder are needed.`);
    refuseOthers(values.preset, presets);
    refuseOthers(values.part, parts);
    return {
      leading: positionals.slice(0, leading.length),
      folders: positionals.slice(leading.length),
      presets: values.config ? ['config'] : values.preset,
      parts: values.part,
      config: values.config,
      ignoreWords: values['ignore-words'],
      onlyCode: values.code,
      limit: Number(values.limit),
    };
  } catch (error) {
    console.error(`${error.message}\n${usage}\n${options}`);
    process.exit(2);
  }
}

function refuseOthers(names, known) {
  const other = names.find((name) => !known.includes(name));
  if (other !== undefined) throw new Error(`'${other}' is none of ${known.join(', ')}.`);
}
