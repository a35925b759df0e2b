/** Hubungan dan apa yang dinyatakan kedua pihaknya. */
export const idTies = {
  'side.from': 'pihak pertama', 'side.to': 'pihak kedua', 'says.confirmed': 'Benar', 'says.disputed': 'Tidak benar', 'says.ended': 'Sudah berakhir',
  'way.source': 'menurut sumber', 'way.product': 'dicatat di sini', 'way.link': 'lewat tautan', 'way.link_proposer_passed_on': 'lewat tautan yang diteruskan pihak lain',
  'field.statements': 'Pernyataan kedua pihak', 'field.side': 'Pihak', 'field.says': 'Menyatakan', 'field.day': 'Pada', 'field.way': 'Lewat', 'field.accepted': 'Diterima pengelola', 'field.reason': 'Alasan', 'field.word': 'Menurut siapa', 'field.onSource': 'Status menurut sumber',
  'statement.day': 'Dinyatakan pada', 'statement.until': 'Hari terakhir', 'statement.reason': 'Alasannya', 'statement.word': 'Menurut siapa?',
  'author.link': 'pihak yang bersangkutan, lewat tautan',
  'state.for': 'Catat pernyataan {name}', 'state.what': 'Apa kata {name}?', 'state.reasonHelp': 'Disimpan tersegel. Publik hanya melihat bahwa hubungan ini dibantah, dan kapan.', 'state.wordHelp': 'Nama atau jabatan, dan caranya, misalnya “Ketua, lewat telepon”. Disimpan tersegel.', 'state.save': 'Catat pernyataan', 'state.saved': 'Pernyataan sudah dicatat.',
  'waiting.title': 'Menunggu jawaban', 'waiting.intro': 'Hubungan yang baru dinyatakan satu pihak, atau jawabannya menunggu diterima. Yang paling lama menunggu di atas.', 'waiting.none': 'Tidak ada hubungan yang menunggu jawaban.', 'waiting.count': '{count} hubungan menunggu', 'waiting.first': '{count} yang paling lama dari {total} hubungan yang menunggu',
  'waiting.since': 'Menunggu sejak {date}, {count} hari', 'waiting.never': 'Belum ada pihak yang menyatakan', 'waiting.of': 'Ditunggu: {names}', 'waiting.accept': 'Jawaban {name} menunggu diterima',
  'tieForm.whoSays': 'Siapa yang menyatakan hubungan ini?', 'tieForm.source': 'Hanya sumber di bawah', 'tieForm.saidBy': '{name}', 'tieForm.bySource': '{name} setuju, menurut sumber, pada', 'tieForm.statedElsewhere': 'Apa yang dinyatakan pihaknya sendiri dicatat di halaman hubungan ini.', 'waiting.own': '{count} hubungan organisasi Anda', 'waiting.others': '{count} hubungan lain',
  'introductions.oneSided': 'Juga lewat hubungan yang baru dinyatakan satu pihak', 'introductions.oneSidedHelp': 'Nilainya separuh, dan ditandai di setiap langkah.',
};
