import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { exists } from '../../../files/folders.ts';
import { placeInside } from '../../../files/place-inside.ts';
import { FileError } from '../../../files/file-error.ts';
import { createEditCheck } from '../../../lint/check-edits.ts';
import type { FileEdit } from '../../../lint/file-edit.ts';
import type { OpenFiles } from '../../documents/open-files.ts';

/**
 * Checks edits before an editor gets them, as those of the command line are: all of them, or none.
 *
 * @param root absolute: the open folder that they belong to
 * @throws ResponseError, which editors show: a file lies outside of the folder, or would be broken
 */
export type FilesCheck = (files: readonly FileEdit[], root: string) => void;

export function createFilesCheck(open: Pick<OpenFiles, 'find'>): FilesCheck {
  const findBroken = createEditCheck();
  return (files, root) => {
    for (const { path, before, edits } of files) {
      // What is open is in front of the user, wherever it lies; the others may be links to anywhere.
      if (!open.find(path)) checkPlace(path, root);
      const broken = before === undefined ? undefined : findBroken(path, before, edits);
      if (broken !== undefined) {
        throw new ResponseError(
          LSPErrorCodes.RequestFailed,
          `${path} was left alone: its edit would be wrong, which is a fault in multi-region; please report it. ${broken}`,
        );
      }
    }
  };
}

function checkPlace(path: string, root: string): void {
  if (!exists(root)) return; // a folder that is not on the disk holds no links
  try {
    placeInside(path, root);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  }
}
