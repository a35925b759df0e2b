/** Who may do what, and how it looks to others. */
export const idPeople = {
  'privacy.title': 'Siapa melihat apa',
  'care.title': 'Data pribadi',
  'place.manage': 'Kelola', 'manage.title': 'Kelola',
  'work.waiting': 'menunggu Anda',
  'people.title': 'Orang dan hak', 'people.whole': 'Seluruh jaringan',
  'grantForm.new': 'Beri hak', 'grantForm.change': 'Ubah hak',
  'help.account': 'Tertulis di halaman “Akun saya” orang itu, misalnya account-1a2b3c4d5e6f7081.',
  'roleDoes.organization_editor': 'Mengubah data organisasinya sendiri: unit, tempat, layanan, dan hubungannya. Boleh menambah penyunting lain.', 'roleDoes.mediator': 'Menghubungkan pekerja rumahan dengan perusahaan dan pemerintah. Belum mengubah data apa pun.',
  'roleDoes.coordinator': 'Melihat di mana belum ada yang membantu, dan mencatat kebutuhan di wilayahnya.', 'roleDoes.steward': 'Mengubah semua data di lingkupnya, dan memberi hak di sana.', 'roleDoes.administrator': 'Memberi dan mencabut hak siapa saja. Tidak mengubah data.',
  'preview.title': 'Lihat sebagai orang lain', 'preview.label': 'Pratinjau', 'preview.intro': 'Halaman dan peta tampil persis seperti yang dilihat orang itu. Selama itu tidak ada yang bisa diubah.',
  'preview.as.public': 'siapa saja, tanpa masuk', 'preview.as.signed_in': 'orang yang sudah masuk', 'preview.coordinator': 'koordinator {place}', 'preview.ofRegion': 'Sebagai koordinator wilayah', 'preview.choose': 'Sebagai {who}',
  'preview.seeing': 'Anda melihat sebagai {who}.', 'preview.end': 'Kembali melihat sebagai diri sendiri', 'preview.leftOut': 'Tidak terlihat: {what}.', 'preview.coarser': 'Kurang rinci: {what}.', 'preview.smallCounts': 'Angka kecil disembunyikan: {what}.', 'preview.all': 'Dari organisasi ini tidak ada yang disembunyikan.',
  'preview.onlyLooks': 'Anda sedang melihat sebagai orang lain, jadi tidak ada yang bisa diubah.', 'preview.endFirst': 'Kembali dulu melihat sebagai diri sendiri.',
} as const;
