// The region database of this seed, read for the makers of the other files.
import { readFileSync } from 'node:fs'

const lines = name => readFileSync(new URL(`../../regions/${name}.csv`, import.meta.url), 'utf8').trimEnd().split('\n').slice(1)
const cells = line => {
  const [, code, quoted, plain] = /^([\d.]+),(?:"(.*)"|([^,]*)),/.exec(line)
  return { code, name: quoted ?? plain }
}

export const provinces = lines('provinces').map(cells)
export const regencies = lines('regencies').map(cells)
export const districts = lines('districts').map(cells)
export const villages = lines('villages').map(cells)

export const regionName = new Map([...provinces, ...regencies, ...districts].map(({ code, name }) => [code, name]))
export const knownRegion = new Set([...regionName.keys(), ...villages.map(({ code }) => code)])
export const points = new Map(lines('points').map(line => line.split(',')).map(([code, longitude, latitude]) => [code, [Number(longitude), Number(latitude)]]))

const below = (list, depth) => {
  const groups = new Map()
  for (const { code } of list) {
    const parent = code.slice(0, depth)
    if (!groups.has(parent)) groups.set(parent, [])
    groups.get(parent).push(code)
  }
  return groups
}
export const regenciesOf = below(regencies, 2)
export const districtsOf = below(districts, 5)
export const villagesOf = below(villages, 8)

/** The point of a region or of the nearest region above it. */
export function pointOf(code) {
  for (let at = code; at.length >= 2; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const point = points.get(at)
    if (point) return point
  }
  throw new Error(`no point above ${code}`)
}
