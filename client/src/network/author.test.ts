import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../api/shapes';
import { choose } from '../words';
import { authorOf, holderOf } from './author';
import { me } from './state';

const nobody: Me = { audience: 'public', language: 'id' };
const [sari, rini, nameless] = ['steward-0123456789abcdef', 'account-0123456789abcdef', 'account-fedcba9876543210'];

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: sari, language: 'id' };
  vi.stubGlobal('fetch', async () => Response.json({ items: [{ account: rini, name: 'Rini' }, { account: nameless }] }));
});
afterEach(() => { vi.unstubAllGlobals(); me.value = nobody; });

it('an author is told by name where it is known, with her right where that is seen, and never by the id of an account', async () => {
  expect(authorOf(rini, 'coordinator')).toBe('koordinator wilayah');
  await vi.waitFor(() => expect(authorOf(rini)).toBe('Rini'));
  expect(authorOf(rini, 'coordinator')).toBe('Rini, koordinator wilayah');
  expect([sari, 'seed', 'erased', 'steward', 'public', nameless, 'account-1111111111111111'].map((author) => authorOf(author)))
    .toEqual(['Anda', 'data awal', 'akun yang sudah dihapus', 'pengelola data', 'seseorang tanpa akun', 'pengelola data', 'pengelola data']);
  expect([sari, rini, nameless].map(holderOf)).toEqual(['Anda', 'Rini', 'akun tanpa nama']);
});
