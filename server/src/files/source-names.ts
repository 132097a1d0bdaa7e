/** Whether a file name is that of JavaScript or TypeScript code; declarations (`.d.ts`) hold no code that runs. */
export function isSourceName(name: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(name) && !/\.d\.[cm]?ts$/u.test(name);
}

/** Whether a file may hold code that ESLint lints: beside JavaScript and TypeScript, components that a parser of their own reads. */
export function isLintableName(name: string): boolean {
  return isSourceName(name) || /\.(?:astro|svelte|vue)$/u.test(name);
}

/** Whether the embedded parser reads files of that name: JavaScript and TypeScript, declarations included. */
export function isParsedHere(name: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/iu.test(name);
}

/** Folders that hold other people's code or no code, wherever they are. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
