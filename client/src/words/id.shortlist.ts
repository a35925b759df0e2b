/** What the shortlist says; it comes with its page. */
export const idShortlist = {
  'shortlist.intro': 'Yang ingin Anda lihat lagi. Daftar ini hanya ada di perangkat ini; orang lain melihatnya kalau Anda membagikan alamatnya.',
  'shortlist.empty': 'Belum ada yang tercatat. Catat organisasi dari usulan mitra atau dari halamannya.',
  'shortlist.find': 'Cari mitra',
  'shortlist.shared': 'Daftar ini dibagikan lewat alamatnya.',
  'shortlist.keep': 'Catat semuanya di daftar saya',
  'shortlist.mine': 'Ke daftar saya',
  'shortlist.clear': 'Kosongkan daftar',
  'shortlist.compare': 'Bandingkan',
  'shortlist.compareOf': 'Bandingkan {name}',
  'shortlist.compareAll': 'Bandingkan {count} yang dipilih',
  'shortlist.pick': 'Pilih dua sampai lima untuk dibandingkan.',
  'shortlist.gone': '{count} organisasi di daftar ini tidak bisa ditampilkan lagi.',
  'shortlist.drop': 'Hapus dari daftar',
  'shortlist.list': 'Daftar',
};
