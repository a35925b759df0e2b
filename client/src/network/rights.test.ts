import { describe, expect, it } from 'vitest';
import type { Grant, Role } from '../api/shapes';
import { type Rights, rightsOf } from './rights';

const grant = (role: Role, scope: Partial<Grant> = {}): Grant => ({ id: 'g', role, ...scope });
const [own, far] = [{ id: 'own', region: '33.74' }, { id: 'far', region: '34.02' }];

const deeds: Record<string, (it: Rights) => boolean> = {
  'own organization': (it) => it.mayEdit('organization', own),
  'other organization': (it) => it.mayEdit('organization', far),
  'end of the own': (it) => it.mayRemove('organization', own),
  'new organization there': (it) => it.mayAdd('organization', { region: '33.74' }),
  'new organization': (it) => it.mayAdd('organization'),
  'own place': (it) => it.mayRemove('place', own),
  'place of another': (it) => it.mayAdd('place', far),
  'own tie': (it) => it.mayEdit('tie', far, own),
  'source of the own tie': (it) => it.maySource(far, own),
  'tie of others': (it) => it.mayEdit('tie', far),
  'need there': (it) => it.mayAdd('need', { region: '33.74.01' }),
  'need elsewhere': (it) => it.mayEdit('need', { region: '34.02' }),
  'need where the number begins alike': (it) => it.mayEdit('need', { region: '331' }),
  'term': (it) => it.mayEdit('term'),
  'editor of the own': (it) => it.mayGive('organization_editor', own),
  'editor of another': (it) => it.mayGive('organization_editor', far),
  'coordinator there': (it) => it.mayGive('coordinator', { region: '33.74' }),
  'steward there': (it) => it.mayGive('steward', { region: '33.74' }),
  'administrator': (it) => it.mayGive('administrator'),
};

const table: Record<string, [Grant[], string]> = {
  'nobody': [[], ''],
  'an editor': [[grant('organization_editor', { organization: 'own' })], 'own organization, own place, own tie, editor of the own'],
  'a mediator': [[grant('mediator', { region: '33' })], ''],
  'a coordinator': [[grant('coordinator', { region: '33' })], 'need there'],
  'a steward of a region': [[grant('steward', { region: '33' })],
    'own organization, end of the own, new organization there, new organization, own place, own tie, source of the own tie, need there, editor of the own, coordinator there'],
  'an administrator': [[grant('administrator')], 'editor of the own, editor of another, coordinator there, steward there, administrator'],
  'a steward': [[grant('steward')], Object.keys(deeds).filter((deed) => deed !== 'administrator').join(', ')],
};

describe('what grants let somebody do', () => {
  it.each(Object.entries(table))('%s does what the table says and nothing else', (_, [held, may]) => {
    const rights = rightsOf(held);
    expect(Object.keys(deeds).filter((deed) => deeds[deed]?.(rights))).toEqual(may === '' ? [] : may.split(', '));
  });

  it('whoever holds two does what either lets her', () => {
    const rights = rightsOf([grant('organization_editor', { organization: 'own' }), grant('coordinator', { region: '34' })]);
    expect([rights.mayEdit('organization', own), rights.mayEdit('need', { region: '34.02' }), rights.mayEdit('organization', far)]).toEqual([true, true, false]);
  });

  it('whether there is anything to write is known without asking where', () => {
    expect(Object.values(table).map(([held]) => rightsOf(held).writes)).toEqual([false, true, false, true, true, true, true]);
  });
});
