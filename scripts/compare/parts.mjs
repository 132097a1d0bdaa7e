/** What is compared, and what a build is asked for it. */
export const parts = ['findings', 'services', 'impact', 'edits'];

/** The arguments of the command, without the folder. */
export const commands = {
  findings: ['audit', '--format', 'json', '--no-cache', '--quiet'],
  services: ['audit', '--format', 'json', '--no-cache', '--quiet'],
  impact: ['audit', '--format', 'json', '--no-cache', '--quiet', '--region', 'us-east-1'],
  edits: ['fix', '--dry-run', '--quiet'],
};
