// Ids and chance of the seed: the same names give the same bytes, everywhere and always.
import { createHash } from 'node:crypto'

const digest = text => createHash('sha256').update(text, 'utf8').digest()

/** A UUID (version 8, RFC 9562) of the first 16 bytes of the SHA-256 over a stable name. */
export function idOf(name) {
  const bytes = digest(`networkmap/${name}`).subarray(0, 16)
  bytes[6] = 0x80 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A stream of chance of its own for a name (mulberry32), so that adding one organization leaves the profiles of the others. */
export function chanceOf(name) {
  let state = digest(`chance/${name}`).readUInt32LE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (least, most) => least + Math.floor(next() * (most - least + 1))
  const pick = list => list[Math.floor(next() * list.length)]
  const some = (list, count) => {
    const rest = [...list]
    const chosen = []
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(Math.floor(next() * rest.length), 1))
    return chosen
  }
  return { next, between, pick, some, yes: share => next() < share, around: width => (next() + next() - 1) * width }
}

/** The same object without what is absent: undefined, null, empty lists. */
export const tidy = object => Object.fromEntries(Object.entries(object).filter(([, value]) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)))

/** Where a fact comes from; `unverified` where nobody compared it with the source. */
export const fact = (source, more = {}) => tidy({ source, sourceUrl: more.url, assertedBy: 'seed', lastVerified: more.lastVerified, unverified: more.unverified })

/** Marks an invented record as an example. */
export const example = (lastVerified, source = 'Contoh: rekaan untuk mencoba peta ini, bukan data tentang siapa pun') =>
  tidy({ source, assertedBy: 'seed', lastVerified, example: true })
