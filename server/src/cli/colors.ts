import picocolors from 'picocolors';
import type { WriteStream } from 'node:tty';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: where it is a terminal that has them, or they are asked for. */
export function createColors(stream: Pick<WriteStream, 'hasColors' | 'isTTY'> = process.stdout): Colors {
  const { FORCE_COLOR } = process.env;
  // A terminal knows of NO_COLOR, FORCE_COLOR and TERM by itself.
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
  return picocolors.createColors(stream.isTTY ? stream.hasColors() : isForced);
}

/** Colours a unified diff, as git does. */
export function colorDiff(diff: string, colors: Colors): string {
  return diff
    .split('\n')
    .map((line) => {
      if (/^(?:---|\+\+\+) /u.test(line)) return colors.bold(line);
      if (line.startsWith('+')) return colors.green(line);
      if (line.startsWith('-')) return colors.red(line);
      return line.startsWith('@@') ? colors.cyan(line) : line;
    })
    .join('\n');
}
