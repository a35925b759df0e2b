import { defineConfig } from 'vitest/config';
import { workers } from './e2e/everything';

/** The browser tests: a real Chromium on the real server with the demonstration network. As many files at once as there are servers; each has one to itself. What is polled for has as long as Playwright gives what it waits for: a second, the usual, is too short for a map drawn in software on a busy machine. */
export default defineConfig({
  test: { include: ['e2e/**/*.test.ts'], globalSetup: 'e2e/everything.ts', pool: 'forks', maxWorkers: workers, testTimeout: 60_000, hookTimeout: 120_000, retry: 0, expect: { poll: { timeout: 20_000 } } },
});
