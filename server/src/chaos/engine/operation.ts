/**
 * What to call the operation of a request: the target of the JSON protocols, the operation in the path of CBOR, or
 * the method and the path.
 *
 * @param region left out of the path, so that the same call to two regions has the same name
 */
export function nameOperation(method: string, url: string, target: string, region: string): string {
  if (target !== '') return target.slice(target.lastIndexOf('.') + 1);
  const [path = ''] = url.split('?');
  const [, cbor] = /\/operation\/(\w+)$/u.exec(path) ?? [];
  return cbor ?? `${method} ${path.replaceAll(region, '*')}`;
}
