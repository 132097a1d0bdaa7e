import type { CallNode } from './ast.ts';
import type { ClientSite } from '../../facts/client-site.ts';

/** A client's construction while the file is analysed: what is known of it, and its node. */
export interface FoundClient extends Pick<
  ClientSite,
  'className' | 'cloud' | 'module' | 'origin' | 'regions' | 'service' | 'sites' | 'variables'
> {
  /** `new S3Client({})`, or the call of what makes one: `BlobServiceClient.fromConnectionString(…)`. */
  node: CallNode;
}
