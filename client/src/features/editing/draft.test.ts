import { describe, expect, it } from 'vitest';
import { bodyOf, differences, isChanged, merged, placeIn } from './draft';

describe('a draft', () => {
  it('is sent without what is empty and without what the server derives', () => {
    const draft = { id: '7', name: ' Yasanti ', acronym: '', issues: [], mediates: false, founded: 0, valid: { from: '', until: '' }, family: 'civil_society', version: 3, labels: {} };
    expect(bodyOf(draft, ' visit ')).toEqual({ id: '7', name: 'Yasanti', founded: 0, reason: 'visit' });
  });

  it('gives back exactly as it came what nobody touched, even what it would leave out of something new', () => {
    const stored = { name: 'Yasanti', supply: {}, members: { women: 3 }, note: ' two  spaces ' };
    expect(bodyOf({ ...stored, supply: { product: '' }, members: { women: 4, date: '' } }, '', stored)).toEqual({ ...stored, members: { women: 4 } });
    expect(bodyOf({ supply: {}, areas: [{}] }, '')).toEqual({});
  });

  it('proposes what the other one wrote where this one changed nothing', () => {
    const base = { name: 'A', purpose: 'p', region: '33' };
    expect(differences(base, { ...base, name: 'B' }, { ...base, name: 'C', purpose: 'q' })).toEqual([{ field: 'name', keep: 'mine', lists: false }, { field: 'purpose', keep: 'theirs', lists: false }]);
  });

  it('keeps both changes when they do not meet', () => {
    expect(merged({ name: 'B', purpose: 'p' }, { name: 'A', purpose: 'q', version: 2 }, [{ field: 'name', keep: 'mine' }])).toEqual({ name: 'B', purpose: 'q', version: 2 });
  });

  it('is sent without rows that were begun and left empty, and with the regions of the others', () => {
    const areas = [{ region: '33.74', withSubregions: false, valid: { from: '', until: '' } }, { region: '', withSubregions: false }, { region: '34', withSubregions: true }];
    expect(bodyOf({ areas }, '')).toEqual({ areas: [{ region: '33.74' }, { region: '34', withSubregions: true }] });
  });

  it('finds the row again that an error is about, past those that were not sent', () => {
    const draft = { areas: [{}, { region: '33' }, { region: '', valid: { from: '' } }, { region: '34' }], founded: 'x', otherNames: ['', 'A', ' ', 'B'] };
    expect(['areas[0].region', 'areas[1].valid.until', 'areas[7]', 'otherNames[1]', 'founded', 'provenance.source', ''].map((field) => placeIn(draft, field)))
      .toEqual(['areas[1].region', 'areas[3].valid.until', 'areas[7]', 'otherNames[3]', 'founded', 'provenance.source', '']);
  });

  it('keeps all that stands in either of two lists when both are wanted', () => {
    const [one, other, third] = [{ region: '33' }, { region: '34' }, { region: '35', withSubregions: true }];
    expect(differences({ areas: [one] }, { areas: [one, other] }, { areas: [one, third] })).toEqual([{ field: 'areas', keep: 'mine', lists: true }]);
    expect(merged({ areas: [one, other] }, { areas: [one, third] }, [{ field: 'areas', keep: 'both' }])).toEqual({ areas: [one, third, other] });
  });

  it('is changed only by what would be sent', () => {
    expect(isChanged({ name: 'A' }, { name: 'A ', areas: [{ region: '' }] })).toBe(false);
    expect(isChanged({ name: 'A' }, { name: 'B' })).toBe(true);
  });
});
