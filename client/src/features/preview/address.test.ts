import { expect, it } from 'vitest';
import { seenAs } from './address';

it('an address is looked at as somebody else and as oneself again, and leads nowhere but here', () => {
  expect(seenAs('/organisasi/7?tanggal=2026-03-01#8/1/2', 'public')).toBe('/organisasi/7?tanggal=2026-03-01&preview=public#8/1/2');
  expect(seenAs('/organisasi/7?preview=coordinator%3A33', undefined)).toBe('/organisasi/7');
  expect(seenAs('/?preview=public', 'coordinator:33')).toBe('/?preview=coordinator%3A33');
  for (const elsewhere of ['https://example.org/x', '//example.org/x', 'javascript:alert(1)']) expect(seenAs(elsewhere, 'public')).toBe('/?preview=public');
});
