import { createScratchRepository, type ScratchRepository } from '../support/scratch-repository.ts';

/** A file with a client that is bound to a region. */
export function clientIn(region: string): string {
  return `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: '${region}' });
`;
}

/** Where the region of `clientIn` stands. */
export const regionRange = { start: { line: 1, character: 41 }, end: { line: 1, character: 52 } };

/** The client of `clientIn`. */
export const clientRange = { start: { line: 1, character: 18 }, end: { line: 1, character: 30 } };

/** An ESM project under git, with two files that hang on a region. */
export function createProject(files: Record<string, string> = {}): ScratchRepository {
  const repository = createScratchRepository();
  repository.git('init', '--quiet');
  repository.write({
    '.gitignore': 'dist\n',
    'package.json': '{ "type": "module" }\n',
    'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "strict": true } }\n',
    'src/a.ts': clientIn('us-east-1'),
    'src/b.ts': clientIn('eu-west-1'),
    'src/none.ts': 'export const answer = 42;\n',
    ...files,
  });
  return repository;
}
