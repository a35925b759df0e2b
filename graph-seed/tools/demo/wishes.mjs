// How many ties of which type an organization of a kind has on its own account. `inward`: the other one is the origin.
const helping = ['ngo', 'community_social_organization', 'university']
const serving = ['service_provider', 'social_welfare_institution', 'religious_organization']

const table = {
  home_worker_organization: chance => [
    { type: 'member_of', kinds: ['network', 'trade_union'], count: chance.yes(0.7) ? 1 : 0 },
    { type: chance.pick(['advises', 'trains', 'supports']), kinds: helping, count: chance.between(1, 2), inward: true },
    { type: 'partners_with', kinds: ['home_worker_organization'], count: chance.between(0, 2) },
    { type: 'partners_with', kinds: helping, count: chance.between(0, 2) },
    { type: 'provides_service_to', kinds: serving, count: chance.between(1, 3), inward: true },
    { type: 'supplies_work_to', kinds: ['intermediary'], count: chance.pick([0, 1, 1, 1, 2]), inward: true },
    { type: 'registers', kinds: ['local_government'], count: chance.yes(0.3) ? 1 : 0, inward: true },
    { type: 'funds', kinds: ['funder'], count: chance.yes(0.2) ? 1 : 0, inward: true },
  ],
  ngo: chance => [
    { type: 'partners_with', kinds: ['ngo', 'university', 'religious_organization'], count: chance.between(2, 4) },
    { type: 'member_of', kinds: ['network'], count: chance.yes(0.6) ? 1 : 0 },
    { type: 'funds', kinds: ['funder', 'foreign_social_welfare_institution'], count: chance.between(1, 2), inward: true },
    { type: 'refers_to', kinds: serving, count: chance.between(1, 3) },
    { type: 'mediates_for', kinds: ['home_worker_organization'], count: chance.pick([0, 0, 2, 4]) },
    { type: 'advises', kinds: ['company', 'local_government'], count: chance.between(0, 2) },
    { type: 'trains', kinds: ['home_worker_organization'], count: chance.between(1, 4) },
    { type: 'partners_with', kinds: ['local_government', 'employer_association'], count: chance.between(0, 1) },
  ],
  network: chance => [
    { type: 'mediates_for', kinds: ['home_worker_organization'], count: chance.between(3, 8) },
    { type: 'partners_with', kinds: ['local_government', 'network', 'employer_association'], count: chance.between(2, 4) },
    { type: 'partners_with', kinds: ['trade_union', 'ngo'], count: chance.between(3, 6) },
    { type: 'funds', kinds: ['funder'], count: chance.between(1, 3), inward: true },
  ],
  trade_union: chance => [
    { type: 'partners_with', kinds: ['trade_union', 'ngo'], count: chance.between(2, 4) },
    { type: 'supports', kinds: ['home_worker_organization'], count: chance.between(1, 4) },
    { type: 'registers', kinds: ['local_government'], count: 1, inward: true },
    { type: 'partners_with', kinds: ['company'], count: chance.yes(0.3) ? 1 : 0 },
  ],
  university: chance => [
    { type: 'trains', kinds: ['home_worker_organization'], count: chance.between(3, 7) },
    { type: 'partners_with', kinds: ['ngo', 'local_government', 'company'], count: chance.between(3, 6) },
    { type: 'advises', kinds: ['local_government', 'network'], count: chance.between(1, 2) },
  ],
  service_provider: chance => [
    { type: 'provides_service_to', kinds: ['home_worker_organization'], count: chance.between(4, 10) },
    { type: 'refers_to', kinds: serving, count: chance.between(1, 2) },
    { type: 'partners_with', kinds: ['local_government', 'ngo'], count: chance.between(1, 2) },
    { type: 'accredits', kinds: ['professional_body', 'local_government'], count: chance.yes(0.5) ? 1 : 0, inward: true },
  ],
  social_welfare_institution: chance => [
    { type: 'provides_service_to', kinds: ['home_worker_organization'], count: chance.between(3, 8) },
    { type: 'accredits', kinds: ['local_government'], count: chance.yes(0.6) ? 1 : 0, inward: true },
    { type: 'member_of', kinds: ['network'], count: chance.yes(0.3) ? 1 : 0 },
    { type: 'funds', kinds: ['funder'], count: 1, inward: true },
  ],
  religious_organization: chance => [
    { type: 'supports', kinds: ['home_worker_organization'], count: chance.between(2, 6) },
    { type: 'partners_with', kinds: ['social_welfare_institution', 'local_government'], count: chance.between(1, 2) },
  ],
  community_social_organization: chance => [
    { type: 'supports', kinds: ['home_worker_organization'], count: chance.between(3, 6) },
    { type: 'partners_with', kinds: ['ngo', 'local_government'], count: chance.between(1, 3) },
  ],
  professional_organization: chance => [{ type: 'trains', kinds: ['ngo', 'social_welfare_institution'], count: chance.between(3, 6) }],
  foreign_social_welfare_institution: chance => [{ type: 'supports', kinds: ['ngo', 'network'], count: chance.between(4, 8) }],
  funder: chance => [{ type: 'funds', kinds: ['ngo', 'network', 'community_social_organization', 'social_welfare_institution'], count: chance.between(4, 8) }],
  local_government: chance => [
    { type: 'registers', kinds: ['home_worker_organization', 'social_welfare_institution'], count: chance.between(4, 8) },
    { type: 'regulates', kinds: ['company', 'employer_association'], count: chance.between(1, 3) },
  ],
  company: chance => [
    { type: 'supplies_work_to', kinds: ['company'], count: chance.yes(0.4) ? 1 : 0 },
    { type: 'supplies_work_to', kinds: ['intermediary'], count: chance.between(2, 4) },
    { type: 'member_of', kinds: ['employer_association'], count: chance.yes(0.7) ? 1 : 0 },
  ],
  intermediary: chance => [{ type: 'supplies_work_to', kinds: ['home_worker_organization'], count: chance.between(2, 5) }],
}

export const wishes = (kind, chance) => (table[kind]?.(chance) ?? []).filter(({ count }) => count > 0)
