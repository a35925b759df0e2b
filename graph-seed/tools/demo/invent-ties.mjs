// Invents the ties: who would know whom, by what each is, how near they are and what they work on.
import { chanceOf, example, idOf, tidy } from '../facts/identity.mjs'
import { pointOf } from '../facts/regions.mjs'
import { group } from '../regions/match-names.mjs'
import { kilometres } from '../regions/shapes.mjs'
import { dayOf } from './invent-organizations.mjs'
import { islandsOfWork } from './landscape.mjs'
import { wishes } from './wishes.mjs'

const symmetric = new Set(['partners_with'])

/** How much one would rather know another: near, on the same theme, in the same trade. */
function affinity(one, other) {
  const near = Math.exp(-kilometres(pointOf(one.seat), pointOf(other.seat)) / 55)
  const trade = one.element.sectors?.some(sector => other.element.sectors?.includes(sector)) ? 2 : 1
  return (near + 0.004) * (one.theme === other.theme ? 2.5 : 1) * trade
}

function choose(one, candidates, count, chance) {
  const rest = candidates.map(other => ({ other, weight: affinity(one, other) }))
  const chosen = []
  while (chosen.length < count && rest.length > 0) {
    let draw = chance.next() * rest.reduce((sum, { weight }) => sum + weight, 0)
    const index = Math.max(0, rest.findIndex(({ weight }) => (draw -= weight) <= 0))
    chosen.push(...rest.splice(index, 1))
  }
  return chosen.map(({ other }) => other)
}

function statusOf(chance, type) {
  const draw = chance.next()
  if (draw < 0.74) return 'confirmed'
  if (draw < 0.84) return 'proposed'
  return draw < 0.88 && type !== 'refers_to' ? 'disputed' : 'ended'
}

function audienceOf(from, to, type, chance) {
  const touchesGroup = [from, to].some(({ kind }) => kind === 'home_worker_organization')
  if (!touchesGroup) return 'public'
  if (type === 'supplies_work_to') return 'parties'
  const draw = chance.next()
  return draw < 0.55 ? 'public' : draw < 0.7 ? 'signed_in' : 'parties'
}

function agreementOf(type, chance, from) {
  if (!['partners_with', 'funds', 'commissions', 'supports', 'trains'].includes(type) || !chance.yes(0.25)) return undefined
  return { kind: type === 'funds' ? 'perjanjian hibah' : 'nota kesepahaman', number: `${String(chance.between(1, 99)).padStart(3, '0')}/CONTOH/${from.slice(0, 4)}`, signed: from, until: `${Number(from.slice(0, 4)) + chance.between(2, 6)}-12-31` }
}

function supplyOf(from, to, chance) {
  const women = chance.between(4, 120)
  return {
    product: chance.pick(['jahitan lepas', 'bordir kerah', 'sol sepatu', 'anyaman', 'kotak kemasan', 'batik tulis', 'rajutan', 'komponen kecil']), tier: to.kind === 'company' ? 1 : from.kind === 'company' ? 2 : 3,
    paymentBasis: to.kind === 'home_worker_organization' ? 'piece' : 'contract', ...(to.kind === 'home_worker_organization' ? { workersWomen: women, workersMen: chance.between(0, 5) } : {}), confidence: chance.between(1, 5),
  }
}

function tie(type, from, to, { service, sure } = {}) {
  const key = `tie/${type}/${from.key}/${to.key}${service ? `/${service.id}` : ''}`
  const chance = chanceOf(key)
  const drawn = statusOf(chance, type)
  const status = from.element.retired || to.element.retired ? 'ended' : sure ? 'confirmed' : drawn
  const started = dayOf(chance, 2016, 2025)
  const swapped = symmetric.has(type) && from.element.id > to.element.id
  const [first, second] = swapped ? [to, from] : [from, to]
  const supply = type === 'supplies_work_to' ? supplyOf(from, to, chance) : undefined
  return tidy({
    kind: 'tie', id: idOf(key), type, from: first.element.id, to: second.element.id, service: service?.id, status,
    strength: chance.between(status === 'proposed' ? 1 : 2, 5), audience: audienceOf(from, to, type, chance),
    valid: status === 'ended' ? { from: '2016-01-01', until: dayOf(chance, 2021, 2025) } : status === 'proposed' ? undefined : { from: started },
    agreement: status === 'confirmed' ? agreementOf(type, chance, started) : undefined,
    confirmedFrom: status === 'confirmed' ? started : undefined, confirmedTo: status === 'confirmed' && chance.yes(0.8) ? started : undefined,
    supply, note: chance.yes(0.02) ? 'Catatan contoh: dibicarakan terbatas antara kedua pihak.' : undefined,
    provenance: example(status === 'confirmed' && chance.yes(0.85) ? dayOf(chance, 2023, 2026) : undefined),
  })
}

/** Stories meet each other only through their hubs, so that what should be suggested is not there already. */
const keptApart = (one, other) => one.story && other.story && ![one, other].some(({ story }) => story.key.startsWith('hub-'))

/** Far from everybody: outside the seven provinces a group knows one or two at most, or nobody at all. */
const remote = ({ kind, seat }) => kind === 'home_worker_organization' && !islandsOfWork.includes(seat.slice(0, 2))

export function inventTies(organizations, services) {
  const ties = new Map()
  const byKind = group(organizations.filter(one => !remote(one)), ({ kind }) => kind)
  const add = (type, from, to, details) => {
    if (from === to || keptApart(from, to)) return
    const made = tie(type, from, to, details)
    const twin = `${type}/${made.from}/${made.to}/${made.service ?? ''}`
    if (!ties.has(twin)) ties.set(twin, made)
  }
  for (const one of organizations) hubTies(one, organizations, add)
  for (const one of organizations) {
    const chance = chanceOf(`ties/${one.key}`)
    for (const { type, kinds, count, inward } of wishes(one.kind, chance).slice(0, remote(one) ? chance.between(0, 2) : undefined)) {
      const candidates = kinds.flatMap(kind => byKind.get(kind) ?? []).filter(other => other !== one)
      for (const other of choose(one, candidates, count, chance)) inward ? add(type, other, one) : add(type, one, other)
    }
  }
  serviceTies(organizations, services, add)
  return [...ties.values()]
}

function hubTies(one, organizations, add) {
  for (const key of one.story?.via ?? []) {
    const hub = organizations.find(({ story }) => story?.key === key)
    add(one.kind === 'home_worker_organization' || one.kind === 'trade_union' ? 'member_of' : 'partners_with', one, hub, { sure: true })
  }
}

/** Every eighth service is paid for, watched or run by somebody else as well. */
function serviceTies(organizations, services, add) {
  const owners = new Map(organizations.map(one => [one.element.id, one]))
  const chance = chanceOf('ties of services')
  const payers = organizations.filter(({ kind }) => ['funder', 'local_government', 'foreign_social_welfare_institution'].includes(kind))
  const runners = organizations.filter(({ kind, element }) => ['ngo', 'social_welfare_institution', 'community_social_organization'].includes(kind) && !element.retired)
  for (const service of services) {
    if (!chance.yes(0.22)) continue
    const owner = owners.get(service.organization)
    const type = chance.pick(['commissions', 'commissions', 'delivers', 'assures'])
    const [other] = choose(owner, (type === 'delivers' ? runners : payers).filter(one => one !== owner), 1, chance)
    add(type, other, owner, { service })
  }
}
