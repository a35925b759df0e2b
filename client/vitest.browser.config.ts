import { defineConfig } from 'vitest/config';
import { workers } from './e2e/everything';

/** The browser tests: a real Chromium on the real server with the demonstration network. As many files at once as there are servers; each has one to itself. */
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], globalSetup: 'e2e/everything.ts', pool: 'forks', maxWorkers: workers, testTimeout: 60_000, hookTimeout: 120_000, retry: 0 },
});
