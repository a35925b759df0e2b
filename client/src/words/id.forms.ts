export const idForms = {
  'form.save': 'Simpan', 'form.saving': 'Menyimpan …', 'form.cancel': 'Batal', 'form.required': 'wajib', 'form.summary': 'Ada {count} hal yang perlu dibetulkan', 'form.reason': 'Alasan perubahan', 'form.reasonHelp': 'Boleh kosong. Tampil di Aktivitas.',
  'form.saved': 'Tersimpan.', 'form.removed': 'Sudah dihapus. Riwayatnya tetap ada.', 'form.removeNow': 'Hapus', 'form.removeReason': 'Mengapa dihapus?', 'form.removeHelp': 'Untuk yang tercatat karena keliru. Organisasi yang sudah bubar jangan dihapus: isi “Berhenti sejak”, supaya riwayatnya tetap terlihat.', 'organizationForm.remove': 'Hapus organisasi ini', 'form.none': '— belum dipilih —',
  'organizationForm.new': 'Tambah organisasi', 'organizationForm.change': 'Ubah organisasi', 'organizationForm.more': 'Keterangan lain',
  'tieForm.new': 'Tambah hubungan', 'tieForm.change': 'Ubah hubungan', 'tieForm.from': 'Dari', 'tieForm.to': 'Dengan', 'tieForm.swap': 'Tukar arah', 'tieForm.reads': 'Dibaca: {sentence}',
  'help.precision': 'Seberapa teliti orang lain melihat lokasinya. Otomatis: kelompok pekerja rumahan sampai kecamatan, yang lain tepat.', 'help.audience': 'Otomatis: hanya pihaknya bila menyangkut pekerja rumahan, selain itu siapa saja.', 'help.source': 'Dari mana Anda tahu? Misalnya “Kunjungan 3 Mei 2026”.', 'help.strength': '1 baru kenal, 5 sangat erat.',
  'precision.exact': 'Tepat', 'precision.village': 'Desa', 'precision.district': 'Kecamatan', 'precision.regency': 'Kabupaten/kota', 'precision.default': 'Otomatis', 'precision.hidden': 'Tidak ditampilkan',
  'legalStatus.incorporated': 'Berbadan hukum', 'legalStatus.not_incorporated': 'Tidak berbadan hukum', 'legalStatus.unknown': 'Belum diketahui',
  'audience.public': 'Siapa saja', 'audience.signed_in': 'Yang sudah masuk', 'audience.parties': 'Hanya pihaknya', 'audience.default': 'Otomatis',
  'conflict.title': 'Orang lain baru saja mengubah ini', 'conflict.text': 'Pilih untuk setiap bagian yang berbeda: isian Anda, atau yang sekarang tersimpan. Isian Anda belum hilang.', 'conflict.mine': 'Isian Anda', 'conflict.theirs': 'Tersimpan sekarang',
  'conflict.keepMine': 'Simpan isian saya', 'conflict.takeTheirs': 'Pakai yang tersimpan',
};
