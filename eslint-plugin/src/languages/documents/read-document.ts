import type { DocumentFormat } from './document-names.ts';
import { readHcl } from './hcl/read-hcl.ts';
import { readAssignments, readDockerfile } from './read-lines.ts';
import { readYaml } from './read-yaml.ts';
import type { DocumentTree } from './tree.ts';

/** Reads a document of any format. It never fails. */
export function readDocument(text: string, format: DocumentFormat): DocumentTree {
  switch (format) {
    case 'dockerfile':
      return readDockerfile(text);
    case 'hcl':
      return readHcl(text);
    case 'lines':
      return readAssignments(text);
    case 'yaml':
      return readYaml(text);
  }
}
