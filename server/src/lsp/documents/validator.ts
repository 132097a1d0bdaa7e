import { setImmediate } from 'node:timers/promises';
import { Emitter, type Event, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toLintedFile } from '../../lint/lint-file.ts';
import type { LintedFile } from '../../lint/linted-file.ts';
import type { FileLinter, LintResult } from '../../lint/file-linter.ts';
import { getDocumentPath } from './document-path.ts';
import { createLintedFiles } from './linted-files.ts';
import type { NoticeLog } from '../notifications/notice-log.ts';
import type { ClientAbilities } from '../capabilities.ts';
import type { Roots } from '../roots.ts';
import type { LiveSettings } from '../settings.ts';
import { createSeverityOf } from './severity.ts';
import { shiftPlaces, type Places } from './shift-findings.ts';
import { toRecord } from './to-record.ts';
import type { FileRecord } from './workspace-index.ts';

/** What was found in one version of a document; its `resultId` differs for each validation of this session. */
export type Validation = FileRecord & { version: number };

/** Lints open documents: one version once, and one version of a document at a time. */
export interface Validator {
  /** @returns undefined when the document was changed or closed before the result was there */
  validate(document: TextDocument): Promise<Validation | undefined>;
  /** @returns undefined as above, and where there is nothing to edit or to show */
  getLinted(document: TextDocument): Promise<LintedFile | undefined>;
  readonly onDidValidate: Event<{ document: TextDocument; validation: Validation }>;
  /** Lets go of all results: the configuration changed. */
  invalidate(): void;
  /** Lets go of a document that was closed. */
  forget(uri: string): void;
}

const turnsToWait = 4;

interface Run {
  version: number;
  generation: number;
  result: Promise<Validation | undefined>;
}

export interface ValidatorInput {
  documents: Pick<TextDocuments<TextDocument>, 'get'>;
  linter: FileLinter;
  roots: Pick<Roots, 'getFirst'>;
  settings: Pick<LiveSettings, 'getFor' | 'whenKnown'>;
  client: Pick<ClientAbilities, 'relatedInformation'>;
  log: NoticeLog;
}

export function createValidator(input: ValidatorInput): Validator {
  const { documents, linter, log } = input;
  const runs = new Map<string, Run>();
  const linted = createLintedFiles();
  /** What was found in the last version of each document that could be parsed. */
  const parsed = new Map<string, Places & { text: string }>();
  const validated = new Emitter<{ document: TextDocument; validation: Validation }>();
  let generation = 0;
  let count = 0;

  function validate(document: TextDocument): Promise<Validation | undefined> {
    const { uri, version } = document;
    const previous = runs.get(uri);
    if (previous?.version === version && previous.generation === generation) return previous.result;
    const run: Run = { version, generation, result: runAfter(previous, document) };
    runs.set(uri, run);
    return run.result;
  }

  return {
    validate,
    async getLinted(document) {
      const { uri, version } = document;
      const validation = await validate(document);
      if (validation?.version !== document.version) return undefined;
      const known = linted.get(uri, version);
      if (known) return known;
      // It was linted too long ago to be remembered.
      const text = document.getText();
      const path = getPath(document);
      if (path === undefined) return undefined;
      const file = toLintedFile(path, text, await linter.lint(text, path, { isEdited: true }));
      if (!file || document.version !== version) return undefined;
      linted.set(uri, version, file);
      return file;
    },
    onDidValidate: validated.event,
    invalidate() {
      generation++;
      linted.clear();
      parsed.clear();
    },
    forget(uri) {
      runs.delete(uri);
      linted.delete(uri);
      parsed.delete(uri);
      log.forget(uri);
    },
  };

  async function runAfter(
    previous: Run | undefined,
    document: TextDocument,
  ): Promise<Validation | undefined> {
    const { uri, version } = document;
    const started = generation;
    const isStale = () =>
      documents.get(uri) !== document || document.version !== version || generation !== started;
    // Messages that are here already are read first: in a burst of edits only the last one counts. The connection reads
    // one message a turn of the event loop.
    for (let turn = 0; turn < turnsToWait && !isStale(); turn++) await setImmediate();
    await previous?.result;
    await input.settings.whenKnown();
    if (isStale()) return undefined;

    const resultId = String(++count);
    const text = document.getText();
    const path = getPath(document);
    const result = path === undefined ? nothing : await lint(text, path);
    if (isStale()) return undefined;
    if (path !== undefined) {
      log.update(uri, result.notice);
      const file = toLintedFile(path, text, result);
      if (file) linted.set(uri, version, file);
    }
    const options = {
      ...{ uri, resultId, version, hasDiagnostics: true },
      hasRelated: input.client.relatedInformation,
      severityOf: createSeverityOf(input.settings.getFor(path)),
    };
    const validation = { ...toShown(uri, text, result, options), version };
    validated.fire({ document, validation });
    return validation;
  }

  /** While a text does not parse, what was found before stays where it belongs: nothing blinks while someone types. */
  function toShown(
    uri: string,
    text: string,
    result: LintResult,
    options: Parameters<typeof toRecord>[1],
  ): FileRecord {
    const before = parsed.get(uri);
    if (before && isBroken(result)) {
      const { findings, places } = shiftPlaces(before, before.text, text);
      return { ...toRecord({ ...nothing, findings: [...findings] }, options), places };
    }
    const record = toRecord(result, options);
    parsed.set(uri, { text, findings: result.findings, places: record.places });
    return record;
  }

  async function lint(text: string, path: string): Promise<LintResult> {
    const { enable, maxFileSize } = input.settings.getFor(path);
    const maxLength = maxFileSize * 1024;
    if (!enable) return nothing;
    if (text.length <= maxLength) return linter.lint(text, path, { isEdited: true });
    const kilobytes = (length: number) => Math.ceil(length / 1024);
    const message = `Skipped: ${kilobytes(text.length)} KB is more than the limit of ${kilobytes(maxLength)} KB for one file. The setting multiRegion.maxFileSize holds the limit.`;
    return {
      ...nothing,
      notice: { kind: 'skipped', path, line: undefined, column: undefined, message },
    };
  }

  function getPath(document: TextDocument): string | undefined {
    return getDocumentPath(document, input.roots.getFirst());
  }
}

/** Whether a place in the text stopped the parser. */
function isBroken({ notice }: LintResult): boolean {
  return notice?.kind === 'failed' && notice.line !== undefined;
}

const nothing: LintResult = { findings: [], facts: undefined, sourceCode: undefined, notice: undefined };
