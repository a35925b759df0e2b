/** What is said on the page of a tie, and to its other side; it comes with that page (`tie.ts`). */
export const idTie = {
  'tieView.sides': 'Kata kedua pihak', 'tieView.counts': 'Hubungan ini resmi, dan dihitung dalam cakupan, usulan mitra, dan perkenalan.', 'tieView.notCounted': 'Hubungan ini belum dihitung dalam cakupan dan usulan mitra.',
  'tieView.about': 'Tentang hubungan ini', 'tieView.who': 'Yang bisa melihat', 'tieView.waits': 'Jawaban ini disampaikan lewat pihak lain. Pastikan dulu kepada {name}, misalnya lewat telepon, lalu terima.',
  'tieView.accept': 'Terima jawaban {name}', 'tieView.accepted': 'Jawaban sudah diterima.', 'ask.for': 'Minta pernyataan {name}',
  'ask.intro': '{name} menjawab lewat tautan, tanpa akun. Tautan berlaku dua minggu dan hanya untuk satu jawaban.', 'ask.who': 'Siapa yang menyampaikan tautannya?', 'ask.self': 'Saya sendiri, langsung ke {name}',
  'ask.passedOn': '{other} yang meneruskannya', 'ask.passedOnHelp': 'Pilih ini hanya kalau tidak ada jalan lain ke {name}. Jawabannya belum dihitung sebelum Anda terima.', 'ask.make': 'Buat tautan',
  'ask.until': 'Tautan berlaku sampai {date}. Tautan ini tidak disimpan; kalau hilang, buat lagi.',
  'ask.notYours': 'Tautan untuk {name} disampaikan pengelola data, karena Anda bicara untuk pihak yang lain. Pesan ini boleh Anda kirim sendiri.',
  'ask.later': 'Pengelola data akan mengirim tautan untuk menjawab apakah ini benar. Terima kasih.', 'ask.send': 'Kirim ke kontak {name}',
  'ask.noContacts': 'Belum ada kontak {name} yang boleh dipakai. Salin pesannya, atau tunjukkan kode QR.', 'ask.whatsapp': 'WhatsApp ke {who}', 'ask.email': 'Surel ke {who}', 'ask.phone': 'Telepon {who}',
  'ask.hello': 'Salam untuk {name}.', 'ask.recorded': 'Di peta jaringan tercatat: {sentence}', 'ask.please': 'Apakah ini benar? Mohon jawab lewat tautan ini:',
  'ask.how': 'Tidak perlu akun, dan membuka tautan tidak mengubah apa pun. Jawaban baru tercatat setelah salah satu tombolnya ditekan. Tautan berlaku sampai {date}. Terima kasih.',
};
