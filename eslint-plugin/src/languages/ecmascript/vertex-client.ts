import type { CallNode, SourceCode } from './ast.ts';
import { followObject } from './object-member.ts';

/**
 * Whether a client of Google's Gen AI SDK goes to Vertex AI: `new GoogleGenAI({ vertexai: true, location })`. With a key
 * alone it goes to the Gemini API, which has no region.
 */
export function isVertexClient(sourceCode: SourceCode, { arguments: [options] }: CallNode): boolean {
  if (!options) return false;
  const flag = followObject(sourceCode, options, 'vertexai');
  if (typeof flag !== 'string') return flag.type !== 'Literal' || flag.value === true;
  const location = followObject(sourceCode, options, 'location');
  return typeof location !== 'string';
}
