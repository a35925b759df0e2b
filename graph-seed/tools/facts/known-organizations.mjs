// What sources say of real organizations in the field of home work, and of the institutions the field deals with.
import { fact, idOf } from './identity.mjs'

const seminar = 'Tabel seminar MAMPU, 11 Mei 2016: pekerja rumahan yang terorganisasi. Tabel menyebut jumlah 4.778, barisnya berjumlah 4.758'
const known = fact('Pengetahuan umum; nama dan letak belum dicocokkan', { unverified: true })
const inSeminar = fact(`${seminar}. Nama panjang dan bentuk badan dari pengetahuan umum`, { unverified: true })
const press = fact('lbhsemarang.id, tentang rancangan peraturan gubernur Jawa Tengah mengenai pekerja rumahan; tanggal belum dicocokkan', { url: 'https://lbhsemarang.id', unverified: true })

const organization = (name, acronym, actorKind, region, provenance, more = {}) =>
  ({ kind: 'organization', id: idOf(`known/${acronym ?? name}`), name, acronym, actorKind, region, provenance, ...more })

// Whom these four organize are not their members: the counts of the table stand as needs, below.
export const fieldOrganizations = () => [
  organization('Yayasan Bina Keterampilan Pedesaan Indonesia', 'BITRA', 'ngo', '12', inSeminar, { otherNames: ['BITRA Indonesia'] }),
  organization('Trade Union Rights Centre', 'TURC', 'ngo', '31', inSeminar),
  organization('Yayasan Annisa Swasti', 'Yasanti', 'ngo', '34', inSeminar),
  organization('Mitra Wanita Pekerja Rumahan Indonesia', 'MWPRI', 'ngo', '35', inSeminar),
  organization('Lembaga Bantuan Hukum Semarang', 'LBH Semarang', 'ngo', '33.74', press),
  organization('Serikat Pekerja Rumahan Sejahtera', 'SPR Sejahtera', 'home_worker_organization', '12', fact('Hitungan anggota SPR Sejahtera Sumatera Utara, Agustus 2015', { unverified: true }), {
    precision: 'regency',
    members: { women: 432, men: 1, date: '2015-08-31', source: 'Diterbitkan SPR Sejahtera, Agustus 2015: 433 anggota, seorang di antaranya laki-laki', published: true },
  }),
  organization('Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Tengah', 'Disnakertrans Jateng', 'local_government', '33', press, { otherNames: ['Disnaker Jateng'], legalForm: 'government_unit' }),
  organization('Biro Hukum Sekretariat Daerah Provinsi Jawa Tengah', undefined, 'local_government', '33', press, { legalForm: 'government_unit' }),
  organization('Lembaga Kerja Sama Tripartit Provinsi Jawa Tengah', 'LKS Tripartit Jateng', 'local_government', '33', press),
]

const ministry = (name, acronym) => organization(name, acronym, 'national_government', '31', known, { legalForm: 'government_unit' })

export const nationalInstitutions = () => [
  ministry('Kementerian Ketenagakerjaan', 'Kemnaker'),
  ministry('Kementerian Sosial', 'Kemensos'),
  ministry('Kementerian Pemberdayaan Perempuan dan Perlindungan Anak', 'KemenPPPA'),
  ministry('Kementerian Dalam Negeri', 'Kemendagri'),
  ministry('Kementerian Kesehatan', 'Kemenkes'),
  ministry('Badan Pusat Statistik', 'BPS'),
  organization('BPJS Ketenagakerjaan', 'BPJS-TK', 'service_provider', '31', known, { otherNames: ['Badan Penyelenggara Jaminan Sosial Ketenagakerjaan'] }),
  organization('BPJS Kesehatan', undefined, 'service_provider', '31', known, { otherNames: ['Badan Penyelenggara Jaminan Sosial Kesehatan'] }),
]

/** The one partnership of real organizations that a source states: pushing the draft governor's regulation since 2018. */
export function draftRegulationTie() {
  const [from, to] = [idOf('known/Yasanti'), idOf('known/LBH Semarang')].sort()
  return {
    kind: 'tie', id: idOf('tie/known/Yasanti/LBH Semarang'), type: 'partners_with', from, to, status: 'confirmed', audience: 'public', valid: { from: '2018-01-01' },
    provenance: fact('lbhsemarang.id: bersama mendorong rancangan peraturan gubernur Jawa Tengah sejak 2018; tanggal belum dicocokkan', { url: 'https://lbhsemarang.id', unverified: true }),
  }
}

const rows = [
  ['BITRA', '12', 3, 22, 500], ['TURC', '32', 1, 3, 63], ['TURC', '36', 2, 3, 60], ['TURC', '31', null, 3, 60],
  ['TURC', '33', 2, 14, 75], ['Yasanti', '33', 2, 4, 1000], ['Yasanti', '34', 2, 3, 500], ['MWPRI', '35', 9, 62, 2500],
]

/** The rows of the seminar table as needs of a province: organized home workers only, so a floor and not an estimate of all. */
export const seminarNeeds = () => rows.map(([who, region, regencies, villages, count]) => ({
  kind: 'need', id: idOf(`need/seminar/${who}/${region}`), region, unknown: count, year: 2016,
  provenance: fact(`${seminar}. Baris ${who}: ${regencies ?? 'jumlah kabupaten tidak disebut'}${regencies ? ' kabupaten' : ''}, ${villages} desa, ${count} orang; hanya yang terorganisasi, bukan perkiraan semua`, { unverified: true }),
}))
