import type { LineIndex, Position } from './lines.ts';

interface Ranged {
  range: [number, number];
}

/** Gives positions of the text as it is now: a tree that is kept is moved when the text changes. */
export interface CurrentLines {
  lines: LineIndex;
}

/** `loc` of a node. Lines are looked up when they are asked for: of a thousand nodes, that is one. */
export class NodeLocation {
  readonly node: Ranged;
  readonly file: CurrentLines;

  constructor(node: Ranged, file: CurrentLines) {
    this.node = node;
    this.file = file;
  }

  get start(): Position {
    return this.file.lines.positionOf(this.node.range[0]);
  }

  get end(): Position {
    return this.file.lines.positionOf(this.node.range[1]);
  }
}
