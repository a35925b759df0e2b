/** Organizations that were entered twice: these come with that page. */
export const idDuplicates = {
  'duplicates.intro': 'Organisasi yang mungkin tercatat dua kali, yang paling mirip di atas. Gabungkan yang memang satu; yang memang dua tidak ditanyakan lagi.', 'duplicates.none': 'Tidak ada yang tampak ganda. Yang baru akan muncul di sini sendiri.', 'duplicates.count': '{count} pasangan menunggu', 'duplicates.first': '{count} teratas dari {total} pasangan',
  'duplicates.pages': 'Lihat yang di bawahnya sesudah yang di atas diputuskan.', 'duplicates.working': 'Daftar sedang disusun dari data terbaru; sebentar lagi lengkap.', 'duplicates.and': '{one} dan {other}', 'duplicates.why': 'Mengapa mungkin satu',
  'duplicates.against': 'Yang berbicara sebaliknya: {reasons}', 'duplicates.compare': 'Bandingkan', 'duplicates.notOne': 'Bukan ganda', 'duplicates.told': 'Dicatat: bukan ganda.',
  'duplicates.toldApart': 'Keduanya sudah dinyatakan bukan ganda.', 'duplicates.takeBack': 'Cabut pernyataan itu', 'duplicates.takenBack': 'Pernyataan dicabut.', 'duplicates.queue': 'Semua yang mungkin ganda',
  'duplicates.pair': 'Satu organisasi, atau dua?', 'duplicates.stays': 'Yang tetap', 'duplicates.goes': 'Yang digabungkan', 'duplicates.swap': 'Tukar: pertahankan yang lain',
  'duplicates.fields': 'Isi yang mana yang dipakai?', 'duplicates.same': 'Sama pada keduanya: {fields}.', 'duplicates.kept': 'Yang tetap', 'duplicates.other': 'Yang digabungkan',
  'duplicates.both': 'Keduanya', 'duplicates.contacts': 'Semua kontak ikut, masing-masing dengan izinnya.', 'duplicates.becomes': 'Yang akan ikut pindah',
  'duplicates.nothing': 'Tidak ada yang perlu pindah.', 'duplicates.moreMoves': 'dan {count} lagi', 'duplicates.meeting': 'Hubungan yang tercatat dua kali menjadi satu', 'duplicates.meets': '{title}, bersama {with}',
  'duplicates.dropping': 'Hubungan di antara keduanya hilang', 'duplicates.obstacles': 'Yang menghalangi', 'duplicates.merge': 'Gabungkan keduanya', 'duplicates.reason': 'Mengapa digabungkan?',
  'duplicates.reasonMissing': 'Tulis alasannya, misalnya dari mana Anda tahu.', 'duplicates.mergeNow': 'Gabungkan', 'duplicates.done': 'Keduanya sudah digabungkan.', 'duplicates.widens': 'Orang lain akan melihat lebih banyak daripada sekarang, dan itu saya setujui.',
  'duplicates.moved': 'Salah satunya baru saja diubah orang lain. Bandingkan lagi, lalu gabungkan.', 'duplicates.help': 'Alamat organisasi yang digabungkan membawa ke yang tetap, dan penggabungan bisa dipisahkan lagi kapan saja.', 'duplicates.apart': 'Pisahkan lagi', 'duplicates.wereMerged': '{other} digabungkan ke dalam {kept} pada {date}.',
  'duplicates.because': 'Alasan waktu itu: {reason}', 'duplicates.undecided': 'Milik siapa yang datang kemudian?', 'duplicates.undecidedHelp': 'Sesudah digabungkan, ini ditambahkan atau diubah.', 'duplicates.edited': '{field} diubah',
  'duplicates.allBack': 'Sejak digabungkan tidak ada yang baru: keduanya kembali seperti semula.', 'duplicates.apartWhy': 'Mengapa dipisahkan?', 'duplicates.apartNow': 'Pisahkan', 'duplicates.apartDone': 'Keduanya sudah terpisah lagi.',
  'duplicates.choose': 'Pilih dulu milik siapa.', 'duplicates.who': 'Data ganda hanya diputuskan pengelola data.', 'duplicates.whoHow': 'Minta pengelola data wilayah itu.', 'duplicates.whoSignIn': 'Masuk dulu dengan akun yang berhak.',
} as const;
