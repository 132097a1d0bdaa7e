import { getControlPlane } from '../clouds/aws/control-planes.ts';
import { createRule } from '../create-rule.ts';
import type { OperationSite } from '../facts/operation-site.ts';

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
    return ({ operationSites }) => {
      for (const site of operationSites) {
        const plane = getControlPlane(site.service, site.operation);
        if (!plane || !isFailoverCode(site)) continue;
        context.report({
          loc: site.loc,
          messageId: 'controlPlane',
          data: { operation: site.operation, service: plane.name, region: plane.region },
        });
      }
    };
  },
});

const failoverNames =
  /fail_?over|fall_?back|evacuat|switch_?(?:over|region|traffic)|(?:move|shift|redirect)_?traffic|promote|disaster/i;
/** What shifts traffic; other changes in a catch clause, such as updating what is already there, are no failover. */
const trafficOperations =
  /^(?:ChangeResourceRecordSets|Update(?:HealthCheck|Distribution|Accelerator|Listener|EndpointGroup|RoutingControlStates?))$/;

/** In a function whose name speaks of failing over, or a shift of traffic in a catch clause. */
function isFailoverCode({ functionNames, isInCatch, operation }: OperationSite): boolean {
  return (
    (isInCatch && trafficOperations.test(operation)) || functionNames.some((name) => failoverNames.test(name))
  );
}
