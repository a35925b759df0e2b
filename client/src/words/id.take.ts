/** Words for taking an answer along: tables, files, sharing, print. */
export const idTake = {
  'partners.tableOf': 'Usulan mitra untuk {name}', 'introductions.tableOf': 'Jalan perkenalan dari {one} ke {other}', 'introductions.tableFrom': 'Jalan perkenalan dari {one}', 'coverage.tableOfGaps': 'Kekosongan',
  'region.tableOf': 'Organisasi di {name}',
  'shape.label': 'Bentuk', 'shape.list': 'Daftar', 'shape.table': 'Tabel',
  'table.copy': 'Salin tabel', 'table.copied': 'Tabel disalin. Tempel di lembar kerja mana pun.', 'table.notCopied': 'Peramban ini tidak mengizinkan penyalinan. Simpan sebagai CSV saja.', 'table.save': 'Simpan CSV', 'table.saved': 'Berkas {name} disimpan.',
  'table.rows': '{count} baris', 'table.rank': 'No.', 'table.name': 'Nama', 'table.kind': 'Jenis', 'table.region': 'Wilayah', 'table.code': 'Kode wilayah', 'table.within': 'Bagian dari', 'table.match': 'Kecocokan (%)', 'table.km': 'Jarak (km)',
  'table.verified': 'Terakhir diperiksa', 'table.why': 'Alasan', 'table.path': 'Jalan', 'table.step': 'Langkah', 'table.from': 'Dari', 'table.to': 'Kepada', 'table.tie': 'Hubungan', 'table.status': 'Status', 'table.strength': 'Kekuatan (1–5)', 'table.trust': 'Kepercayaan (%)',
  'table.term': 'Bidang', 'table.state': 'Keadaan', 'table.services': 'Layanan', 'table.capacity': 'Daya tampung (orang setahun)', 'table.need': 'Kebutuhan (orang)', 'table.unmet': 'Belum terlayani (orang)', 'table.when': 'Waktu', 'table.who': 'Oleh', 'table.what': 'Perubahan', 'table.reason': 'Alasan perubahan',
  'take.title': 'Judul', 'take.date': 'Tanggal', 'take.source': 'Sumber', 'take.address': 'Alamat', 'take.sourcePublic': 'NetworkMap di {host}, data yang terlihat oleh siapa saja', 'take.sourceSteward': 'NetworkMap di {host}, data yang terlihat oleh pengurus; jangan diteruskan tanpa izin',
  'order.label': 'Urutan', 'order.code': 'Menurut kode wilayah', 'order.name': 'Menurut nama', 'order.unmet': 'Paling banyak belum terlayani: {term}', 'order.group': 'Kelompokkan menurut {level}', 'order.onMap': 'Lihat di peta', 'order.onMapOf': 'Lihat di peta: {region}, {term}', 'order.shownOnMap': '{region} tampak di peta.',
} as const;
