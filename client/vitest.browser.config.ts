import { defineConfig } from 'vitest/config';

/** The browser tests: a real Chromium on the real server with the demonstration network. One file after another, since they share both. */
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], globalSetup: 'e2e/everything.ts', fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000, retry: 0 },
});
