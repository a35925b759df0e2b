// The governments of the 38 provinces and 514 regencies and cities: that they exist, and where. Nothing else is said of them.
import { fact, idOf } from './identity.mjs'
import { provinces, regencies } from './regions.mjs'

const source = 'UU 23/2014 tentang Pemerintahan Daerah; nama wilayah menurut Kepmendagri 300.2.2-2138/2025 (idn-area-data 4.0.1)'
const special = new Map([
  ['11', ['Pemerintah Aceh', 'Pemprov Aceh']],
  ['31', ['Pemerintah Provinsi Daerah Khusus Ibukota Jakarta', 'Pemprov DKI Jakarta']],
  ['34', ['Pemerintah Daerah Daerah Istimewa Yogyakarta', 'Pemda DIY']],
])

const government = (code, name, otherNames) => ({
  kind: 'organization', id: idOf(`government/${code}`), name, otherNames, actorKind: 'local_government', legalForm: 'government_unit', region: code, provenance: fact(source),
})

function ofProvince({ code, name }) {
  const [full, short] = special.get(code) ?? [`Pemerintah Provinsi ${name}`, `Pemprov ${name}`]
  return government(code, full, [short])
}

function ofRegency({ code, name }) {
  const short = name.replace(/^Kabupaten /, 'Pemkab ').replace(/^Kota /, 'Pemkot ')
  return government(code, `Pemerintah ${name}`, [short])
}

export const governments = () => [...provinces.map(ofProvince), ...regencies.map(ofRegency)]
