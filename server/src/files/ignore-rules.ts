import ignore, { type Ignore } from 'ignore';

/** The .gitignore files that apply to a folder, outermost first. */
export interface IgnoreRules {
  /**
   * @param path relative to the root of the walk, with `/`; folders end with one
   */
  isIgnored(path: string): boolean;
  /**
   * Adds a folder's own .gitignore.
   *
   * @param folder relative to the root of the walk, with `/` at its end; '' for the root
   * @param content the text of its .gitignore
   */
  extend(folder: string, content: string): IgnoreRules;
}

interface Layer {
  folder: string;
  rules: Ignore;
}

/** Starts with nothing ignored. */
export function createIgnoreRules(layers: readonly Layer[] = []): IgnoreRules {
  return {
    isIgnored(path) {
      // The innermost file that says something decides.
      for (const { folder, rules } of layers.toReversed()) {
        const below = path.slice(folder.length);
        const { ignored, unignored } = rules.test(below);
        if (unignored) return false;
        // The walk enters no ignored folder: where a parent is ignored here, a file further in took it back.
        if (ignored && !isParentIgnored(rules, below)) return true;
      }
      return false;
    },
    extend(folder, content) {
      return createIgnoreRules([...layers, { folder, rules: ignore().add(content) }]);
    },
  };
}

function isParentIgnored(rules: Ignore, path: string): boolean {
  const end = path.lastIndexOf('/', path.length - 2);
  return end !== -1 && rules.test(path.slice(0, end + 1)).ignored;
}
