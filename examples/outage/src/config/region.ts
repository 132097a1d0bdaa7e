/** The region that this deployment runs in. Throws at start when the variable is missing, instead of guessing. */
export function deploymentRegion(): string {
  const region = process.env.AWS_REGION;
  if (!region) throw new Error('AWS_REGION is not set. Set it to the region of this deployment.');
  return region;
}
