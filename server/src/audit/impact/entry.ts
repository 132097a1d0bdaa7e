/**
 * How a file is started. `handler`: by AWS Lambda; `page`, `route`, `middleware`: by a web framework; `bin`: as a
 * command of a package; `server`: it listens; `script`: by npm, or by its first line; `package`: by those who
 * install the package; `root`: nobody imports it, so something that the code does not show must start it.
 */
export type EntryKind =
  'bin' | 'handler' | 'middleware' | 'package' | 'page' | 'root' | 'route' | 'script' | 'server';

/** What is known of a file that is started by something other than an import. */
export interface Entry {
  kind: EntryKind;
  /** What it is called from outside: the path of a route, the name of a command, of a package, of a function. */
  name: string | undefined;
}

const labels: Record<EntryKind, string> = {
  bin: 'command',
  handler: 'Lambda handler',
  middleware: 'middleware',
  package: 'package',
  page: 'page',
  root: 'not imported by any file',
  route: 'route',
  script: 'script',
  server: 'server',
};

/** The kind in words, for people. */
export function describeKind(kind: EntryKind): string {
  return labels[kind];
}
