import { describe, expect, it } from 'vitest';
import { bodyOf, differences, merged } from './draft';

describe('a draft', () => {
  it('is sent without what is empty and without what the server derives', () => {
    const draft = { id: '7', name: ' Yasanti ', acronym: '', issues: [], mediates: false, founded: 0, valid: { from: '', until: '' }, family: 'civil_society', version: 3, labels: {} };
    expect(bodyOf(draft, ' visit ')).toEqual({ id: '7', name: 'Yasanti', founded: 0, reason: 'visit' });
  });

  it('proposes what the other one wrote where this one changed nothing', () => {
    const base = { name: 'A', purpose: 'p', region: '33' };
    expect(differences(base, { ...base, name: 'B' }, { ...base, name: 'C', purpose: 'q' })).toEqual([{ field: 'name', keep: 'mine' }, { field: 'purpose', keep: 'theirs' }]);
  });

  it('keeps both changes when they do not meet', () => {
    expect(merged({ name: 'B', purpose: 'p' }, { name: 'A', purpose: 'q', version: 2 }, ['name'])).toEqual({ name: 'B', purpose: 'q', version: 2 });
  });
});
