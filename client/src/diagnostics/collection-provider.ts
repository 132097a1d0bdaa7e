import type { Disposable, DiagnosticCollection } from 'vscode';
import type { DiagnosticCollectionProvider } from 'vscode-languageclient/node';
import { clearClosedTabs } from './closed-tabs.ts';
import { createDeduplicatedCollection } from './deduplicated-collection.ts';

/** Gives the language client the collections that it puts diagnostics into. */
export function createCollectionProvider(): DiagnosticCollectionProvider {
  const listeners = new Map<DiagnosticCollection, Disposable>();
  return {
    create(name) {
      const collection = createDeduplicatedCollection(name);
      listeners.set(collection, clearClosedTabs(collection));
      return collection;
    },
    dispose(collection) {
      listeners.get(collection)?.dispose();
      listeners.delete(collection);
      collection.dispose();
    },
  };
}
