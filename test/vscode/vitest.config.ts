import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    root: import.meta.dirname,
    include: ['ui/*.test.ts'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 300_000,
    retry: 1, // VS Code drops requests at times; Vitest marks what passed only then
    fileParallelism: false, // a VS Code each
  },
});
