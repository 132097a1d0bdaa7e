import { dirname, join } from 'node:path';
import { exists, isFile } from '../files/folders.ts';
import { findText } from '../files/read-text.ts';
import type { ServiceSettings } from '../lint/file-linter.ts';

type Services = Record<string, ServiceSettings>;

/**
 * Reads `settings['multi-region'].services` from the ESLint config of a folder, without running it: what is
 * written out in the file counts, what it imports or computes does not.
 *
 * @param folder absolute; its config is in it or, up to the root of the repository, above it
 * @returns empty when there is nothing that can be read
 */
export async function readServiceSettings(folder: string): Promise<Services> {
  const file = findConfig(folder);
  const text = file === undefined ? '' : (findText(file) ?? '');
  // Most configs say nothing of it, and need not be parsed.
  if (file === undefined || !text.includes('multi-region') || !text.includes('services')) return {};
  const { createOxc } = await import('../parse/oxc.ts');
  const { program } = createOxc().parse(file, text);
  if (!program) return {};

  const nodes = listNodes(program);
  const constants = new Map(
    nodes.flatMap(({ type, id, init }) =>
      type === 'VariableDeclarator' && isNode(id) && isNode(init) ? [[id.name, init] as const] : [],
    ),
  );
  const resolve = (value: unknown): Node | undefined => {
    const node = unwrap(value);
    return node?.type === 'Identifier' ? unwrap(constants.get(node.name)) : node;
  };

  const services: Services = {};
  for (const { type, key, value } of nodes) {
    if (type !== 'Property' || getName(key) !== 'settings') continue;
    const settings = getMember(resolve(value), 'multi-region', resolve);
    for (const [service, entry] of listMembers(getMember(settings, 'services', resolve))) {
      const critical = getMember(resolve(entry), 'critical', resolve)?.value;
      const failover = getMember(resolve(entry), 'failover', resolve)?.value;
      services[service] = {
        ...services[service],
        ...(typeof critical === 'boolean' ? { critical } : {}),
        ...(typeof failover === 'string' ? { failover } : {}),
      };
    }
  }
  return services;
}

const configNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

function findConfig(folder: string): string | undefined {
  const found = configNames.map((name) => join(folder, name)).find(isFile);
  if (found !== undefined) return found;
  const parent = dirname(folder);
  return parent === folder || exists(join(folder, '.git')) ? undefined : findConfig(parent);
}

/** Any node of a tree, as far as it is looked at here. */
interface Node {
  type: string;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function listNodes(program: object): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isNode(value)) nodes.push(value);
    // From the end, so that they come out in the order of the file: what comes later wins.
    if (typeof value === 'object' && value !== null)
      waiting.push(...Object.values(value as Record<string, unknown>).reverse());
  }
  return nodes;
}

/** `{ … } as const`, `{ … } satisfies T` -> `{ … }` */
function unwrap(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined;
  return /^TS(?:As|Satisfies|NonNull)Expression$/u.test(value.type) ? unwrap(value.expression) : value;
}

function listMembers(node: Node | undefined): [name: string, value: unknown][] {
  if (node?.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return [];
  return node.properties.flatMap((property: unknown): [string, unknown][] => {
    if (!isNode(property) || property.type !== 'Property' || property.computed === true) return [];
    const name = getName(property.key);
    return name === undefined ? [] : [[name, property.value]];
  });
}

function getMember(
  node: Node | undefined,
  name: string,
  resolve: (value: unknown) => Node | undefined,
): Node | undefined {
  return resolve(listMembers(node).findLast(([each]) => each === name)?.[1]);
}

function getName(key: unknown): string | undefined {
  if (!isNode(key)) return undefined;
  const name = key.type === 'Identifier' ? key.name : key.value;
  return typeof name === 'string' ? name : undefined;
}
