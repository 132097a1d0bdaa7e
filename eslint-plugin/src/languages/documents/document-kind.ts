import { type DocumentFormat, type DocumentKind, kindsByPath } from './document-names.ts';

/** Names of which the content decides what they are. */
const documents = /\.(?:ya?ml|json|template|cfn|cform)$/;
/** Data and settings of tools, which hold regions by the thousand. */
const data =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[\w.-]*|cdk\.context|manifest|tree|pnpm-lock|npm-shrinkwrap|renovate)\.(?:json|ya?ml)$|\.(?:postman_collection|assets|snap|lock)\.json$|\.(?:map|geojson)$/;

const cloudFormation =
  /AWSTemplateFormatVersion|Transform["']?\s*:\s*["']?AWS::|["']?Type["']?\s*:\s*["']?(?:AWS|Custom)::\w/;
const service = /^service\s*:/m;
const provider = /^provider\s*:/m;
const kubernetes = /^["']?apiVersion["']?\s*:/m;
const kubernetesKind = /^["']?kind["']?\s*:/m;

/** A document, as its path and text tell. */
export interface DocumentType {
  kind: DocumentKind;
  format: DocumentFormat;
}

/**
 * What a file is, if it is a document that may say something of regions.
 *
 * @param path with `/`
 * @param text the file
 * @returns undefined for any other file, and for documents that are mere data
 */
export function getDocumentType(path: string, text: string): DocumentType | undefined {
  // A template is judged as what it becomes.
  const name = path.replace(/\.(?:tpl|tftpl|tmpl|j2)$/, '');
  const named = kindsByPath.find(([pattern]) => pattern.test(name));
  if (named) return named[1] && { kind: named[1], format: named[2] };
  if (!documents.test(name) || data.test(name)) return undefined;
  const kind = getKindOfContent(name, text);
  return kind && { kind, format: 'yaml' };
}

/** A service, and a provider behind it. Two searches, for one expression would look for a provider behind every service. */
function isServerless(text: string): boolean {
  const start = service.exec(text)?.index;
  return start !== undefined && provider.test(text.slice(start));
}

function getKindOfContent(name: string, text: string): DocumentKind | undefined {
  const isJson = name.endsWith('.json');
  if (!isJson && /(?:^|\/)templates\//.test(name) && text.includes('{{')) return 'helm-template';
  if (cloudFormation.test(text)) return 'cloudformation';
  if (isJson) {
    if (/"containerDefinitions"\s*:/.test(text)) return 'ecs-task';
    return /"ParameterKey"\s*:/.test(text) ? 'parameters' : undefined;
  }
  if (isServerless(text)) return 'serverless';
  if (kubernetes.test(text) && kubernetesKind.test(text)) return 'kubernetes';
  if (/(?:^|\/)kustomization\.ya?ml$/.test(name)) return 'kubernetes';
  if (/(?:^|[/.-])values[\w.-]*\.ya?ml$/.test(name)) return 'helm-values';
  return undefined;
}
