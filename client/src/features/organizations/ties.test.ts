import { expect, it } from 'vitest';
import type { TieOnPage } from '../../api/shapes';
import { choose } from '../../words';
import { grouped, tiesSaid } from './Ties';

const tie = (id: string, parts: Partial<TieOnPage>) => ({ id, status: 'confirmed', ...parts }) as TieOnPage;

it('groups ties by where they stand on the day of the page', () => {
  const ties = [tie('now', {}), tie('disputed', { status: 'disputed' }), tie('asked', { status: 'proposed', from: '2027-01-01' }), tie('soon', { from: '2026-04-01' }), tie('over', { until: '2025-12-31' }), tie('last day', { until: '2026-03-01' }), tie('ended', { status: 'ended' })];
  const groups = Object.entries(grouped(ties, '2026-03-01')).map(([name, found]) => [name, (found as TieOnPage[]).map((one) => one.id)]);
  expect(Object.fromEntries(groups)).toEqual({ current: ['now', 'last day'], disputed: ['disputed'], proposed: ['asked'], later: ['soon'], ended: ['over', 'ended'] });
});

it('says in one sentence how many stand how, and nothing of what there is none', () => {
  const groups = grouped([tie('now', {}), tie('also', {}), tie('asked', { status: 'proposed' })], '2026-03-01');
  choose('id');
  expect(tiesSaid('Melati', groups)).toBe('Hubungan Melati: 2 berjalan dan 1 diusulkan.');
  choose('en');
  expect(tiesSaid('Melati', groups)).toBe('Ties of Melati: 2 in force and 1 proposed.');
});
