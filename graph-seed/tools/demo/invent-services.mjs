// Invents services: what a helper of a theme would do, where, until when and for how many.
import { chanceOf, example, idOf, tidy } from '../facts/identity.mjs'
import { points, districtsOf, regenciesOf, regionName } from '../facts/regions.mjs'
import { kilometres } from '../regions/shapes.mjs'
import { dayOf } from './invent-organizations.mjs'
import { serviceKinds, themes } from './themes.mjs'

const offering = new Set(['ngo', 'social_welfare_institution', 'religious_organization', 'community_social_organization', 'professional_organization', 'foreign_social_welfare_institution', 'trade_union', 'network', 'local_government', 'university', 'service_provider', 'funder', 'home_worker_organization'])
const perKind = { service_provider: [3, 5], social_welfare_institution: [3, 4], ngo: [2, 4], university: [2, 3], local_government: [2, 3], religious_organization: [2, 3], home_worker_organization: [0, 0] }

/** Regencies of the seat's province by distance from it. */
function neighbours(seat) {
  const here = points.get(seat)
  return regenciesOf.get(seat.slice(0, 2)).map(code => ({ code, km: kilometres(here, points.get(code)) })).sort((a, b) => a.km - b.km).map(({ code }) => code)
}

function validityOf(chance) {
  const draw = chance.next()
  if (draw < 0.55) return undefined
  if (draw < 0.8) return { from: dayOf(chance, 2019, 2024) }
  if (draw < 0.92) return { from: dayOf(chance, 2018, 2022), until: dayOf(chance, 2023, 2025) }
  return { from: '2027-01-01' }
}

/** Mostly the nearest regencies; now and then a whole province, said with or without its parts, or single districts. */
function areasOf(seat, chance) {
  const province = seat.slice(0, 2)
  const draw = chance.next()
  if (seat.length === 2 || draw < 0.06) return [tidy({ region: province, withSubregions: chance.yes(0.5) || undefined })]
  if (draw < 0.1) return chance.some(districtsOf.get(seat), 3).map(region => ({ region }))
  return neighbours(seat).slice(0, chance.between(1, 4)).map(region => tidy({ region, valid: validityOf(chance) }))
}

function service(organization, term, index, chance, fixed) {
  const [functions, pillars, label] = serviceKinds[term]
  const capacity = chance.yes(0.88) ? chance.between(2, 60) * 10 : undefined
  const seat = organization.seat
  const draw = chance.next()
  const related = themes[organization.theme].issues.filter(issue => organization.element.issues?.includes(issue))
  return tidy({
    kind: 'service', id: idOf(`service/${organization.key}/${index}`), organization: organization.element.id, name: `${label} ${regionName.get(seat).replace(/^Kabupaten /, '')} (contoh)`,
    description: `${label} untuk pekerja rumahan dan keluarganya. Layanan rekaan.`, status: fixed || draw < 0.88 ? 'active' : draw < 0.95 ? 'ended' : 'planned',
    functions, pillars, issues: related, terms: [term], areas: fixed ?? areasOf(seat, chance), capacity,
    used: capacity && chance.yes(0.8) ? Math.round(capacity * (fixed ? chance.next() * 0.6 : chance.next() * 1.1)) : undefined,
    schedule: chance.pick(['Senin sampai Jumat, 08.00-15.00', 'Sabtu minggu kedua tiap bulan', 'Dengan janji', undefined]),
    eligibility: chance.pick(['Pekerja rumahan dan keluarganya', 'Anggota kelompok', 'Siapa saja', undefined]), cost: chance.pick(['Gratis', 'Gratis', 'Iuran sukarela', undefined]),
    languages: ['id'], accessibility: chance.yes(0.2) ? 'Ramah kursi roda' : undefined,
    valid: !fixed && draw >= 0.88 && draw < 0.95 ? { from: '2019-01-01', until: dayOf(chance, 2023, 2025) } : undefined, provenance: example(chance.yes(0.8) ? dayOf(chance, 2024, 2026) : undefined),
  })
}

function servicesOf(organization) {
  const { kind, theme, story, key } = organization
  if (!offering.has(kind) || organization.element.retired) return []
  const chance = chanceOf(`services/${key}`)
  const [least, most] = perKind[kind] ?? [1, 3]
  const others = Object.keys(serviceKinds).filter(term => !themes[theme].services.includes(term))
  const first = story?.service ? [service(organization, story.service, 0, chance, story.serves.map(region => tidy({ region, withSubregions: region.length === 2 || undefined })))] : []
  const rest = [...chance.some(themes[theme].services, 3), ...chance.some(others, 2)].filter(term => term !== story?.service)
  return [...first, ...rest.slice(0, chance.between(least, most)).map((term, index) => service(organization, term, index + 1, chance))]
}

export const inventServices = organizations => organizations.flatMap(servicesOf)
