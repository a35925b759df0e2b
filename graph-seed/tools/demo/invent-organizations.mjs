// Invents the organizations around the stories. Each gets {element, theme, seat}: the element is what is written, the rest guides ties and services.
import { chanceOf, example, idOf, tidy } from '../facts/identity.mjs'
import { districtsOf, points, villagesOf } from '../facts/regions.mjs'
import { helperSeats, landscape } from './landscape.mjs'
import { namer } from './names.mjs'
import { helperNeeds, themes } from './themes.mjs'

const themeNames = Object.keys(themes)
const crafts = { batik: 'batik_making', weaving: 'weaving_plaiting', plaiting: 'weaving_plaiting', garment: 'sewing', embroidery: 'sewing', knitwear: 'sewing', furniture: 'weaving_plaiting' }

export const dayOf = (chance, firstYear, lastYear) =>
  `${chance.between(firstYear, lastYear)}-${String(chance.between(1, 9)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`

/** A village (or, at times, only a district) of a regency, where its point is known. */
export function homeRegion(regency, chance) {
  const placed = districtsOf.get(regency).filter(code => points.has(code) && villagesOf.has(code))
  const district = chance.pick(placed.length > 0 ? placed : districtsOf.get(regency).filter(code => villagesOf.has(code)))
  return chance.yes(0.65) ? chance.pick(villagesOf.get(district)) : district
}

const themeOf = issues => themeNames.map(name => [name, issues.filter(issue => themes[name].issues.includes(issue)).length]).sort((a, b) => b[1] - a[1])[0][0]

function complete(key, { kind, name, legalForm, theme, seat, ...rest }) {
  const chance = chanceOf(key)
  const ofHomeWorkers = kind === 'home_worker_organization'
  const incorporated = ['foundation', 'association', 'cooperative', 'limited_company', 'limited_partnership', 'government_unit', 'trade_union'].includes(legalForm)
  const element = tidy({
    kind: 'organization', id: idOf(`example/${key}`), name, actorKind: kind, legalForm,
    legalStatus: legalForm === 'not_incorporated' ? 'not_incorporated' : incorporated ? 'incorporated' : undefined,
    mediates: rest.mediates, purpose: rest.purpose, region: ofHomeWorkers ? homeRegion(seat, chance) : seat,
    precision: ofHomeWorkers ? chance.pick(['district', 'district', 'district', 'district', 'district', 'regency', 'village', 'hidden']) : undefined,
    issues: rest.issues, sectors: rest.sectors, offers: rest.offers, needs: rest.needs, languages: chance.yes(0.3) ? ['id', 'jv'] : ['id'],
    members: ofHomeWorkers || ['trade_union', 'network'].includes(kind) ? membersOf(kind, chance) : undefined,
    founded: chance.between(1998, 2024), retired: rest.retired,
    contacts: contactsOf(key, chance), note: chance.yes(0.08) ? 'Catatan contoh: hubungi lewat pengurus, jangan langsung ke rumah anggota.' : undefined,
    provenance: example(chance.yes(0.85) ? dayOf(chance, 2023, 2026) : undefined),
  })
  return { key, element, kind, theme: theme ?? themeOf(rest.issues), seat }
}

function membersOf(kind, chance) {
  const women = kind === 'home_worker_organization' ? chance.between(8, 90) : chance.between(60, 900)
  const men = chance.yes(0.35) ? chance.between(1, 6) : 0
  return { women, men, date: dayOf(chance, 2022, 2026), source: 'Hitungan contoh' }
}

/** Every second organization has an example contact with a consent, some withdrawn; numbers are of the kind nobody can have. */
function contactsOf(key, chance) {
  if (!chance.yes(0.5)) return undefined
  const given = dayOf(chance, 2023, 2025)
  const consent = tidy({ givenBy: 'Pengurus (contoh)', given, until: chance.yes(0.5) ? '2027-12-31' : undefined, withdrawn: chance.yes(0.05) ? '2026-02-01' : undefined })
  return [{ name: 'Ibu Contoh', role: 'pengurus', channel: 'whatsapp', value: `+62 000 ${String(chance.between(1000, 9999))} 0000`, purpose: 'koordinasi jejaring', consent }]
}

function storyOrganization(story) {
  const { key, region, ...rest } = story
  const legalForm = { ngo: 'association', home_worker_organization: /^Serikat/.test(story.name) ? 'trade_union' : /^Koperasi/.test(story.name) ? 'cooperative' : 'not_incorporated', trade_union: 'trade_union', local_government: 'government_unit' }[story.kind] ?? 'association'
  return { ...complete(`story/${key}`, { ...rest, legalForm, seat: region }), story }
}

/** Groups of home workers, as many a regency as the landscape says; a few have ended. */
function groups() {
  const names = namer('home_worker_organization')
  return landscape.flatMap(({ regency, groups: count, sectors }) => Array.from({ length: count }, (_, index) => {
    const key = `group/${regency}/${index}`
    const chance = chanceOf(`profile/${key}`)
    const theme = themes[chance.pick(themeNames)]
    const sector = sectors[index % sectors.length]
    const issues = [...new Set([...chance.some(theme.issues, 2), ...(chance.yes(0.45) ? ['piece_rate'] : []), ...(chance.yes(0.25) ? [chance.pick(themes[chance.pick(themeNames)].issues)] : [])])]
    const offers = [...(crafts[sector] ? [crafts[sector]] : []), ...chance.some(['meeting_space', 'group_facilitation', 'quality_control'], chance.between(0, 1))]
    return complete(key, { kind: 'home_worker_organization', ...names(), seat: regency, issues, sectors: [sector], offers, needs: chance.some(theme.skills, 2), retired: chance.yes(0.03) ? dayOf(chance, 2024, 2025) : undefined })
  }))
}

const helpers = [['ngo', 28], ['social_welfare_institution', 10], ['religious_organization', 6], ['community_social_organization', 7], ['professional_organization', 3], ['professional_body', 1],
  ['foreign_social_welfare_institution', 2], ['trade_union', 8], ['network', 2], ['local_government', 6], ['university', 4], ['service_provider', 20], ['funder', 7]]

function helpersOf([kind, count], offset) {
  const names = namer(kind)
  return Array.from({ length: count }, (_, index) => {
    const key = `helper/${kind}/${index}`
    const chance = chanceOf(`profile/${key}`)
    const theme = themes[themeNames[(index * 3 + offset) % themeNames.length]]
    return complete(key, {
      kind, ...names(), seat: helperSeats[(index * 2 + offset * 5) % helperSeats.length], mediates: ['ngo', 'network'].includes(kind) && chance.yes(0.22) ? true : undefined,
      issues: chance.some(theme.issues, 3), offers: chance.some(theme.skills, chance.between(2, 3)), needs: chance.some(helperNeeds, chance.between(1, 2)),
      sectors: chance.yes(0.3) ? [chance.pick(chance.pick(landscape).sectors)] : undefined,
    })
  })
}

const economy = [['company', 24], ['intermediary', 26], ['employer_association', 4]]

function economyOf([kind, count], offset) {
  const names = namer(kind)
  const fields = landscape.filter(({ groups: number }) => number > 1)
  return Array.from({ length: count }, (_, index) => {
    const key = `economy/${kind}/${index}`
    const chance = chanceOf(`profile/${key}`)
    const place = fields[(index * 3 + offset) % fields.length]
    return complete(key, { kind, ...names(), seat: place.regency, theme: 'pay', issues: [], sectors: chance.some(place.sectors, kind === 'employer_association' ? 3 : 1), needs: chance.yes(0.3) ? ['company_due_diligence'] : undefined, offers: chance.yes(0.3) ? ['quality_control'] : undefined })
  })
}

export const inventOrganizations = stories => [...stories.map(storyOrganization), ...groups(), ...helpers.flatMap(helpersOf), ...economy.flatMap(economyOf)]
