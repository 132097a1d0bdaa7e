import { defaultSettings, readSettings } from './settings.ts';

describe('readSettings', () => {
  it.each([undefined, null, 42, 'x', [], {}, { run: 1, hover: null, maxFileSize: -1 }])(
    'takes %j for the defaults',
    (value) => {
      expect(readSettings(value)).toEqual(defaultSettings);
    },
  );

  it('reads each of them', () => {
    const all = {
      enable: false,
      run: 'onSave',
      diagnostics: { scope: 'workspace' },
      hover: { enable: false },
      codeLens: { enable: false },
      maxFileSize: 5,
      rules: { customizations: [{ rule: 'no-*', severity: 'warn' }] },
      ignoredRegions: ['us-east-1'],
    };
    expect(readSettings(all)).toEqual(all);
  });
});
