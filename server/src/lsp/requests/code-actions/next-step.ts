import { basename } from 'node:path';
import type { Command } from 'vscode-languageserver/node';
import type { FileEdit } from '../../../lint/file-edit.ts';
import { showNextStepCommand } from '../../messages.ts';

/**
 * What is left to the user after edits: the variables that they make the code read.
 *
 * @returns a sentence or two; undefined when there is nothing to do
 */
export function describeNextStep(files: readonly FileEdit[]): string | undefined {
  const examples = files.filter(({ path }) => basename(path).startsWith('.env'));
  const names = new Set(examples.flatMap(({ edits }) => edits.flatMap(({ text }) => listVariables(text))));
  if (names.size === 0) return undefined;
  const listed = [...new Set(examples.map(({ path }) => basename(path)))].join(' and ');
  return `The code now reads ${[...names].join(', ')}. Set ${names.size === 1 ? 'it' : 'them'} where it is deployed; ${listed} lists ${names.size === 1 ? 'it' : 'them'}.`;
}

/** The command that shows it once the edit was applied. */
export function createNextStepCommand(sentence: string): Command {
  return { title: 'Show what to set', command: showNextStepCommand, arguments: [sentence] };
}

function listVariables(text: string): string[] {
  return Array.from(
    text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gmu),
    ([, name = '']) => name,
  );
}
