import type { TSESTree } from '@typescript-eslint/utils';
import type { ClientSite } from '../../facts/client-site.ts';

/** A client's construction while the file is analysed: what is known of it, and its node. */
export interface FoundClient extends Pick<
  ClientSite,
  'className' | 'cloud' | 'module' | 'origin' | 'regions' | 'service' | 'sites' | 'variables'
> {
  node: TSESTree.NewExpression;
}
