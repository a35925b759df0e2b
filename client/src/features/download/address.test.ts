import { describe, expect, it } from 'vitest';
import { fileAddress, logAddress } from './address';

describe('the address of a file', () => {
  it('asks for everything where nothing is chosen', () => {
    expect(fileAddress('xlsx', { language: 'id' })).toBe('/api/exports/xlsx?language=id');
  });

  it('says the part, the day, and as whom it is looked at', () => {
    expect(fileAddress('csv', { region: '34.02', at: '2026-03-01', language: 'en', preview: 'public' })).toBe('/api/exports/csv?region=34.02&at=2026-03-01&language=en&preview=public');
  });

  it('takes those along who are tied to an organization', () => {
    expect(fileAddress('graphml', { organization: 'abc', language: 'id' })).toBe('/api/exports/graphml?organizations=abc&neighbours=true&language=id');
  });

  it('of the log says the region and as whom it is looked at', () => {
    expect(logAddress({ region: '34', language: 'id', preview: 'public' })).toBe('/api/changesets/log?region=34&language=id&preview=public');
  });
});
