// Parts of a repository may have settings of their own, and shards see parts of it: whatever the order and the
// grouping, the outcome is the same.

/** A service is critical when anyone says so; undefined when nobody says anything. */
export function combineCritical(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(false) ? false : undefined;
}

/** The plan that all agree on; otherwise all of them, sorted; undefined when there is none. */
export function combinePlans(values: readonly (string | undefined)[]): string | undefined {
  const plans = [...new Set(values.flatMap((plan) => plan ?? []))];
  if (plans.length <= 1) return plans[0];
  return [...new Set(plans.flatMap((plan) => plan.split(separator)))].sort().join(separator);
}

const separator = '; ';
