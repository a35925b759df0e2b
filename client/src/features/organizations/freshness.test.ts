import { describe, expect, it } from 'vitest';
import type { OrganizationPage } from '../../api/shapes';
import { freshnessOf, sourcesOf } from './freshness';

const now = new Date('2026-03-01T08:00:00Z').getTime();
const page = (parts: object) => ({ at: '', units: [], places: [], services: [], ties: [], ...parts }) as unknown as OrganizationPage;

describe('what a page rests on', () => {
  it('is old after a year without a check, and never checked without a day', () => {
    expect([undefined, '2025-02-27', '2025-03-03', '2026-02-28'].map((d) => freshnessOf(d, now))).toEqual(['never', 'old', 'fresh', 'fresh']);
  });

  it('is told source by source with what rests on it, the latest check, and only a safe address', () => {
    const report = (lastVerified?: string) => ({ provenance: { source: 'Laporan 2025', sourceUrl: 'https://contoh.test/laporan', ...(lastVerified ? { lastVerified } : {}) } });
    const found = sourcesOf(page({ organization: report('2025-01-02'), ties: [report('2026-01-02'), report()], units: [{ provenance: { source: 'Kunjungan', sourceUrl: 'javascript:alert(1)' } }] }));
    expect(found).toEqual([
      { source: 'Laporan 2025', url: 'https://contoh.test/laporan', lastVerified: '2026-01-02', carries: [['organization', 1], ['tie', 2]] },
      { source: 'Kunjungan', carries: [['unit', 1]] },
    ]);
  });
});
