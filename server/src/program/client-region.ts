import type { TSESTree } from '@typescript-eslint/utils';
import type { ProgramModule } from './module.ts';
import type { Program } from './program.ts';
import type { RegionSources } from './region-sources.ts';
import { keyOf, visit } from './syntax.ts';
import type { Value } from './value.ts';

/**
 * Where a client gets its region from, asked of the whole program.
 *
 * @param place of its construction: line and column from 1
 * @returns undefined where no such construction is there
 */
export function findClientSources(
  module: ProgramModule,
  { line, column }: { line: number; column: number },
  program: Program,
): RegionSources | undefined {
  const node = findConstruction(module, line, column - 1);
  const options = node?.arguments.find((argument) => argument.type !== 'SpreadElement');
  if (!options) return undefined;
  const region = program.getMember(program.evaluate(module, options), 'region');
  return program.findSources(program.getResult(region));
}

/**
 * Whether a client with an endpoint of its own may talk to a cloud: the endpoint comes from a variable, which may be
 * missing, or is a cloud's. A store that is known by its ways or by dummy credentials is none.
 *
 * @param place of its construction: line and column from 1
 */
export function mayBeCloud(
  module: ProgramModule,
  { line, column }: { line: number; column: number },
  program: Program,
): boolean {
  const node = findConstruction(module, line, column - 1);
  const options = node?.arguments.find((argument) => argument.type !== 'SpreadElement');
  if (!options) return false;
  const whole = program.evaluate(module, options);
  const get = (key: string, of: Value = whole) => program.getMember(of, key);
  if (isTrue(options, 'forcePathStyle') || isTrue(options, 's3ForcePathStyle')) return false;
  const credentials = get('credentials');
  const keys = [get('accessKeyId', credentials), get('accessKeyId')];
  if (keys.some(({ kind }) => kind === 'text')) return false;
  return listEnds(get('endpoint')).every(
    (end) =>
      end.kind !== 'text' ||
      /amazonaws\.com|\.api\.aws|googleapis\.com|\.azure\.com|\.windows\.net/u.test(end.text),
  );
}

/** All that a value may be in the end. */
function listEnds(value: Value): Value[] {
  if (value.kind === 'either') return value.of.flatMap(listEnds);
  return value.kind === 'variable' && value.fallback ? [value, ...listEnds(value.fallback)] : [value];
}

function isTrue(options: TSESTree.Node, key: string): boolean {
  return (
    options.type === 'ObjectExpression' &&
    options.properties.some(
      (each) =>
        each.type === 'Property' &&
        keyOf(each) === key &&
        each.value.type === 'Literal' &&
        each.value.value === true,
    )
  );
}

type Construction = TSESTree.CallExpression | TSESTree.NewExpression;

const constructions = new WeakMap<ProgramModule, ReadonlyMap<string, Construction>>();

/** @returns the outermost call that begins there; a file is searched once */
function findConstruction(module: ProgramModule, line: number, column: number): Construction | undefined {
  let byPlace = constructions.get(module);
  if (!byPlace) constructions.set(module, (byPlace = listConstructions(module)));
  return byPlace.get(`${line}:${column}`);
}

function listConstructions({ ast }: ProgramModule): ReadonlyMap<string, Construction> {
  const byPlace = new Map<string, Construction>();
  visit(ast, (node) => {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return true;
    const { line, column } = node.loc.start;
    const place = `${line}:${column}`;
    if (!byPlace.has(place)) byPlace.set(place, node);
    return true;
  });
  return byPlace;
}
