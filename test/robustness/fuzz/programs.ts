import { createWriter, mergeGrammars } from './expand.ts';
import { clouds } from './grammars/clouds.ts';
import { javascript } from './grammars/javascript.ts';
import { jsx } from './grammars/jsx.ts';
import { typescript, withoutJsx } from './grammars/typescript.ts';
import { createRandom } from './random.ts';

/** A made-up source file. */
export interface Program {
  seed: number;
  /** Its extension names the language. */
  filename: string;
  text: string;
}

const languages = [
  { extension: 'ts', write: createWriter(mergeGrammars(javascript, typescript, withoutJsx, clouds)) },
  { extension: 'tsx', write: createWriter(mergeGrammars(javascript, typescript, jsx, clouds)) },
  { extension: 'jsx', write: createWriter(mergeGrammars(javascript, jsx, clouds)) },
] as const;

/** Writes a program; the same one for the same seed. */
export function createProgram(seed: number): Program {
  const random = createRandom(seed);
  const { extension, write } = random.pick(languages);
  const text = write(random, 'program', 5 + random.below(30));
  return { seed, filename: `program.${extension}`, text };
}
