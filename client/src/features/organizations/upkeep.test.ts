import { describe, expect, it } from 'vitest';
import type { Organization, OrganizationPage, Service, TieOnPage } from '../../api/shapes';
import { affirmed, lacksOf } from './upkeep';

const day = '2026-03-01';
const whole: Organization = {
  kind: 'organization', id: 'a', name: 'A', actorKind: 'home_worker_organization', family: 'home_workers', region: '34.02', purpose: 'x', issues: ['wage'], offers: ['sewing'],
  members: { women: 12 }, provenance: { source: 's', lastVerified: '2026-01-01' },
};
const service: Service = { id: 's', name: 'S', capacity: 5, areas: [{ region: '34' }] };
const tie = (more: Partial<TieOnPage>): TieOnPage => ({ id: 't', type: 'x', label: 'x', direction: 'out', other: { id: 'b', name: 'B', actorKind: 'ngo', family: 'civil_society' }, status: 'confirmed', current: true, sentence: '', provenance: { source: 's', lastVerified: '2025-01-01' }, ...more });
const page = (organization: Partial<Organization>, services: Service[] = [service], ties: TieOnPage[] = [tie({})]): OrganizationPage => ({ at: day, organization: { ...whole, ...organization }, units: [], places: [], services, ties });
const lacks = (p: OrganizationPage, contacts?: number) => lacksOf(p, contacts, day).map(({ lack, count }) => `${lack} ${count}`);

describe('what a page lacks', () => {
  it('is nothing where all is told and fresh, nor of one that has ended', () => {
    expect(lacks(page({}), 1)).toEqual([]);
    expect(lacks(page({ retired: '2025-01-01', purpose: '' }), 0)).toEqual([]);
  });

  it('is what keeps others from finding and reaching her, before what is only old', () => {
    const { purpose: _p, issues: _i, offers: _o, members: _m, ...bare } = whole;
    const poor = { ...page({}), organization: { ...bare, provenance: { source: 's', lastVerified: '2024-01-01' } }, services: [], ties: [tie({ provenance: { source: 's' } }), tie({ status: 'proposed', current: false })] };
    expect(lacks(poor, 0)).toEqual(['contact 1', 'issues 1', 'exchange 1', 'purpose 1', 'members 1', 'waiting 1', 'ties 1']);
  });

  it('counts services without an area or without room, and says nothing of contacts that are not known yet', () => {
    expect(lacks(page({}, [{ id: 's', name: 'S' }, { ...service, areas: [] }]), undefined)).toEqual(['services 2', 'capacity 1']);
  });
});

it('whoever says that it is still true says it of today, and of nothing else', () => {
  expect(affirmed({ name: 'A', provenance: { source: 's', unverified: true, example: true } }, day)).toEqual({ name: 'A', provenance: { source: 's', example: true, lastVerified: day } });
});
