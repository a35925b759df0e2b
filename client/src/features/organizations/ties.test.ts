import { expect, it } from 'vitest';
import type { TieOnPage } from '../../api/shapes';
import { grouped } from './Ties';

const tie = (id: string, parts: Partial<TieOnPage>) => ({ id, status: 'confirmed', ...parts }) as TieOnPage;

it('groups ties by where they stand on the day of the page', () => {
  const ties = [tie('now', {}), tie('disputed', { status: 'disputed' }), tie('asked', { status: 'proposed', from: '2027-01-01' }), tie('soon', { from: '2026-04-01' }), tie('over', { until: '2025-12-31' }), tie('last day', { until: '2026-03-01' }), tie('ended', { status: 'ended' })];
  const groups = Object.entries(grouped(ties, '2026-03-01')).map(([name, found]) => [name, (found as TieOnPage[]).map((one) => one.id)]);
  expect(Object.fromEntries(groups)).toEqual({ current: ['now', 'disputed', 'last day'], proposed: ['asked'], later: ['soon'], ended: ['over', 'ended'] });
});
