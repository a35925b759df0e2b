// From capitals to names as one writes them: "PUSKESMAS MUNTILAN II" → "Puskesmas Muntilan II".
const roman = /^(I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV)$/
const kept = new Set(['DTP', 'UPT', 'UPTD', 'DKI', 'DI', 'SP', 'KM', 'TNI', 'AL', 'H.A.H.', 'IV-C'])
const small = new Set(['DAN'])

function word(text) {
  const letters = text.replace(/[()]/g, '')
  if (kept.has(letters) || roman.test(letters) || /^([A-Z]\.)+$/.test(letters) || /^SP\d+$/.test(letters)) return text
  if (small.has(letters)) return text.toLowerCase()
  return text.toLowerCase().replace(/(^|[^\p{L}\p{N}'])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    .replace(/-(i|ii|iii|iv)$/i, (_, number) => `-${number.toUpperCase()}`)
}

export const properCase = text => text.trim().split(/\s+/).map(word).join(' ')
