// Names for what is invented. Every one ends in "(contoh)", so none can be taken for a real organization's.
const first = ['Melati', 'Kenanga', 'Cempaka', 'Seroja', 'Teratai', 'Kemuning', 'Alamanda', 'Krisan', 'Asoka', 'Soka', 'Dahlia', 'Flamboyan', 'Kantil', 'Gading', 'Pandan', 'Selasih', 'Jempiring', 'Widuri', 'Gayam', 'Randu', 'Sawo', 'Kepel', 'Nagasari', 'Wungu']
const second = ['Pagi', 'Embun', 'Jingga', 'Rimbun', 'Senja', 'Bening', 'Teduh', 'Hening', 'Ranum', 'Tegar', 'Telaga', 'Benderang']

/** Endless pairs without a repeat, in an order that does not depend on chance. */
function* pairs(words, qualities, step) {
  for (let i = 0; i < words.length * qualities.length; i++)
    yield `${words[(i * step) % words.length]} ${qualities[(i + Math.floor(i / words.length) * 5) % qualities.length]}`
}

const forms = {
  home_worker_organization: [['Kelompok Pekerja Rumahan', 'not_incorporated'], ['Serikat Pekerja Rumahan', 'trade_union'], ['Paguyuban Pekerja Rumahan', 'not_incorporated'], ['Koperasi Pekerja Rumahan', 'cooperative'], ['Perkumpulan Pekerja Rumahan', 'association']],
  ngo: [['Yayasan', 'foundation'], ['Perkumpulan', 'association'], ['Lembaga', 'foundation']],
  social_welfare_institution: [['LKS', 'foundation'], ['Panti Sosial', 'foundation']],
  religious_organization: [['Majelis Sosial', 'mass_organization'], ['Badan Kasih', 'foundation']],
  community_social_organization: [['Karang Warga', 'mass_organization'], ['Paguyuban Warga', 'not_incorporated']],
  professional_organization: [['Ikatan Pendamping Kerja', 'association']],
  professional_body: [['Dewan Keahlian', 'association']],
  foreign_social_welfare_institution: [['Misi Kesejahteraan', 'foundation']],
  trade_union: [['Serikat Pekerja', 'trade_union'], ['Serikat Buruh', 'trade_union']],
  network: [['Jejaring', 'association'], ['Federasi', 'trade_union']],
  local_government: [['Kantor Urusan Pekerja Rumahan', 'government_unit']],
  university: [['Perguruan Tinggi', 'foundation']],
  company: [['PT', 'limited_company'], ['CV', 'limited_partnership']],
  intermediary: [['Usaha Antar Kerja', 'not_incorporated'], ['Pengepul', 'not_incorporated']],
  employer_association: [['Asosiasi Pengusaha', 'association']],
  service_provider: [['Klinik', 'foundation'], ['Balai Layanan', 'foundation'], ['Pos Layanan', 'association']],
  funder: [['Dana', 'foundation']],
}
const steps = { home_worker_organization: 7, company: 11, intermediary: 13, ngo: 5 }

export function namer(kind) {
  const stream = pairs(first, second, steps[kind] ?? 17)
  let count = 0
  return () => {
    const [form, legalForm] = forms[kind][count++ % forms[kind].length]
    return { name: `${form} ${stream.next().value} (contoh)`, legalForm }
  }
}
