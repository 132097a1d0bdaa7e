import { findAncestor, getKeyName, isFunction, type Node } from '../languages/ecmascript/ast.ts';
import { getControlPlane } from '../clouds/aws/control-planes.ts';
import { createRule } from '../create-rule.ts';
import { visitFacts } from '../reporting/region-sites.ts';

export default createRule<'controlPlane'>({
  name: 'no-control-plane-failover',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow failover code that depends on the control plane of one region',
      strict: 'warn',
    },
    schema: [],
    messages: {
      controlPlane:
        '{{operation}} goes to the control plane of {{service}} in {{region}}; when {{region}} is down, this failover does not happen.',
    },
  },
  create(context) {
    return visitFacts(context, ({ operationSites }) => {
      for (const { node, service, operation } of operationSites) {
        const plane = getControlPlane(service, operation);
        if (!plane || !isFailoverCode(node, operation)) continue;
        context.report({
          node,
          messageId: 'controlPlane',
          data: { operation, service: plane.name, region: plane.region },
        });
      }
    });
  },
});

const failoverNames =
  /fail_?over|fall_?back|evacuat|switch_?(?:over|region|traffic)|(?:move|shift|redirect)_?traffic|promote|disaster/i;
/** What shifts traffic; other changes in a catch clause, such as updating what is already there, are no failover. */
const trafficOperations =
  /^(?:ChangeResourceRecordSets|Update(?:HealthCheck|Distribution|Accelerator|Listener|EndpointGroup|RoutingControlStates?))$/;

/** In a function whose name speaks of failing over, or a shift of traffic in a catch clause. */
function isFailoverCode(node: Node, operation: string): boolean {
  const shiftsTraffic = trafficOperations.test(operation);
  const isFailover = (outer: Node): boolean =>
    (shiftsTraffic && outer.type === 'CatchClause') ||
    (isFunction(outer) && failoverNames.test(getFunctionName(outer)));
  return findAncestor(node, isFailover) !== undefined;
}

function getFunctionName(node: Node): string {
  if (node.type === 'FunctionDeclaration' && node.id) return node.id.name;
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return getKeyName(parent.left) ?? '';
  const isMember =
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'PropertyDefinition';
  return isMember && parent.key.type === 'Identifier' ? parent.key.name : '';
}
