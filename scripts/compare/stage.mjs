import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// ESLint looks at TypeScript only where `files` names it.
const strict = `import multiRegion from 'eslint-plugin-multi-region';
const files = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'];
export default [multiRegion.configs.strict].flat().map((each) => ({ files, ...each }));
`;
const left = /^(?:node_modules|eslint\.config\.[cm]?[jt]s)$/;

/**
 * Copies folders to where they have another ESLint config than their own, with the plugin of a build.
 *
 * @param {string} build absolute
 * @param {string} scratch absolute
 * @param {string | undefined} config a file; the strict preset when there is none
 */
export function createStage(build, scratch, config) {
  const prepared = new Map();
  return {
    /** @returns {string} the copy of a folder; its name is the same for all builds, as some reports print it */
    prepare(folder) {
      // Two builds share a copy: only the plugin beside it is another one.
      const copy = join(scratch, basename(folder));
      if (!prepared.has(folder)) copyTree(folder, copy);
      prepared.set(folder, copy);
      const modules = join(copy, 'node_modules');
      rmSync(modules, { recursive: true, force: true });
      mkdirSync(modules);
      symlinkSync(join(build, 'node_modules/eslint'), join(modules, 'eslint'), 'junction');
      symlinkSync(join(build, 'eslint-plugin'), join(modules, 'eslint-plugin-multi-region'), 'junction');
      const text = config ? `export { default } from '${pathToFileURL(resolve(config)).href}';\n` : strict;
      writeFileSync(join(copy, 'eslint.config.mjs'), text);
      return copy;
    },
  };
}

/** Links what need not be copied: git replaces its files, and nobody else writes. It goes along, as tracked files are never ignored. */
function copyTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (left.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    if (error.code === 'EEXIST') return; // the other build's stage made it
    copyFileSync(source, target); // another disk, say
  }
}
