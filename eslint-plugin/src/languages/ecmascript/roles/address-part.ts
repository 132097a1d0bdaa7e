import type { Node, SourceCode } from '../ast.ts';

const addresses =
  /arn:aws|\.amazonaws\.com|\bcom\.amazonaws\.|\.api\.aws|\.on\.aws|\.(?:dynamodb|ecr|execute-api|kms|lambda|s3|secretsmanager|sns|sqs|sts)[.-]\$\{|googleapis\.com|cloudfunctions\.net|pkg\.dev|(?:^|[`'"/])(?:locations|regions|zones)\//;

/** Whether a template or a sum is an ARN, a host or a resource path: `arn:aws:sqs:${region}:…`. */
export function isPartOfAddress(sourceCode: SourceCode, node: Node): boolean {
  return addresses.test(sourceCode.text.slice(...node.range));
}
