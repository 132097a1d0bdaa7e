import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileError } from './file-error.ts';
import { isInside } from './inside.ts';

/**
 * Where a file really is, or will be, once all links are followed: a repository may bring along links to anywhere.
 *
 * @param path absolute; need not exist, nor its folders
 * @param folder absolute; nothing outside of it may be written
 * @returns absolute, without links
 * @throws FileError when it lies outside of the folder, or is a link to nothing
 */
export function placeInside(path: string, folder: string): string {
  const place = followLinks(path);
  if (isInside(realpathSync(folder), place)) return place;
  throw new FileError(
    place === path
      ? `${path} was left alone: it is outside of ${folder}.`
      : `${path} was left alone: it leads to ${place}, outside of ${folder}. Replace the link, or edit its target by hand.`,
  );
}

/** The real path of what exists, and the names of what does not. */
function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw describe(path, error);
  }
  // A link to nothing is there all the same: writing would follow it, or take its place.
  if (lstatSync(path, { throwIfNoEntry: false })) {
    throw new FileError(
      `${path} was left alone: it is a link to ${readlinkSync(path)}, which is not there. Remove the link.`,
    );
  }
  const parent = dirname(path);
  return parent === path ? path : join(followLinks(parent), basename(path));
}

function describe(path: string, error: unknown): FileError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'ELOOP' ? 'it is a link that leads back to itself' : message;
  return new FileError(`${path} was left alone: ${reason}.`);
}
