import { join } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { ecmascript } from '../languages/ecmascript/ecmascript.ts';
import { getFacts } from '../languages/get-facts.ts';
import type { FileFacts } from '../facts/file-facts.ts';

interface File {
  /** From the working directory. */
  filename?: string;
  /** What the config holds under `settings['multi-region']`. */
  project?: Record<string, unknown>;
}

/** Parses a code as TypeScript with JSX. Its nodes have their parents. */
export function parse(code: string, filename = 'src/orders.tsx'): Readonly<TSESLint.SourceCode> {
  const linter = new Linter();
  const config = { files: ['**/*.*'], languageOptions: { parser } };
  const [problem] = linter.verify(code, config, join(process.cwd(), filename));
  if (problem) throw new Error(`${problem.message} in ${code}`);
  return linter.getSourceCode() as unknown as Readonly<TSESLint.SourceCode>;
}

/** All that the analysis finds in a code. */
export function readFacts(code: string, { filename = 'src/orders.tsx', project }: File = {}): FileFacts {
  return getFacts(ecmascript, {
    sourceCode: parse(code, filename),
    filename: join(process.cwd(), filename),
    cwd: process.cwd(),
    settings: { 'multi-region': project },
  });
}
