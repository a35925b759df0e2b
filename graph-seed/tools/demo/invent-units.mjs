// Invents the inner life of organizations: councils, branches and village groups, and the places where they are.
import { chanceOf, example, idOf, tidy } from '../facts/identity.mjs'
import { districtsOf, pointOf, regionName, villages, villagesOf } from '../facts/regions.mjs'

const villageName = new Map(villages.map(({ code, name }) => [code, name]))

function unit(organization, key, unitKind, name, region, parent, members) {
  return tidy({ kind: 'unit', id: idOf(`unit/${organization.key}/${key}`), organization: organization.element.id, name, unitKind, parent, region, members, provenance: example('2026-03-01') })
}

/** Village groups of an organization in one regency, under the given unit. */
function villageGroups(organization, parent, regency, count, chance) {
  const around = chance.some(districtsOf.get(regency).filter(code => villagesOf.has(code)), count)
  return around.map(district => {
    const village = chance.pick(villagesOf.get(district))
    const members = { women: chance.between(3, 40), ...(chance.yes(0.2) ? { men: chance.between(1, 4) } : {}), date: '2026-01-15', source: 'Hitungan contoh' }
    return unit(organization, `village/${village}`, 'village_group', `Kelompok ${villageName.get(village)} (contoh)`, village, parent, members)
  })
}

function unitsOf(organization) {
  const { kind, key, seat, element } = organization
  if (element.retired || !['home_worker_organization', 'trade_union', 'network'].includes(kind)) return []
  const chance = chanceOf(`units/${key}`)
  if (kind === 'home_worker_organization' && element.legalForm === 'not_incorporated' && chance.yes(0.6)) return []
  const council = unit(organization, 'council', 'council', 'Dewan pengurus (contoh)', kind === 'home_worker_organization' ? undefined : seat)
  if (kind === 'home_worker_organization') return [council, ...villageGroups(organization, council.id, seat, chance.between(1, 3), chance)]
  const regencies = [...new Set(Array.from({ length: chance.between(2, 3) }, () => chance.pick([...regionName.keys()].filter(code => code.length === 5 && code.startsWith(seat.slice(0, 2))))))]
  return [council, ...regencies.flatMap(regency => {
    const branch = unit(organization, `branch/${regency}`, 'branch', `Cabang ${regionName.get(regency)} (contoh)`, regency, council.id)
    return [branch, ...villageGroups(organization, branch.id, regency, chance.between(0, 2), chance)]
  })]
}

const near = ([longitude, latitude], chance, degrees) => ({ longitude: Number((longitude + chance.around(degrees)).toFixed(5)), latitude: Number((latitude + chance.around(degrees)).toFixed(5)) })

function placeOf(organization) {
  const { kind, key, seat, element } = organization
  if (element.retired) return []
  const chance = chanceOf(`place/${key}`)
  const base = { kind: 'place', id: idOf(`place/${key}`), organization: element.id }
  if (kind === 'home_worker_organization') {
    const address = `Rumah Ibu Contoh, RT ${String(chance.between(1, 9)).padStart(2, '0')}/RW ${String(chance.between(1, 12)).padStart(2, '0')}, Dusun Contoh`
    return [tidy({ ...base, name: 'Rumah pengurus (contoh)', region: element.region, point: near(pointOf(element.region), chance, 0.012), precision: 'district', home: true, main: true, address, provenance: example('2026-02-01') })]
  }
  const address = `Jalan Contoh Nomor ${chance.between(1, 180)}`
  return [tidy({ ...base, name: 'Kantor (contoh)', region: seat, point: near(pointOf(seat), chance, seat[3] === '7' ? 0.012 : 0.03), precision: 'exact', main: true, address, provenance: example('2026-02-01') })]
}

/** An organization whose groups have been counted: home workers are all in one of its groups, a union or a network may have others beside them. */
export function withGroups({ kind, element, ...rest }, units) {
  const groups = units.filter(({ organization, members }) => organization === element.id && members)
  if (groups.length === 0 || !element.members) return { kind, element, ...rest }
  const sum = sex => groups.reduce((all, { members }) => all + (members[sex] ?? 0), 0)
  const count = sex => (kind === 'home_worker_organization' ? sum(sex) : Math.max(sum(sex), element.members[sex]))
  return { kind, element: { ...element, members: { ...element.members, women: count('women'), men: count('men') } }, ...rest }
}

export const inventUnits = organizations => organizations.flatMap(unitsOf)
export const inventPlaces = organizations => organizations.flatMap(placeOf)
