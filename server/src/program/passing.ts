/** Whether a file may pass on what it imports as it is: `export * from './regions.js'`. */
export function mayPassOn(text: string): boolean {
  return /\bexport\s*(?:\*|(?:type\s*)?\{[^}'"]*\}\s*from\b)|module\.exports/u.test(text);
}
