/** Who may do what, and how it looks to others. */
export const idPeople = {
  'privacy.title': 'Siapa melihat apa',
  'care.title': 'Data pribadi',
  'work.count': '{count} hal menunggu Anda', 'work.waiting': 'menunggu Anda',
  'people.title': 'Orang dan hak', 'people.invite': 'Undang seseorang', 'people.short': 'Orang', 'people.intro': 'Siapa boleh mengubah apa. Memberi dan mencabut hak tercatat dan berlaku seketika.', 'people.whole': 'Seluruh jaringan', 'people.none': 'Belum ada yang diberi hak di sini.',
  'people.givenBy': 'diberikan oleh {who}', 'people.change': 'Ubah atau cabut', 'people.over': 'Sudah berakhir', 'people.later': 'Belum mulai', 'people.all': 'Hak di seluruh jaringan',
  'grantForm.new': 'Beri hak', 'grantForm.change': 'Ubah hak', 'grantForm.remove': 'Cabut hak ini', 'grantForm.removeHelp': 'Berlaku seketika, juga di halaman yang sedang dibuka orangnya. Riwayatnya tetap ada, dan pencabutan bisa dibatalkan.', 'grantForm.source': 'Diberikan di halaman “Orang dan hak”',
  'help.account': 'Tertulis di halaman “Akun saya” orang itu, misalnya account-1a2b3c4d5e6f7081.', 'grantForm.whom': 'Untuk siapa', 'grantForm.other': 'Orang lain yang sudah punya akun', 'grantForm.byId': 'Orang yang sudah punya akun', 'grantForm.id': 'Id akunnya', 'grantForm.nameless': 'Akun tanpa nama (…{id})', 'grantForm.invite': 'Belum punya akun, atau tidak tahu idnya? Undang saja:',
  'roleDoes.organization_editor': 'Mengubah data organisasinya sendiri: unit, tempat, layanan, dan hubungannya. Boleh menambah penyunting lain.', 'roleDoes.mediator': 'Menghubungkan pekerja rumahan dengan perusahaan dan pemerintah. Belum mengubah data apa pun.',
  'roleDoes.coordinator': 'Melihat di mana belum ada yang membantu, dan mencatat kebutuhan di wilayahnya.', 'roleDoes.steward': 'Mengubah semua data di lingkupnya, dan memberi hak di sana.', 'roleDoes.administrator': 'Memberi dan mencabut hak siapa saja. Tidak mengubah data.',
  'preview.title': 'Lihat sebagai orang lain', 'preview.short': 'Pratinjau', 'preview.label': 'Pratinjau', 'preview.intro': 'Halaman dan peta tampil persis seperti yang dilihat orang itu. Selama itu tidak ada yang bisa diubah.',
  'preview.as.public': 'siapa saja, tanpa masuk', 'preview.as.signed_in': 'orang yang sudah masuk', 'preview.coordinator': 'koordinator {place}', 'preview.ofRegion': 'Sebagai koordinator wilayah', 'preview.choose': 'Sebagai {who}',
  'preview.seeing': 'Anda melihat sebagai {who}.', 'preview.end': 'Kembali melihat sebagai diri sendiri', 'preview.leftOut': 'Tidak terlihat: {what}.', 'preview.coarser': 'Kurang rinci: {what}.', 'preview.smallCounts': 'Angka kecil disembunyikan: {what}.', 'preview.all': 'Dari organisasi ini tidak ada yang disembunyikan.',
  'preview.onlyLooks': 'Anda sedang melihat sebagai orang lain, jadi tidak ada yang bisa diubah.', 'preview.endFirst': 'Kembali dulu melihat sebagai diri sendiri.',
} as const;
