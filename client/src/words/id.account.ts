/** What only the server says, on its pages for signing in, for accounts and for invitations: the pages with a script do without it. */
export const idAccount = {
  'signIn.name': 'Nama masuk', 'signIn.nameHelp': 'Nama, alamat surel, atau nomor telepon yang dulu Anda pilih.', 'signIn.password': 'Kata sandi', 'signIn.go': 'Masuk',
  'signIn.without': 'Melihat peta tidak perlu masuk. Akun dibuat lewat undangan dari pengelola data.',
  'account.welcome': 'Anda sudah masuk', 
  'account.unfinished': 'Pilih nama masuk dan kata sandi, supaya Anda bisa kembali dari perangkat lain. Tanpa itu, akun ini hanya ada di peramban ini.', 'account.later': 'Nanti saja, ke peta',
  'account.waysIn': 'Cara masuk', 'account.nameHelp': 'Boleh nama, alamat surel, atau nomor telepon. Orang lain tidak melihatnya.', 'account.passwordHelp': 'Paling sedikit 12 huruf. Beberapa kata yang mudah Anda ingat sudah cukup.',
  'account.current': 'Kata sandi sekarang', 'account.newPassword': 'Kata sandi baru', 'account.newPasswordHelp': 'Kosongkan kalau tidak ingin menggantinya. Kalau diganti, Anda keluar dari semua perangkat lain.', 'account.save': 'Simpan',
  'account.shown': 'Nama yang terlihat', 'account.name': 'Nama', 'account.shownHelp': 'Begini nama Anda terbaca oleh orang yang Anda undang. Boleh nama samaran.',
  'account.devices': 'Perangkat', 'account.devicesHelp': 'Di sini Anda sedang masuk. Kalau ada yang tidak Anda kenal, keluarkan, lalu ganti kata sandi.', 'account.device': '{browser} di {system}', 'account.deviceUnknown': 'Perangkat yang tidak dikenal',
  'account.thisDevice': 'Perangkat ini', 'account.seen': 'Masuk {began}, terakhir dipakai {seen}', 'account.end': 'Keluarkan', 'account.endOf': 'Keluarkan {device}', 'account.endOthers': 'Keluarkan semua yang lain',
  'account.events': 'Yang terjadi dengan akun ini',
  'account.done.saved': 'Sudah disimpan.', 'account.done.finished': 'Akun Anda lengkap. Mulai sekarang Anda bisa masuk dari perangkat mana pun.', 'account.done.password': 'Kata sandi sudah diganti, dan perangkat lain sudah dikeluarkan.', 'account.done.ended': 'Sudah dikeluarkan.',
  'securityEvent.account_made': 'Akun dibuat', 'securityEvent.signed_in': 'Masuk', 'securityEvent.sign_in_failed': 'Ada yang mencoba masuk dengan kata sandi keliru', 'securityEvent.signed_out': 'Keluar', 'securityEvent.account_changed': 'Akun diubah', 'securityEvent.session_ended': 'Perangkat dikeluarkan',
} as const;
