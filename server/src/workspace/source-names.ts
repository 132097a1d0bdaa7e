/** Whether a file name is that of JavaScript or TypeScript code; declarations (`.d.ts`) hold no code that runs. */
export function isSourceName(name: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(name) && !/\.d\.[cm]?ts$/u.test(name);
}

/** Folders that hold other people's code or no code, wherever they are. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
