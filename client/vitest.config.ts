import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What a test leaves behind for the next file of its process: the page, stand-ins, the clock. */
const leaves = /\bvi\.|\b(document|window|localStorage|sessionStorage|indexedDB)\b/;

const files = readdirSync(join(import.meta.dirname, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.test\.tsx?$/.test(file)).map((file) => `src/${file.replaceAll('\\', '/')}`);
const alone = files.filter((file) => file.endsWith('.tsx') || leaves.test(readFileSync(join(import.meta.dirname, file), 'utf8')));

/** Files of pure functions share a process and a page; a page of its own for each of them took four fifths of the time of all tests. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', environment: 'happy-dom', include: files.filter((file) => !alone.includes(file)), isolate: false, setupFiles: ['src/words/both.ts'] } },
      { test: { name: 'alone', environment: 'happy-dom', include: alone, setupFiles: ['src/words/both.ts'] } },
    ],
  },
});
