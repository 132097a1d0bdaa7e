import type { CallNode, SourceCode } from './ast.ts';
import { getStaticString, type Node } from './ast.ts';
import { followObject } from './object-member.ts';
import { getConstantValue } from './variables.ts';

/** Hosts of vendors whose stores speak the protocol of S3. */
const storeHosts =
  /\.(?:r2\.cloudflarestorage\.com|digitaloceanspaces\.com|backblazeb2\.com|wasabisys\.com|storage\.supabase\.co|linodeobjects\.com|scw\.cloud|vultrobjects\.com|fly\.storage\.tigris\.dev|storage\.googleapis\.com)|(?:^|\/\/)(?:storage\.googleapis\.com|fly\.storage\.tigris\.dev|t3\.storage\.dev)/i;

/** Whether a client of S3 is for the store of another vendor: `region: 'auto'`, an endpoint of R2, Spaces or B2. */
export function isOtherStore(
  sourceCode: SourceCode,
  { arguments: [options] }: CallNode,
  service: string,
): boolean {
  if (service !== 's3' || !options) return false;
  const region = followObject(sourceCode, options, 'region');
  if (typeof region !== 'string' && getStaticString(getConstantValue(sourceCode, region)) === 'auto')
    return true;
  const endpoint = followObject(sourceCode, options, 'endpoint');
  return typeof endpoint !== 'string' && storeHosts.test(readText(sourceCode, endpoint));
}

/** The source of a text, so that the host of a template with a computed account is seen too. */
function readText(sourceCode: SourceCode, node: Node): string {
  const value = getConstantValue(sourceCode, node);
  return sourceCode.text.slice(value.range[0] + 1, value.range[1] - 1);
}
