import { TextDocument } from 'vscode-languageserver-textdocument';
import { createWorkspaceLinter } from '../../eslint-config/workspace-linter.ts';
import { createNoticeLog } from '../notifications/notice-log.ts';
import { defaultSettings } from '../settings.ts';
import { createValidator } from './validator.ts';

const uri = 'file:///project/src/s3.ts';
const client = `import { S3Client } from '@aws-sdk/client-s3';
export const s3 = new S3Client({ region: 'us-east-1' });
`;

/** A validator whose linter tells when it begins, and waits before it gives its results. */
function createSlowValidator() {
  const document = TextDocument.create(uri, 'typescript', 1, client);
  const documents = new Map<string, TextDocument>([[uri, document]]);
  const linter = createWorkspaceLinter({
    getRoot: () => '/project',
    isTrusted: () => false,
    notice: () => undefined,
  });
  let lintedTexts = 0;
  let release: () => void = () => undefined;
  const gate = { isClosed: false };
  const validator = createValidator({
    documents,
    linter: {
      async lint(...args) {
        lintedTexts++;
        const result = await linter.lint(...args);
        if (gate.isClosed) await new Promise<void>((resolve) => (release = resolve));
        return result;
      },
    },
    roots: { getFirst: () => '/project' },
    settings: { getFor: () => defaultSettings, whenKnown: () => Promise.resolve() },
    client: { relatedInformation: false },
    log: createNoticeLog({ log: () => undefined }),
  });
  const validated: number[] = [];
  validator.onDidValidate(({ validation }) => validated.push(validation.version));
  return {
    validator,
    validated,
    gate,
    release: () => {
      release();
    },
    count: () => lintedTexts,
    validate: () => validator.validate(document),
    change(text: string) {
      TextDocument.update(document, [{ text }], document.version + 1);
    },
    close: () => documents.delete(uri),
  };
}

describe('createValidator', () => {
  it('drops a result when the text was changed while it was linted', async () => {
    const slow = createSlowValidator();
    slow.gate.isClosed = true;
    const first = slow.validate();
    await vi.waitFor(() => {
      expect(slow.count()).toBe(1);
    });
    slow.change(client.replace('us-east-1', 'eu-west-1'));
    slow.gate.isClosed = false;
    await vi.waitFor(async () => {
      slow.release();
      expect(await Promise.race([first, Promise.resolve('waiting')])).toBeUndefined();
    });
    expect(slow.validated).toEqual([]);
    expect((await slow.validate())?.version).toBe(2);
    expect(slow.validated).toEqual([2]);
  });

  it('drops a result when the document was closed, or the configuration changed', async () => {
    for (const disturb of ['close', 'invalidate'] as const) {
      const slow = createSlowValidator();
      slow.gate.isClosed = true;
      const result = slow.validate();
      await vi.waitFor(() => {
        expect(slow.count()).toBe(1);
      });
      if (disturb === 'close') slow.close();
      else slow.validator.invalidate();
      await vi.waitFor(async () => {
        slow.release();
        expect(await Promise.race([result, Promise.resolve('waiting')])).toBeUndefined();
      });
      expect(slow.validated).toEqual([]);
    }
  });

  it('lints a version once, and the last of a burst only', async () => {
    const slow = createSlowValidator();
    await Promise.all([slow.validate(), slow.validate()]);
    expect(slow.count()).toBe(1);
    const results = ['a', 'b', 'c'].map((name) => {
      slow.change(`// ${name}\n${client}`);
      return slow.validate();
    });
    expect((await Promise.all(results)).map((each) => each?.version)).toEqual([undefined, undefined, 4]);
    expect(slow.count()).toBe(2);
  });

  it('keeps findings where they belong while the text does not parse', async () => {
    const slow = createSlowValidator();
    const before = await slow.validate();
    slow.change(`const x = ;\n${client}`);
    const broken = await slow.validate();
    expect(before?.diagnostics.length).toBeGreaterThan(0);
    expect(broken?.diagnostics.map(({ range, code }) => [range.start.line, code])).toEqual(
      before?.diagnostics.map(({ range, code }) => [range.start.line + 1, code]),
    );
    expect(broken?.places).toEqual(before?.places.map((place) => ({ ...place, line: place.line + 1 })));
    slow.change('const y = 1;\n');
    expect((await slow.validate())?.diagnostics).toEqual([]);
  });
});
