// Writes graph-seed/reference: real throughout. The folder of satu-data (github.com/ubunteroz/satu-data, commit
// 31768e8044fadfabc5a1f92f3e5617ffd629e69e, CC0 1.0) is the one argument; the files must be the pinned ones.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { governments } from '../facts/governments.mjs'
import { fact, idOf, tidy } from '../facts/identity.mjs'
import { nationalInstitutions } from '../facts/known-organizations.mjs'
import { districts, provinces, regencies } from '../facts/regions.mjs'
import { universities } from '../facts/universities.mjs'
import { group, letters } from '../regions/match-names.mjs'
import { parseCsv } from '../regions/read-sources.mjs'
import { properCase } from './proper-case.mjs'

const pinned = {
  'puskesmas.csv': '0be9ad97b5dc89747ec3797c26adfa7d8603a4378e9cc1bcb2e8ec70da2187fd',
  'dinas_kesehatan.csv': '63cb1c4664423a8bf78012bf4e5566727c40686104e0d465e9b12f3b00cdde5f',
  'wilayah_administratif.csv': '273b6dc4fd07936b80edbf0ef7d65720b7935a96e889b52c35f0cce5cba8a2f0',
}
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say where the folder of satu-data is.')

function read(name) {
  const bytes = readFileSync(join(folder, name))
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== pinned[name]) throw new Error(`${name} is not the pinned file: ${found}`)
  return parseCsv(bytes.toString('utf8'))
}

const bare = name => letters(name.replace(/^KAB\s/i, 'KABUPATEN '))
const nameOfOld = new Map(read('wilayah_administratif.csv').filter(row => row.kode_kab !== 'NULL' && row.kode_kec === 'NULL').map(row => [row.kode_kab, row.nama_wilayah]))
const current = new Map(regencies.map(({ code, name }) => [code, bare(name)]))
const papua = new Map(regencies.filter(({ code }) => code.startsWith('9')).map(({ code, name }) => [bare(name), code]))

/** The code of today: the same without its dot, except in Papua, where the source knows two of the six provinces and the name decides. */
function regencyOf(old) {
  if (old.startsWith('9')) return papua.get(bare(nameOfOld.get(old)))
  const code = `${old.slice(0, 2)}.${old.slice(2)}`
  return current.has(code) ? code : undefined
}

const byRegency = group(districts, ({ code }) => code.slice(0, 5))

/** The one district of the regency that a health centre is named after, a number at the end aside; one named after a kelurahan has none. */
function districtOf(name, regency) {
  if (/^PUSKESMAS KELURAHAN /.test(name)) return undefined
  const wanted = letters(name.replace(/^PUSKESMAS (KECAMATAN )?/, '').replace(/[\s-]+([IVX]+|\d)$/, ''))
  const same = byRegency.get(regency).filter(district => letters(district.name) === wanted)
  return same.length === 1 ? same[0].code : undefined
}

const source = (file, code, origin) => `Indonesia Satu Data, ${file}, kode ${code} (CC0); asal data ${origin}`
const provenance = (text, derived) => fact(derived ? `${text}; kecamatan diturunkan dari kesamaan nama` : text, { url: 'https://github.com/ubunteroz/satu-data', unverified: true })
const functions = ['health', 'critical_resources']

function provider(key, name, region, area, term, label, origin) {
  const organization = { kind: 'organization', id: idOf(`health/${key}`), name, actorKind: 'service_provider', legalForm: 'government_unit', region, provenance: origin }
  const service = { kind: 'service', id: idOf(`health/${key}/service`), organization: organization.id, name: `${label} ${name}`, status: 'active', functions, terms: [term], areas: [{ region: area }], provenance: origin }
  return { organization, service }
}

function healthCentre({ kode_kab, kode_instansi, unit_kerja }) {
  const regency = regencyOf(kode_kab)
  const district = districtOf(unit_kerja.trim(), regency)
  const origin = provenance(source('puskesmas.csv', kode_instansi, 'Komdat Kementerian Kesehatan'), district)
  return provider(`centre/${kode_instansi}`, properCase(unit_kerja), district ?? regency, district ?? regency, 'primary_health_care', 'Layanan kesehatan dasar', origin)
}

const provinceName = new Map(provinces.map(({ code, name }) => [letters(name), code]))

/** An office of a province sits in a regency and works for the province, which is not a statement on every part of it. */
function healthOffice({ kode_kab, unit_kerja }) {
  const [, province] = /PROVINSI (.+)$/.exec(unit_kerja) ?? []
  const seat = regencyOf(kode_kab)
  const area = province ? provinceName.get(letters(province)) ?? seat.slice(0, 2) : seat
  const origin = provenance(source('dinas_kesehatan.csv', kode_kab, 'daftar wilayah Kemendagri'))
  return provider(`office/${unit_kerja}`, properCase(unit_kerja.replace(/ KAB /, ' KABUPATEN ')), seat, area, 'public_health_office', 'Urusan kesehatan daerah', origin)
}

const centres = read('puskesmas.csv').map(healthCentre)
const offices = read('dinas_kesehatan.csv').map(healthOffice)
const output = new URL('../../reference/', import.meta.url)
mkdirSync(output, { recursive: true })
function write(name, elements) {
  const text = elements.map(element => `${JSON.stringify(tidy(element))}\n`).join('')
  writeFileSync(new URL(`${name}.ndjson.gz`, output), gzipSync(text, { level: 9 }))
  console.log(`${name}: ${elements.length}, ${(text.length / 1e6).toFixed(1)} MB before packing`)
}

write('organizations', [...governments(), ...nationalInstitutions(), ...universities(), ...[...offices, ...centres].map(({ organization }) => organization)])
write('services', [...offices, ...centres].map(({ service }) => service))
console.log(`${centres.filter(({ service }) => service.areas[0].region.length === 8).length} of ${centres.length} health centres placed in a district by name`)
