import { setTimeout } from 'node:timers/promises';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileLinter } from '../workspace/file-linter.ts';
import type { Finding } from '../workspace/finding.ts';
import { getDocumentPath } from './document-path.ts';
import type { NoticeLog } from './notice-log.ts';

/** What was found in one version of a document. */
export interface Validation {
  /** Different for each validation of this session. */
  id: string;
  version: number;
  findings: readonly Finding[];
}

/** Lints open documents: one version once, and one version of a document at a time. */
export interface Validator {
  /** @returns undefined when the document was changed or closed before the result was there */
  validate(document: TextDocument): Promise<Validation | undefined>;
  /** Lets go of a document that was closed. */
  forget(uri: string): void;
}

interface Run {
  version: number;
  result: Promise<Validation | undefined>;
}

export function createValidator({
  documents,
  linter,
  getFallbackFolder,
  log,
}: {
  documents: TextDocuments<TextDocument>;
  linter: FileLinter;
  getFallbackFolder: () => string | undefined;
  log: NoticeLog;
}): Validator {
  const runs = new Map<string, Run>();
  let count = 0;

  return {
    validate(document) {
      const { uri, version } = document;
      const previous = runs.get(uri);
      if (previous?.version === version) return previous.result;
      const run: Run = { version, result: runAfter(previous, document) };
      runs.set(uri, run);
      return run.result;
    },
    forget(uri) {
      runs.delete(uri);
      log.forget(uri);
    },
  };

  async function runAfter(
    previous: Run | undefined,
    document: TextDocument,
  ): Promise<Validation | undefined> {
    const { uri, version } = document;
    const isStale = () => documents.get(uri) !== document || document.version !== version;
    // Messages that are here already are read first: in a burst of edits only the last one counts.
    await setTimeout(1);
    await previous?.result;
    if (isStale()) return undefined;

    const id = String(++count);
    const path = getDocumentPath(document, getFallbackFolder());
    if (path === undefined) return { id, version, findings: [] };
    const { findings, notice } = await linter.lint(document.getText(), path);
    if (isStale()) return undefined;
    log.update(uri, notice);
    return { id, version, findings };
  }
}
