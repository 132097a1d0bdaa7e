import type { LanguageFiles } from '../language.ts';

/**
 * The names by which documents are known. Many of them hold anything; the path and the text of a file tell whether it is
 * one that says something of regions.
 */
export const documentNames: LanguageFiles = {
  id: 'documents',
  name: 'infrastructure and settings',
  files: [
    '*.tf',
    '*.tofu',
    '*.tfvars',
    '*.tfbackend',
    '*.hcl',
    '*.yml',
    '*.yaml',
    '*.json',
    '*.template',
    '*.tpl',
    '*.tftpl',
    'samconfig*.toml',
    '.env',
    '.env.*',
    '*.env',
    'Dockerfile',
    'Dockerfile.*',
    '*.dockerfile',
    'Containerfile',
    '*.sh',
    '*.bash',
    'Makefile',
    '*.mk',
  ],
  embeddedIn: [],
  editorIds: {},
};
