import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runBuild } from './run-build.mjs';
import { createStage } from './stage.mjs';
import { toRows } from './rows.mjs';

/**
 * Where the rows of a part come from: a build, or what record.mjs kept of one.
 *
 * @param {string} place a folder with server/bin/multi-region.js in it, or one that record.mjs wrote
 * @param {string} scratch an empty folder that is removed afterwards
 * @param {{ config?: string }} options
 * @returns {{ read(folder: string, preset: string, part: string): string }} the rows, a line each
 */
export function openSource(place, scratch, { config }) {
  const bin = resolve(place, 'server/bin/multi-region.js');
  if (!existsSync(bin)) return openRecords(place);
  const stage = createStage(resolve(place), scratch, config);
  const outputs = new Map();
  return {
    read(folder, preset, part) {
      const noConfig = preset === 'recommended';
      const cwd = noConfig ? folder : stage.prepare(folder);
      return toRows(part, runBuild(bin, part, { cwd, noConfig, outputs }))
        .map((row) => `${row}\n`)
        .join('');
    },
  };
}

function openRecords(place) {
  return {
    read(folder, preset, part) {
      const file = resolve(place, toRecordFile(folder, preset, part));
      if (existsSync(file)) return readFileSync(file, 'utf8');
      console.error(
        `${file} is missing, and ${place} holds no build. Build it, or record it with record.mjs.`,
      );
      process.exit(2);
    },
  };
}

/** The name of what is kept of a folder, relative to the folder of records. */
export function toRecordFile(folder, preset, part) {
  return join(basename(folder), `${preset}-${part}.txt`);
}
