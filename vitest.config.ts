import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    include: ['{eslint-plugin,server,client}/src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/vscode/**', 'test/fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
