/** What is said to who keeps an organization of what its page lacks; it comes when it is needed. */
export const idUpkeep = {
  'upkeep.title': 'Yang perlu dilengkapi', 'upkeep.fill': 'Lengkapi', 'upkeep.affirmed': 'Tercatat: masih benar hari ini.', 'upkeep.notAffirmed': 'Belum tercatat bahwa ini masih benar. {why}',
  'upkeep.contact': 'Belum ada kontak', 'upkeep.contact.why': 'Yang ingin bermitra tidak tahu harus menghubungi siapa. Kontak tampil hanya dengan izin orangnya.',
  'upkeep.issues': 'Belum ada isu yang ditangani', 'upkeep.issues.why': 'Isu yang sama paling sering mempertemukan mitra.',
  'upkeep.exchange': 'Belum tercatat apa yang ditawarkan dan dibutuhkan', 'upkeep.exchange.why': 'Tanpa ini, tidak ada yang bisa dicocokkan.',
  'upkeep.purpose': 'Belum ada tujuan', 'upkeep.purpose.why': 'Satu kalimat cukup, supaya orang tahu untuk apa organisasi ini ada.',
  'upkeep.members': 'Belum ada jumlah anggota', 'upkeep.members.why': 'Jumlah anggota menunjukkan berapa orang yang diwakili dan dibutuhkan layanannya.',
  'upkeep.services': '{count} layanan tanpa wilayah', 'upkeep.services.why': 'Layanan tanpa wilayah tidak dihitung di cakupan mana pun.',
  'upkeep.capacity': '{count} layanan tanpa daya tampung', 'upkeep.capacity.why': 'Tanpa daya tampung, tidak ada yang tahu apakah masih ada tempat.',
  'upkeep.waiting': '{count} hubungan menunggu jawaban', 'upkeep.waiting.why': 'Hubungan baru dihitung kalau kedua pihak sudah membenarkannya.',
  'upkeep.ties': '{count} hubungan lama tidak diperiksa', 'upkeep.ties.why': 'Hubungan yang lama tidak diperiksa kurang dipercaya dalam perkenalan.',
};
