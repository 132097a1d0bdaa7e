import { languages, type Diagnostic, type DiagnosticCollection, type Uri } from 'vscode';
import { withoutDuplicates } from './duplicates.ts';

interface Entry {
  uri: Uri;
  all: readonly Diagnostic[];
  shown: readonly Diagnostic[];
}

/**
 * A collection that hides what the ESLint extension shows, whoever comes first, and shows it again when ESLint
 * takes it back. Asked for what it holds, it answers with all that was set.
 *
 * @param name as for `languages.createDiagnosticCollection`
 */
export function createDeduplicatedCollection(name: string | undefined): DiagnosticCollection {
  const visible = languages.createDiagnosticCollection(name);
  const entries = new Map<string, Entry>();
  const listener = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) update(uri);
  });

  const collection: DiagnosticCollection = {
    name: visible.name,
    set(target: Uri | readonly ManyEntry[], diagnostics?: readonly Diagnostic[]) {
      if (!isList(target)) {
        replace(target, diagnostics);
        return;
      }
      for (const [uri, all] of addUp(target)) replace(uri, all);
    },
    delete(uri) {
      replace(uri, undefined);
    },
    clear() {
      entries.clear();
      visible.clear();
    },
    forEach(callback, thisArg) {
      for (const [uri, diagnostics] of collection) callback.call(thisArg, uri, diagnostics, collection);
    },
    get: (uri) => entries.get(uri.toString())?.all,
    has: (uri) => entries.has(uri.toString()),
    dispose() {
      listener.dispose();
      entries.clear();
      visible.dispose();
    },
    *[Symbol.iterator]() {
      for (const { uri, all } of entries.values()) yield [uri, all] as [Uri, readonly Diagnostic[]];
    },
  };
  return collection;

  function replace(uri: Uri, all: readonly Diagnostic[] | undefined): void {
    if (all === undefined) {
      entries.delete(uri.toString());
      visible.delete(uri);
    } else {
      show({ uri, all });
    }
  }

  /** Brings what is shown up to what ESLint shows now. It is called for changes of its own making, too. */
  function update(uri: Uri): void {
    const entry = entries.get(uri.toString());
    if (!entry || entry.all.length === 0) return;
    const shown = withoutDuplicates(entry.all, languages.getDiagnostics(uri));
    if (shown.length !== entry.shown.length || shown.some((each, index) => each !== entry.shown[index])) {
      show(entry);
    }
  }

  function show({ uri, all }: Pick<Entry, 'all' | 'uri'>): void {
    const shown = withoutDuplicates(all, languages.getDiagnostics(uri));
    entries.set(uri.toString(), { uri, all, shown });
    visible.set(uri, shown);
  }
}

type ManyEntry = readonly [uri: Uri, diagnostics: readonly Diagnostic[] | undefined];

/** Several entries for one document add up; `undefined` takes back those before it. */
function addUp(entries: readonly ManyEntry[]): Iterable<readonly [Uri, readonly Diagnostic[]]> {
  const sums = new Map<string, readonly [Uri, readonly Diagnostic[]]>();
  for (const [uri, diagnostics] of entries) {
    const [, before] = sums.get(uri.toString()) ?? [uri, []];
    sums.set(uri.toString(), [uri, diagnostics ? [...before, ...diagnostics] : []]);
  }
  return sums.values();
}

function isList(target: Uri | readonly ManyEntry[]): target is readonly ManyEntry[] {
  return Array.isArray(target);
}
