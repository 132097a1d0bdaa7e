import {
  documentNames,
  findEmbeddedLanguage,
  findLanguage,
  languages,
} from 'eslint-plugin-multi-region/languages';

/** Whether a file name is that of JavaScript or TypeScript code; declarations (`.d.ts`) hold no code that runs. */
export function isSourceName(name: string): boolean {
  return isParsedHere(name) && !isDeclaration(name);
}

/** Whether a file may hold facts: it is of one of our languages, or a component that a parser of the project's reads. */
export function isLintableName(name: string): boolean {
  const isOurs = findLanguage(languages, name) ?? findEmbeddedLanguage(languages, name);
  return isOurs !== undefined && !isDeclaration(name);
}

/** Whether the embedded parser reads files of that name: JavaScript and TypeScript, declarations included. */
export function isParsedHere(name: string): boolean {
  return findLanguage(languages, name)?.id === 'ecmascript';
}

/** Whether the audit looks at a file: it may be linted, or it is a document. */
export function isAuditedName(name: string): boolean {
  return isLintableName(name) || isDocumentName(name);
}

/** Whether a file may be a template, a module of Terraform, a workflow or another file that says where code runs. */
export function isDocumentName(name: string): boolean {
  return findLanguage([documentNames], name) !== undefined && !isDataName(name);
}

/** Whether the name of a document says what it is: a module of Terraform, `serverless.yml`, a Dockerfile. */
export function isNamedDocument(name: string): boolean {
  return /(?:^|[/\\])(?:serverless[\w.-]*\.ya?ml|template\.(?:ya?ml|json)|(?:Docker|Container)file|samconfig\.toml|\.env)$|\.(?:tf|tofu|hcl)$/u.test(
    name,
  );
}

/** Files of package managers and editors hold versions and hashes, and nothing of regions. */
function isDataName(name: string): boolean {
  return /(?:^|[/\\])(?:package(?:-lock)?|npm-shrinkwrap|tsconfig[\w.-]*|composer|cdk\.context|pnpm-lock|renovate|manifest)\.(?:json|ya?ml)$/u.test(
    name,
  );
}

function isDeclaration(name: string): boolean {
  return /\.d\.[cm]?ts$/u.test(name);
}

/** Folders that hold other people's code or no code, wherever they are. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
