// Writes points.csv: one point for every province and regency, and for every district whose point can be believed.
import { writeFileSync } from 'node:fs'
import { believed, claims, coastToleranceKilometres, inProvince, kilometresAway, provinceShape } from './judge-points.mjs'
import { group, letters } from './match-names.mjs'
import { kemendagri } from './read-sources.mjs'
import { contains, medoid } from './shapes.mjs'

const everything = claims()
const kept = believed(everything)
const byRegency = group(kept, claim => claim.regency)

/** The seat's town for a city, the source's own point for a regency, else the middle one of what is believed there, else of what is claimed. */
function regencyRow({ code, name }) {
  const here = byRegency.get(code) ?? []
  const bare = letters(name.replace(/^(Kabupaten|Kota)( Administrasi)?\s+/, ''))
  const town = here.find(claim => claim.kind === 'town' && letters(claim.name) === bare)
  const own = here.find(claim => claim.kind === 'regency')
  const chosen = name.startsWith('Kota ') ? town ?? own : own ?? town
  if (chosen) return row(code, chosen.point, chosen.source)
  if (here.length > 0) return row(code, medoid(here.map(claim => claim.point)), `middle of ${here.length} believed points`, true)
  const inside = everything.filter(claim => claim.regency === code && inProvince(code, claim.point))
  return row(code, medoid(inside.map(claim => claim.point)), `middle of ${inside.length} unconfirmed points`, true)
}

/** The mean of the province's believed points if it lies on land of the province, else the believed point nearest to all. */
function provinceRow({ code }) {
  const points = kept.filter(claim => claim.code.startsWith(code) && claim.kind !== 'district').map(claim => claim.point)
  const mean = [0, 1].map(axis => points.reduce((sum, point) => sum + point[axis], 0) / points.length)
  const shape = provinceShape.get(code)
  return row(code, contains(shape, mean) ? mean : medoid(points), `middle of ${points.length} believed points`, true)
}

const row = (code, [longitude, latitude], source, derived = false) => ({ code, longitude: longitude.toFixed(5), latitude: latitude.toFixed(5), source, derived })

const provinces = kemendagri('provinces').map(provinceRow)
const regencies = kemendagri('regencies').map(regencyRow)
const districts = kept.filter(claim => claim.kind === 'district')
  .map(claim => row(claim.code, claim.point, claim.source)).sort((a, b) => a.code < b.code ? -1 : 1)

for (const { code, longitude, latitude } of [...provinces, ...regencies]) {
  const km = kilometresAway(code, [Number(longitude), Number(latitude)])
  if (km > coastToleranceKilometres) throw new Error(`${code} lies ${km.toFixed(0)} km outside its province`)
}

const lines = [...provinces, ...regencies, ...districts].map(point => [point.code, point.longitude, point.latitude, point.source, point.derived].join(','))
writeFileSync(new URL('../../regions/points.csv', import.meta.url), `code,longitude,latitude,source,derived\n${lines.join('\n')}\n`)
console.log(`${provinces.length} provinces, ${regencies.length} regencies (${regencies.filter(point => point.derived).length} derived), ${districts.length} districts`)
