import { basename, dirname } from 'node:path';
import { listEntries } from './folders.ts';
import { readBytes } from './read-file.ts';
import { decodeText } from './text.ts';

/** The files around those that are edited: open documents first, then the disk. */
export interface WorkspaceFiles {
  /** @returns undefined when there is no such file, or it is not text */
  read(path: string): string | undefined;
  /** The names in a folder, without those of its folders; empty when there is no such folder. */
  list(folder: string): readonly string[];
  /** What these files are a view of, for one request; who needs something for longer keeps it with that. */
  origin?: WorkspaceFiles;
}

/** Documents that are open in an editor, by their absolute paths: saved or not, they are what is edited. */
export interface OpenDocuments {
  get(path: string): string | undefined;
  keys(): Iterable<string>;
}

/** The files as they are on the disk. What cannot be read is not there. */
export function createDiskFiles(): WorkspaceFiles {
  return {
    read(path) {
      try {
        const bytes = readBytes(path);
        // Writing back what is no text would spoil it.
        return bytes.includes(0) ? undefined : decodeText(bytes);
      } catch {
        return undefined;
      }
    },
    list(folder) {
      try {
        return listEntries(folder)
          .filter((entry) => entry.isFile() || entry.isSymbolicLink())
          .map(({ name }) => name)
          .sort();
      } catch {
        return [];
      }
    },
  };
}

/** Lets open documents stand in for what is on the disk. */
export function overlay(files: WorkspaceFiles, documents: OpenDocuments): WorkspaceFiles {
  return {
    read: (path) => documents.get(path) ?? files.read(path),
    list(folder) {
      const open = [...documents.keys()].filter((path) => dirname(path) === folder);
      return [...new Set([...files.list(folder), ...open.map((path) => basename(path))])].sort();
    },
  };
}

/** Reads each file and folder once, so that all parts of a plan see the same, and see it fast. */
export function remember(files: WorkspaceFiles): WorkspaceFiles {
  const texts = new Map<string, string | undefined>();
  const folders = new Map<string, readonly string[]>();
  return {
    origin: files.origin ?? files,
    read(path) {
      if (!texts.has(path)) texts.set(path, files.read(path));
      return texts.get(path);
    },
    list(folder) {
      const names = folders.get(folder) ?? files.list(folder);
      folders.set(folder, names);
      return names;
    },
  };
}
