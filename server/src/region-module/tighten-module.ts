import type { TextEdit } from 'eslint-plugin-multi-region/facts';
import { applyEdits } from '../parse/apply-edits.ts';
import { addHelper, quoteOf, type HelperForm, type ParsedModule } from './extend-module.ts';
import type { TableEntry } from './region-entries.ts';
import { helperName } from './render-module.ts';

/** A module without defaults, and the variables that it needs from now on. */
export interface TightenedModule {
  text: string;
  variables: { name: string; region: string }[];
}

/**
 * Takes the defaults of a module's entries away: each throws when it is used without its variable. What was read when the
 * module was loaded becomes a getter, so that loading it goes on working.
 *
 * @returns undefined where no entry has a default
 */
export function tightenModule(module: ParsedModule, form: HelperForm): TightenedModule | undefined {
  const quote = quoteOf(module) ?? form.style.quote;
  const tightened = module.table.entries.flatMap((entry) => {
    const edit = tighten(entry, module.text, form, quote);
    return edit && entry.variable !== undefined && entry.region !== undefined
      ? [{ edit, name: entry.variable, region: entry.region }]
      : [];
  });
  if (tightened.length === 0) return undefined;
  const text = applyEdits(
    module.text,
    tightened.map(({ edit }) => edit).sort((a, b) => a.range[0] - b.range[0]),
  );
  const hasHelper = new RegExp(`\\bfunction ${helperName}\\b`, 'u').test(text);
  return {
    text: hasHelper ? text : addHelper(text, module, form, quote),
    variables: tightened.map(({ name, region }) => ({ name, region })),
  };
}

function tighten(
  { name, property, value, variable }: TableEntry,
  text: string,
  form: HelperForm,
  quote: "'" | '"',
): TextEdit | undefined {
  if (value.type !== 'LogicalExpression' || value.right.type !== 'Literal' || value.operator === '&&')
    return undefined;
  if (variable === undefined) return undefined;
  const reading = `${helperName}(${quote}${variable}${quote}, ${text.slice(value.left.start, value.left.end)})`;
  if (property.kind === 'get') return { range: [value.start, value.end], text: reading };
  const type = form.language === 'ts' ? ': string' : '';
  const end = form.style.semicolons ? ';' : '';
  return { range: [property.start, property.end], text: `get ${name}()${type} { return ${reading}${end} }` };
}
