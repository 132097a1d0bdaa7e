import type { Subject } from './subject.ts';

/** A repository of an audit of several. */
export interface Repository extends Subject {
  /** Absolute; undefined where its report was made elsewhere. */
  root: string | undefined;
  fileCount: number;
}
