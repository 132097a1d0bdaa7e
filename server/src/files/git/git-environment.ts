import { devNull } from 'node:os';

/** Configuration that git is to have, whatever a repository says: nothing of it is run, nothing is asked for over the network. */
const settings: readonly (readonly [name: string, value: string])[] = [
  // Programs that a repository may name.
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', devNull],
  ['core.pager', 'cat'],
  ['core.editor', 'false'],
  ['core.askPass', ''],
  ['core.sshCommand', 'false'],
  ['core.gitProxy', ''],
  ['core.alternateRefsCommand', 'false'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['gpg.program', 'false'],
  ['gpg.ssh.program', 'false'],
  ['gpg.x509.program', 'false'],
  ['log.showSignature', 'false'],
  ['interactive.diffFilter', ''],
  // A folder of an ordinary clone may look like a repository, with a configuration of its own.
  ['safe.bareRepository', 'explicit'],
  // Other repositories are not looked into.
  ['diff.ignoreSubmodules', 'all'],
  ['submodule.recurse', 'false'],
  ['protocol.allow', 'never'],
  // The plain output, which is read.
  ['core.quotePath', 'false'],
  ['color.ui', 'false'],
];

/** Variables of git that are the user's own word on where repositories may be. */
const kept = new Set(['GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM']);

/** The same as options of git, which every version takes. */
export const safeOptions: readonly string[] = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The environment that git runs with. */
export function createGitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    // Inside a hook these point at the repository of the hook; others name programs.
    if (!name.toUpperCase().startsWith('GIT_') || kept.has(name)) env[name] = value;
  }
  return {
    ...env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ASKPASS: '',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_EDITOR: 'false',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_SSH_COMMAND: 'false',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C', // its warnings are read
    NoDefaultCurrentDirectoryInExePath: '1',
    PAGER: 'cat',
    SSH_ASKPASS: '',
  };
}
