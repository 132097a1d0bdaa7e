import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as client from '../../client/src/messages.ts';
import * as server from '../../server/src/lsp/messages.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

describe('the messages of our own', () => {
  it('have the same names at both ends', () => {
    const atServer = Object.entries(server);
    expect(atServer.length).toBeGreaterThan(4);
    // The client does not send all commands by itself.
    for (const [name, value] of Object.entries(client)) expect(atServer).toContainEqual([name, value]);
  });

  it('have the same types at both ends', () => {
    // The compiler compares them.
    const same: [
      Same<server.ServerStatus, client.ServerStatus>,
      Same<server.TrustParams, client.TrustParams>,
      Same<server.InitializationOptions, client.InitializationOptions>,
      Same<server.RegionCount, client.RegionCount>,
    ] = [true, true, true, true];
    expect(same).toHaveLength(4);
  });

  it('are the settings that the editor shows', async () => {
    const { defaultSettings } = await import('../../server/src/lsp/settings.ts');
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> } };
    };
    const { properties } = manifest.contributes.configuration;
    const flat = {
      enable: defaultSettings.enable,
      run: defaultSettings.run,
      'diagnostics.scope': defaultSettings.diagnostics.scope,
      'hover.enable': defaultSettings.hover.enable,
      'codeLens.enable': defaultSettings.codeLens.enable,
      maxFileSize: defaultSettings.maxFileSize,
      'rules.customizations': defaultSettings.rules.customizations,
      ignoredRegions: defaultSettings.ignoredRegions,
    };
    for (const [name, value] of Object.entries(flat)) {
      expect([name, properties[`multiRegion.${name}`]?.default]).toEqual([name, value]);
    }
  });
});
