import { describeKind } from '../../impact/entry.ts';
import type { Impact } from '../../impact/impact.ts';
import { shortenWay } from '../shorten-way.ts';

/** A picture of an impact: boxes in columns, from entry points on the left to pinned files on the right. */
export interface ImpactPicture {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
  /** How many entries found no room. */
  leftOutCount: number;
}

/** A file. */
export interface Box {
  kind: 'entry' | 'file' | 'site';
  path: string;
  /** Whether it is started from outside; a pinned file may be, too. */
  isEntry: boolean;
  /** What is said of it below its path. */
  note: string;
  /** Of its left upper corner. */
  x: number;
  y: number;
  /** The ways that lead through it, by number; a way goes from one entry to one pinned file. */
  ways: Set<number>;
}

export interface Arrow {
  from: Box;
  to: Box;
  ways: Set<number>;
}

/** In units of the picture, which a browser shows as pixels. */
export const boxSize = { width: 264, height: 44 } as const;

const columnWidth = boxSize.width + 72;
const rowHeight = boxSize.height + 12;
const margin = 8;
const mostEntries = 60;
const mostWays = 800;

/**
 * Places the files of an impact. Entries that reach the most places come first; the others are left out where
 * there are too many for a picture.
 */
export function layOutImpact({ sites, entries }: Impact): ImpactPicture {
  const notes = describeSites(sites);
  const boxes = new Map<string, Box>();
  const arrows = new Map<string, Arrow>();
  const columns = new Map<string, number>();

  const addBox = (path: string): Box => {
    const known = boxes.get(path);
    if (known) return known;
    const note = notes.get(path);
    const kind = note === undefined ? 'file' : 'site';
    const box: Box = { kind, path, note: note ?? '', isEntry: false, x: 0, y: 0, ways: new Set() };
    boxes.set(path, box);
    return box;
  };
  const addArrow = (from: Box, to: Box, way: number) => {
    const key = `${from.path}\0${to.path}`;
    const arrow = arrows.get(key) ?? { from, to, ways: new Set() };
    arrow.ways.add(way);
    arrows.set(key, arrow);
  };

  const byReach = [...entries].sort((a, b) => b.reaches.length - a.reaches.length);
  let way = 0;
  let shown = 0;
  for (const { kind, path, name, reaches } of byReach) {
    if (shown === mostEntries || way >= mostWays) break;
    shown++;
    const ways = new Map(
      reaches.map(({ site, via }) => {
        const end = sites[site]?.path ?? path;
        return [end, end === path ? [path] : [path, ...shortenWay(via), end]];
      }),
    );
    const entry = addBox(path);
    entry.isEntry = true;
    entry.note = [describeKind(kind), name, entry.note].filter(Boolean).join(', ');
    if (entry.kind === 'file') entry.kind = 'entry';

    for (const [end, files] of ways) {
      files.forEach((file, index) => {
        const box = addBox(file);
        box.ways.add(way);
        // Where a way ends is on the right, unless another way leads on from there.
        if (file !== end) columns.set(file, Math.max(columns.get(file) ?? 0, index));
        const previous = boxes.get(files[index - 1] ?? '');
        if (previous) addArrow(previous, box, way);
      });
      way++;
    }
  }

  const last = Math.max(-1, ...columns.values()) + 1;
  const used = new Map<number, number>();
  for (const box of boxes.values()) {
    const column = columns.get(box.path) ?? (box.isEntry ? 0 : last);
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    box.x = margin + column * columnWidth;
    box.y = margin + row * rowHeight;
  }
  return {
    width: 2 * margin + last * columnWidth + boxSize.width,
    height: 2 * margin + Math.max(1, ...used.values()) * rowHeight - (rowHeight - boxSize.height),
    boxes: [...boxes.values()],
    arrows: [...arrows.values()],
    leftOutCount: entries.length - shown,
  };
}

/** `lines 3, 9: s3, sqs`, by file. */
function describeSites(sites: Impact['sites']): Map<string, string> {
  const notes = new Map<string, string>();
  for (const path of new Set(sites.map((site) => site.path))) {
    const here = sites.filter((site) => site.path === path);
    const lines = [...new Set(here.map(({ line }) => line))];
    const services = [...new Set(here.flatMap(({ service }) => service ?? []))];
    const places = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' ')}`;
    notes.set(path, services.length > 0 ? `${places}: ${services.join(' ')}` : places);
  }
  return notes;
}
