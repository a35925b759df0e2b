// Brings the regions of the BPS-coded sources together with the Kemendagri-coded ones, by name within their parent.
import { kemendagri, territory } from './read-sources.mjs'

/** Spellings of one regency that differ in more than blanks, hyphens and the word "Kepulauan": as in the source → as in the code list. */
const spellings = new Map([
  ['padangsidimpuan', 'padangsidempuan'],
  ['mahakamhulu', 'mahakamulu'],
])

export const letters = text => {
  const plain = text.toLowerCase().normalize('NFD').replace(/[^a-z0-9]/g, '')
  return spellings.get(plain) ?? plain
}

/** Regencies that were only renamed: BPS code under the old name → Kemendagri code of today. Good for points, not for bps.csv. */
const renamed = new Map([['1206', '12.12'], ['7605', '76.01'], ['8101', '81.03']])

const regencyKey = name => {
  const city = /^kota\s/i.test(name)
  return (city ? 'city:' : 'regency:') + letters(name.replace(/^(kabupaten|kota)\s+/i, '').replace(/^(administrasi|adm\.?)\s+/i, '').replace(/^kepulauan\s+/i, ''))
}

const provinceKey = name => letters(name.replace(/^(dki|di|daerah istimewa|daerah khusus ibukota)\s+/i, ''))

/** Kemendagri province codes for a BPS province of the 34 of before 2022. */
function provincesOf(bps, name) {
  if (bps === '91' || bps === '94') return ['91', '92', '93', '94', '95', '96']
  return kemendagri('provinces').filter(province => provinceKey(province.name) === provinceKey(name)).map(province => province.code)
}

/** Pairs {code, bps, item} for provinces, regencies and districts whose names agree within their parent; `renamed` has those that agree only historically. */
export function matchRegions() {
  const provinces = territory('provinces').map(item => ({ item, bps: item.id, codes: provincesOf(item.id, item.name) }))
  const byProvince = new Map(provinces.map(({ bps, codes }) => [bps, codes]))
  const regencies = unique(territory('regencies'), item => byProvince.get(item.province_id).map(code => `${code}/${regencyKey(item.name)}`),
    kemendagri('regencies'), row => `${row.province_code}/${regencyKey(row.name)}`)
  const byRegency = new Map([...renamed, ...regencies.map(({ code, bps }) => [bps, code])])
  const districts = unique(territory('districts'), item => [`${byRegency.get(item.regency_id)}/${letters(item.name)}`],
    kemendagri('districts'), row => `${row.regency_code}/${letters(row.name)}`)
  return {
    provinces: provinces.filter(({ codes }) => codes.length === 1).map(({ item, bps, codes: [code] }) => ({ code, bps, item })),
    regencies,
    renamed: territory('regencies').filter(item => renamed.has(item.id)).map(item => ({ code: renamed.get(item.id), bps: item.id, item })),
    districts,
  }
}

function unique(items, keysOf, rows, keyOf) {
  const wanted = group(rows, keyOf)
  const found = items.flatMap(item => keysOf(item).filter(key => wanted.get(key)?.length === 1).map(key => ({ code: wanted.get(key)[0].code, bps: item.id, item })))
  const times = group(found, pair => pair.code)
  return found.filter(pair => times.get(pair.code).length === 1)
}

export function group(items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(item)
  }
  return groups
}
