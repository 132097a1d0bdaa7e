import assert from 'node:assert/strict';
import { findings, hasRule, open } from '../findings.ts';

describe('a window with two folders', () => {
  it('reports the regions of both', async () => {
    for (const [folder, region] of ['us-east-1', 'eu-west-1'].entries()) {
      const document = await open('src/upload.ts', folder);
      const found = await findings(document, hasRule('no-hardcoded-region'));
      assert.ok(found.every(({ message }) => message.includes(region)));
    }
  });
});
