import type { Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientAbilities } from '../capabilities.ts';
import type { LiveSettings } from '../settings.ts';
import { getFilePath, type OpenFiles } from './open-files.ts';
import { createSavedVersions } from './saved-versions.ts';
import type { Validator } from './validator.ts';
import type { WorkspaceIndex } from './workspace-index.ts';
import type { WorkspaceScan } from './workspace-scan.ts';

/** What diagnostics are made from. */
export interface DiagnosticsInput {
  connection: Connection;
  client: ClientAbilities;
  documents: TextDocuments<TextDocument>;
  open: OpenFiles;
  settings: LiveSettings;
  validator: Validator;
  index: WorkspaceIndex;
  scan: WorkspaceScan;
}

/** The diagnostics that an editor shows, whether it asks for them or they are sent. */
export interface ShownDiagnostics {
  capabilities: ServerCapabilities;
  /** Brings those of open documents up to date: the configuration changed. */
  refresh(): void;
}

/** @returns whether a document is to be looked at only when it is saved, and has changed since */
export function createIsWaiting({
  documents,
  settings,
}: Pick<DiagnosticsInput, 'documents' | 'settings'>): (document: TextDocument) => boolean {
  const saved = createSavedVersions(documents);
  return (document) =>
    settings.getFor(getFilePath(document.uri)).run === 'onSave' && saved.isChanged(document);
}
