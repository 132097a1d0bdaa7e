import type { LanguageFiles } from '../language.ts';

/** What a document is for; each kind has its own table of roles. */
export type DocumentKind =
  | 'backend-config' // a file for terraform init -backend-config
  | 'cdk-json'
  | 'cloudformation' // and SAM
  | 'dockerfile'
  | 'dotenv'
  | 'ecs-task'
  | 'github-actions'
  | 'gitlab-ci'
  | 'helm-template'
  | 'helm-values'
  | 'kubernetes'
  | 'parameters' // of a CloudFormation stack
  | 'sam-config'
  | 'script' // shell and make
  | 'serverless'
  | 'terraform'
  | 'terraform-variables'
  | 'terragrunt';

/** How a document is written. */
export type DocumentFormat = 'dockerfile' | 'hcl' | 'lines' | 'yaml';

/**
 * The kinds that a path tells, with `/`; the first that matches counts. No kind: the file is none of ours.
 */
export const kindsByPath: readonly (readonly [
  path: RegExp,
  kind: DocumentKind | undefined,
  format: DocumentFormat,
])[] = [
  [/\.(?:tf|tofu)$/, 'terraform', 'hcl'],
  [/\.tf\.json$/, 'terraform', 'yaml'],
  [/\.tfvars$/, 'terraform-variables', 'hcl'],
  [/\.tfvars\.json$/, 'terraform-variables', 'yaml'],
  [/\.tfbackend$|(?:^|[/.-])backend(?:[._-][\w.-]*)?\.(?:hcl|conf|config)$/, 'backend-config', 'hcl'],
  [/\.pkr\.hcl$|\.nomad(?:\.hcl)?$|\.terraform\.lock\.hcl$/, undefined, 'hcl'],
  [/\.hcl$/, 'terragrunt', 'hcl'],
  [/(?:^|\/)\.github\/(?:workflows|actions)\/.*\.ya?ml$|(?:^|\/)action\.ya?ml$/, 'github-actions', 'yaml'],
  [/(?:^|[/.-])gitlab-ci[\w.-]*\.ya?ml$|(?:^|\/)\.gitlab\/.*\.ya?ml$/, 'gitlab-ci', 'yaml'],
  [/(?:^|\/)samconfig[\w.-]*\.toml$/, 'sam-config', 'lines'],
  [/(?:^|\/)samconfig[\w.-]*\.ya?ml$/, 'sam-config', 'yaml'],
  [/(?:^|\/)cdk\.json$/, 'cdk-json', 'yaml'],
  [/(?:^|\/)\.env(?:rc)?(?:\.[\w.-]+)?$|\.env$/, 'dotenv', 'lines'],
  [/(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.[Dd]ockerfile$/, 'dockerfile', 'dockerfile'],
  [/\.(?:sh|bash|zsh|mk)$|(?:^|\/)(?:GNUm|M|m)akefile(?:\.[\w.-]+)?$/, 'script', 'lines'],
  [/(?:^|\/)serverless[\w.-]*\.(?:ya?ml|json)$/, 'serverless', 'yaml'],
];

/** What the files of a format are called, and what ESLint calls the format. */
interface FormatNames {
  /** Globs for the base names of all files that may be documents. */
  files: readonly string[];
  /** The name of ESLint's language. */
  language: string;
  /** Globs for the files that the preset for ESLint lints: those that are hardly anything else. */
  linted: readonly string[];
}

/** How documents are written; read-document.ts has the readers, which nobody loads who only needs the names. */
export const formats: Readonly<Record<DocumentFormat, FormatNames>> = {
  hcl: {
    files: ['*.tf', '*.tofu', '*.tfvars', '*.tfbackend', '*.hcl'],
    language: 'hcl',
    linted: ['**/*.tf', '**/*.tofu', '**/*.tfvars', '**/*.hcl'],
  },
  yaml: {
    files: ['*.yml', '*.yaml', '*.json', '*.template', '*.tpl', '*.tftpl'],
    language: 'yaml',
    linted: [
      '**/serverless*.{yml,yaml}',
      '**/template*.{yml,yaml}',
      '**/*.{template,cfn}.{yml,yaml,json}',
      '**/*.template',
      '**/{cloudformation,cfn,templates,infrastructure,infra}/**/*.{yml,yaml}',
    ],
  },
  dockerfile: {
    files: ['Dockerfile', 'Dockerfile.*', '*.dockerfile', 'Containerfile'],
    language: 'dockerfile',
    linted: ['**/Dockerfile', '**/Dockerfile.*', '**/*.dockerfile'],
  },
  lines: {
    files: ['samconfig*.toml', '.env', '.env.*', '*.env', '*.sh', '*.bash', 'Makefile', '*.mk'],
    language: 'dotenv',
    linted: ['**/.env', '**/.env.*', '**/samconfig*.toml'],
  },
};

/**
 * The names by which documents are known. Many of them hold anything; the path and the text of a file tell whether it is
 * one that says something of regions.
 */
export const documentNames: LanguageFiles = {
  id: 'documents',
  name: 'infrastructure and settings',
  files: Object.values(formats).flatMap(({ files }) => files),
  embeddedIn: [],
  editorIds: {},
};
