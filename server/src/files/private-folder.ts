import { lstatSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readBytes } from './read-file.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Makes a folder that nobody else may read or write, or checks that it is one.
 *
 * @param folder absolute
 * @throws Error when it belongs to somebody else, others may write to it, or it cannot be made
 */
export function openPrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) throw new Error(`${folder} is not a folder`);
  const uid = process.getuid?.();
  if (uid === undefined) return; // Windows: the folders of a user are the user's
  if (stats.uid !== uid) throw new Error(`${folder} belongs to somebody else`);
  if ((stats.mode & 0o022) !== 0) throw new Error(`others may write to ${folder}`);
}

/**
 * A secret of this user: what was signed with it was written by this program, for this user.
 *
 * @param folder absolute; made private
 * @throws Error when the secret can be neither read nor written
 */
export function readSecret(folder: string): Buffer {
  openPrivateFolder(folder);
  const file = join(folder, 'secret');
  try {
    const known = readBytes(file, { limit: secretLength, inside: folder });
    if (known.length === secretLength) return Buffer.from(known);
  } catch {
    // Not there yet, or no secret.
  }
  const secret = randomBytes(secretLength);
  replaceFile(file, secret, { mode: 0o600 });
  return secret;
}

const secretLength = 32;
