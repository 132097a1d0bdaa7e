// The import directions of docs/development/architecture.md; `npm run lint` checks them.

/**
 * For each room, the rooms of its package that it may use. A room is a folder of a package's `src`; a file that stands
 * directly in `src` is a room of its own. Rooms that are not named here may use all.
 */
const rooms = {
  'eslint-plugin': {
    'count-until.ts': [],
    'remember.ts': [],
    'glob.ts': [],
    'file-kind.ts': ['glob.ts', 'remember.ts'],
    clouds: [],
    'settings.ts': ['clouds'],
    facts: ['clouds', 'remember.ts'],
    languages: ['clouds', 'count-until.ts', 'facts', 'file-kind.ts', 'glob.ts', 'remember.ts', 'settings.ts'],
    'create-rule.ts': ['facts', 'languages', 'remember.ts'],
    'edits.ts': ['languages'],
    reporting: ['clouds', 'create-rule.ts', 'facts', 'languages', 'remember.ts'],
    rules: ['clouds', 'create-rule.ts', 'facts', 'languages', 'reporting'],
  },
  // What the server does is apart from how it is asked: none of these knows of protocol and command line.
  server: {
    printing: [],
    files: [],
    parse: ['files'],
    lint: ['parse', 'files'],
    project: ['parse', 'files', 'lint'],
    'eslint-config': ['parse', 'files', 'lint', 'project'],
    program: ['parse'],
    'region-module': ['parse', 'files', 'lint', 'project'],
    fixes: ['parse', 'files', 'lint', 'eslint-config', 'project', 'region-module'],
    audit: ['printing', 'parse', 'files', 'lint', 'eslint-config', 'project', 'program', 'chaos'],
    'mass-fix': [
      ...[
        'printing',
        'files',
        'parse',
        'lint',
        'eslint-config',
        'project',
        'region-module',
        'fixes',
        'audit',
      ],
    ],
    chaos: ['printing', 'files'],
    init: ['parse', 'files', 'lint', 'eslint-config'],
  },
};

const directions = Object.entries(rooms).flatMap(([home, allowed]) =>
  Object.entries(allowed).map(([room, others]) => ({
    name: `${home}/${room} uses ${others.length > 0 ? `only ${others.join(', ')}` : 'no other room'}`,
    severity: 'error',
    from: { path: `^${home}/src/${pattern(room)}`, pathNot: '\\.test\\.ts$|/testing/' },
    to: {
      path: `^${home}/src/`,
      pathNot: [room, ...others].map((each) => `^${home}/src/${pattern(each)}`),
    },
  })),
);

/** A folder's files, or the one file. */
function pattern(room) {
  return room.endsWith('.ts') ? `${room.replaceAll('.', '\\.')}$` : `${room}/`;
}

/** The parts that the product is made of: tests may import what they like. */
const code = (path) => ({ path, pathNot: '\\.test\\.ts$|/testing/' });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      from: code('^(client|server|eslint-plugin)/src/'),
      to: { circular: true },
    },
    {
      name: 'all imports are there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    ...['client', 'server', 'eslint-plugin'].map((home) => ({
      name: `${home} keeps to itself`,
      severity: 'error',
      from: code(`^${home}/src/`),
      to: { path: '^(client|server|eslint-plugin)/src/', pathNot: `^${home}/src/` },
    })),
    {
      name: 'the client starts the server, it does not import it',
      severity: 'error',
      from: code('^client/src/'),
      to: { path: '^(server|eslint-plugin)/|(^|/)node_modules/(multi-region|eslint-plugin-multi-region)/' },
    },
    {
      name: 'lsp knows of no command line',
      severity: 'error',
      from: code('^server/src/lsp/'),
      to: { path: '^server/src/cli/' },
    },
    {
      // The language for documents reads the other files of a Terraform module, with what is part of Node; esbuild.mjs
      // puts the parser of YAML into the published file.
      name: 'the plugin has no run-time dependency',
      severity: 'error',
      from: {
        ...code('^eslint-plugin/src/'),
        pathNot: '\\.test\\.ts$|/testing/|languages/documents/(eslint-language|yaml-parser)\\.ts$',
      },
      to: { pathNot: '^eslint-plugin/src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'types of the plugin come from eslint and @typescript-eslint/utils',
      severity: 'error',
      from: code('^eslint-plugin/src/'),
      to: {
        dependencyTypes: ['type-only'],
        pathNot: '^eslint-plugin/src/|node_modules/(eslint|@typescript-eslint/utils)/',
      },
    },
    ...directions,
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    tsPreCompilationDeps: true, // types, too
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
