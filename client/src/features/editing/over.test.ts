import { expect, it } from 'vitest';
import { mayBeOver, overOn } from './OverForm';

it('an organization that is there no more is retired, and a tie holds until its last day', () => {
  expect(overOn('organization', { id: 'a', name: 'Kelompok' }, '2026-01-31')).toEqual({ id: 'a', name: 'Kelompok', retired: '2026-01-31' });
  expect(overOn('tie', { id: 't', valid: { from: '2020-01-01' } }, '2026-01-31')).toEqual({ id: 't', valid: { from: '2020-01-01', until: '2026-01-31' } });
  expect((['organization', 'tie', 'need', 'term'] as const).map(mayBeOver)).toEqual([true, true, false, false]);
});
