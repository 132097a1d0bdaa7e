import type { RegionFormMatch } from '../../clouds/region-forms.ts';
import type { Account, DocumentFile } from './place.ts';
import { getChild, getText, type ScalarNode } from './tree.ts';
import type { WholeScalar } from './whole-scalar.ts';

/**
 * Whose account an ARN is of, or the registry of a host.
 *
 * @param match in `whole`
 * @returns undefined for forms that name no account
 */
export function getAccount(
  file: DocumentFile,
  node: ScalarNode,
  whole: WholeScalar,
  match: RegionFormMatch,
): Account | undefined {
  const found = findAccount(whole.text, match);
  if (!found) return undefined;
  const [start, end] = found;
  const written = node.text.slice(
    whole.toScalar(start),
    whole.toScalar(end - 1) + lengthAt(node, whole, end - 1),
  );
  const isCutOff = start === end && end === whole.text.length;
  return classify(file, isCutOff ? getNextText(node) : start === end ? '' : written);
}

/** How long in the scalar is what has one character in the whole: an interpolation is longer. */
function lengthAt(node: ScalarNode, whole: WholeScalar, offset: number): number {
  const next = offset + 1 >= whole.text.length ? node.text.length : whole.toScalar(offset + 1);
  return next - whole.toScalar(offset);
}

function findAccount(
  text: string,
  { form, start, end, regionStart, region }: RegionFormMatch,
): [number, number] | undefined {
  if (form === 'arn' && regionStart !== undefined) {
    const from = Math.min(regionStart + region.length + 1, text.length);
    const rest = /^[^:]*/.exec(text.slice(from))?.[0] ?? '';
    return [from, Math.min(from + rest.length, Math.max(end, from))];
  }
  if (form === 'host' && /\.dkr\.(?:ecr|ecr-fips)\./.test(text.slice(start, end))) {
    const dot = text.indexOf('.', start);
    return [start, dot];
  }
  // The address of a queue: https://sqs.us-east-1.amazonaws.com/123456789012/orders
  const queue = /^\/(\d{12}|x)\//.exec(text.slice(end, end + 14));
  if (form === 'host' && queue?.[1] && text.startsWith('sqs.', start))
    return [end + 1, end + 1 + queue[1].length];
  return undefined;
}

/** What follows a text that is cut off, where `Fn::Join` puts the pieces together. */
function getNextText(node: ScalarNode): string {
  const list = node.parent;
  if (list?.type !== 'list') return '';
  const next = list.items[Number(node.key) + 1];
  return getText(next) ?? getText(getChild(next, 'Ref')) ?? '';
}

const ownAccount =
  /AWS::AccountId|aws:accountId|aws_caller_identity\.(?:current|this|self|main|default|me|caller|identity|account|aws|example)\b|\bget_aws_account_id\b/;

function classify({ module }: DocumentFile, account: string): Account {
  if (account === '' || account === 'aws' || account === 'lambda') return 'none';
  if (account === '*') return 'any';
  if (/^\d{12}$/.test(account)) return 'written';
  if (ownAccount.test(account)) return 'own';
  const local = /^\$\{\s*local\.([\w-]+)\s*\}$/.exec(account)?.[1];
  if (local !== undefined && module?.ownAccountLocals.has(local)) return 'own';
  return 'variable';
}
