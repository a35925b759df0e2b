/** The page about who sees what, which the server writes from the table of the policy. */
export const idPrivacy = {
  'privacy.intro': 'Sebagian data di sini menyangkut rumah dan pekerjaan orang, jadi tidak semuanya terlihat oleh semua. Daftar ini dibuat dari aturan yang dipakai server sendiri. Yang tidak disebut di sini terlihat oleh siapa saja.',
  'privacy.seenBy': 'Terlihat lengkap oleh', 'privacy.others': 'Yang lain', 'privacy.whole': 'Seluruhnya',
  'privacy.least.signed_in': 'siapa pun yang sudah masuk', 'privacy.least.coordinator': 'koordinator wilayahnya, organisasinya sendiri, dan pengelola data', 'privacy.least.own': 'organisasinya sendiri dan pengelola data', 'privacy.least.steward': 'pengelola data',
  'privacy.withheld.left_out': 'tidak melihatnya', 'privacy.withheld.coarser': 'melihatnya tidak lebih rinci daripada ketelitian lokasi yang ditetapkan', 'privacy.withheld.small_counts': 'tidak melihat angka 1 sampai 4, dan angka yang bisa dipakai menghitungnya', 'privacy.withheld.words': 'tidak melihat alasannya, dan kata siapa itu', 'privacy.withheld.by_consent': 'melihatnya hanya bila orangnya mengizinkan, untuk siapa dan selama ia mengizinkannya', 'privacy.withheld.unknown': 'tidak tahu bahwa itu ada',
  'privacy.openTie': 'Hubungan yang dibuka untuk siapa saja, atau untuk yang sudah masuk, terlihat oleh mereka.',
  'privacy.whoTitle': 'Siapa yang dimaksud',
  'privacy.who.public': 'Siapa saja: tanpa masuk.', 'privacy.who.signed_in': 'Yang sudah masuk: pemilik akun. Akun perusahaan dan pemberi kerja melihat organisasi lain hanya seperti siapa saja.', 'privacy.who.coordinator': 'Koordinator: melihat di mana belum ada yang membantu di wilayahnya, dalam angka dan wilayah, bukan alamat.',
  'privacy.who.own': 'Organisasinya sendiri: penyunting organisasi itu; untuk hubungan, penyunting salah satu pihaknya.', 'privacy.who.steward': 'Pengelola data: yang menjaga data wilayahnya, atau semuanya.',
  'privacy.author': 'Siapa yang mencatat sebuah data hanya diketahui pengelola data seluruh jaringan; yang lain hanya tahu bahwa itu dicatat pengelola data. Dengan hak apa sebuah data diubah diketahui oleh yang mengelola hak itu.',
  'privacy.past': 'Yang disembunyikan hari ini juga tidak terlihat di riwayat.',
} as const;
