import { describe, expect, it } from 'vitest';
import type { OrganizationPage } from '../../api/shapes';
import { freshnessOf, sourcesOf } from './freshness';

const page = (parts: object) => ({ at: '', units: [], places: [], services: [], ties: [], ...parts }) as unknown as OrganizationPage;

describe('what a page rests on', () => {
  it('is unverified whatever day stands there, old after a year without a check, and never checked without a day', () => {
    expect([{}, { lastVerified: '2025-02-28' }, { lastVerified: '2025-03-01' }, { lastVerified: '2026-02-28' }, { lastVerified: '2026-02-28', unverified: true }].map((p) => freshnessOf(p, '2026-03-01')))
      .toEqual(['never', 'old', 'fresh', 'fresh', 'unverified']);
  });

  it('is told source by source with what rests on it, and only a safe address', () => {
    const report = (lastVerified?: string) => ({ provenance: { source: 'Laporan 2025', sourceUrl: 'https://contoh.test/laporan', ...(lastVerified ? { lastVerified } : {}) } });
    const found = sourcesOf(page({ organization: report('2025-01-02'), ties: [report('2026-01-02'), report()], units: [{ provenance: { source: 'Kunjungan', sourceUrl: 'javascript:alert(1)' } }] }));
    expect(found).toEqual([
      { source: 'Laporan 2025', url: 'https://contoh.test/laporan', carries: [['organization', 1], ['tie', 2]] },
      { source: 'Kunjungan', carries: [['unit', 1]] },
    ]);
  });

  it('is an example only when nothing else rests on it', () => {
    const [made, real] = [{ provenance: { source: 'Karangan', example: true } }, { provenance: { source: 'Karangan' } }];
    expect(sourcesOf(page({ organization: made, ties: [made] }))[0]?.example).toBe(true);
    expect(sourcesOf(page({ organization: made, ties: [real, made] }))[0]?.example).toBeUndefined();
    expect(sourcesOf(page({ organization: real, ties: [made] }))[0]?.example).toBeUndefined();
  });
});
