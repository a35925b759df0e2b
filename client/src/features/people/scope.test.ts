import { expect, it } from 'vitest';
import { writeAddress } from '../../network/route';
import { peopleOf, rolesFor, scopeOfDraft, scopeOfQuery } from './scope';

it('a scope is an organization, a region or everything, and has the roles that there are for it', () => {
  expect([scopeOfQuery({ organisasi: '7' }), scopeOfQuery({ wilayah: '33' }), scopeOfQuery({})]).toEqual([{ organization: '7' }, { region: '33' }, {}]);
  expect(scopeOfDraft({ organization: '7', region: '' })).toEqual({ organization: '7' });
  expect(writeAddress(peopleOf({ region: '33' }))).toBe('/orang?wilayah=33');
  expect([rolesFor({ organization: '7' }), rolesFor({ region: '33' }).includes('administrator'), rolesFor({}).includes('administrator')]).toEqual([['organization_editor'], false, true]);
});
