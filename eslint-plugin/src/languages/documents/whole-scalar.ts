import type { ScalarNode } from './tree.ts';
import { countUntil } from '../../count-until.ts';

/** What is interpolated: `${var.region}` of HCL, `${AWS::Region}`, `#{AWS::Region}`, `${{ vars.REGION }}`, `{{ .Values.region }}`. */
const interpolation = /\$\{\{[^{}]*\}\}|\{\{[^{}]*\}\}|[$#]\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** A scalar with each interpolation as one `x`, which is what patterns of hosts and ARNs expect. */
export interface WholeScalar {
  text: string;
  /** Whether nothing is interpolated. */
  isStatic: boolean;
  /** The offset in the scalar of an offset in `text`. */
  toScalar(offset: number): number;
}

export function readWholeScalar({ text }: ScalarNode): WholeScalar {
  if (!text.includes('{')) return { text, isStatic: true, toScalar: (offset) => offset };
  // Where each gap ends in the short text, and by how much what follows it is shifted.
  const gaps: { end: number; shift: number }[] = [];
  let shift = 0;
  const whole = text.replace(interpolation, (match, offset: number) => {
    const end = offset - shift + 1;
    shift += match.length - 1;
    gaps.push({ end, shift });
    return 'x';
  });
  const toScalar = (offset: number) =>
    offset + (gaps[countUntil(gaps, ({ end }) => end > offset) - 1]?.shift ?? 0);
  return { text: whole, isStatic: gaps.length === 0, toScalar };
}
