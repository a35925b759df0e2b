import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(tsx?|css)$/.test(f));

it('keeps every file of the pages under 350 lines', () => {
  const long = files.filter((f) => readFileSync(join(root, f), 'utf8').split('\n').length > 350);
  expect(long).toEqual([]);
});

it('asks nothing from another site', () => {
  const foreign = files.filter((f) => !f.endsWith('.test.ts') && /fetch\(['"`]https?:|url\(['"]?https?:|src=["']https?:/.test(readFileSync(join(root, f), 'utf8')));
  expect(foreign).toEqual([]);
});
