// The shapes of the elements as the seed may write them: per field a test of its value. A field that is not listed is an error.
const text = limit => value => typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= limit && !/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value)
const whole = (least, most) => value => Number.isInteger(value) && value >= least && value <= most
const oneOf = (...values) => value => values.includes(value)
const day = value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
const id = value => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value)
const list = (test, limit = 50) => value => Array.isArray(value) && value.length > 0 && value.length <= limit && value.every(test) && new Set(value.map(item => JSON.stringify(item))).size === value.length
const flag = value => value === true
const code = value => /^[a-z0-9_]{1,60}$/.test(value)
const region = value => /^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/.test(value)
const count = whole(0, 10_000_000)
const web = value => /^https:\/\/\S+$/.test(value) && value.length <= 500
const between = (least, most) => value => typeof value === 'number' && value >= least && value <= most

export const record = fields => value => typeof value === 'object' && value !== null && unknownFields(fields, value).length === 0
const bare = name => name.replace('!', '')

/** The fields of a value that are unknown, wrong or missing (a name with "!" must be there). */
export function unknownFields(fields, value) {
  const tests = new Map(Object.entries(fields).map(([name, test]) => [bare(name), test]))
  const wrong = Object.entries(value).filter(([name, item]) => !tests.get(name)?.(item)).map(([name]) => name)
  return [...wrong, ...Object.keys(fields).filter(name => name.endsWith('!') && value[bare(name)] === undefined).map(bare)]
}

const interval = value => record({ from: day, until: day })(value) && !(value.from && value.until && value.until < value.from)
const counts = record({ women: count, men: count, other: count, unknown: count, date: day, source: text(500), published: flag })
const provenance = record({ 'source!': text(500), sourceUrl: web, 'assertedBy!': text(100), lastVerified: day, unverified: flag, example: flag })
const precision = oneOf('exact', 'village', 'district', 'regency', 'hidden')
const point = record({ 'longitude!': between(95, 141.1), 'latitude!': between(-11.1, 6.1), derived: flag })
const contact = record({ name: text(200), role: text(200), 'channel!': oneOf('phone', 'email', 'whatsapp', 'web', 'post'), 'value!': text(300), purpose: text(300), consent: record({ 'givenBy!': text(200), given: day, until: day, withdrawn: day }) })
const area = record({ 'region!': region, withSubregions: flag, valid: interval })
const agreement = record({ 'kind!': text(100), number: text(100), signed: day, until: day, link: web })
const supply = record({ product: text(200), tier: whole(1, 5), paymentBasis: oneOf('piece', 'time', 'contract', 'unknown'), workersWomen: count, workersMen: count, confidence: whole(1, 5) })
const statement = record({ 'side!': oneOf('from', 'to'), 'says!': oneOf('confirmed', 'disputed', 'ended'), 'day!': day, way: oneOf('source'), until: day })
const share = between(0, 1)

export const shapes = {
  organization: { 'name!': text(200), otherNames: list(text(200)), acronym: text(40), 'actorKind!': code, legalForm: code, legalStatus: oneOf('incorporated', 'not_incorporated', 'unknown'), mediates: flag, purpose: text(2000), 'region!': region, precision,
    issues: list(code), sectors: list(code), offers: list(code), needs: list(code), languages: list(text(35)), website: web, members: counts, founded: whole(1500, 2200), retired: day, contacts: list(contact, 20), note: text(4000) },
  unit: { 'organization!': id, 'name!': text(200), 'unitKind!': code, parent: id, region, members: counts },
  place: { 'organization!': id, unit: id, name: text(200), 'region!': region, point, precision, home: flag, main: flag, address: text(300) },
  service: { 'organization!': id, 'name!': text(200), description: text(2000), 'status!': oneOf('active', 'planned', 'ended'), functions: list(code), pillars: list(code), issues: list(code), terms: list(code), areas: list(area), capacity: count, used: count,
    schedule: text(500), eligibility: text(500), cost: text(500), languages: list(text(35)), accessibility: text(500), valid: interval },
  tie: { 'type!': code, 'from!': id, 'to!': id, service: id, 'status!': oneOf('proposed', 'confirmed', 'disputed', 'ended'), strength: whole(1, 5), 'audience!': oneOf('public', 'signed_in', 'parties'), valid: interval, agreement, confirmedFrom: day, confirmedTo: day, statements: list(statement, 2), onSource: oneOf('proposed', 'confirmed', 'disputed', 'ended'), supply, note: text(4000) },
  need: { 'region!': region, issues: list(code), functions: list(code), pillars: list(code), terms: list(code), sector: code, women: count, men: count, unknown: count, 'year!': whole(1900, 2200), indicators: record({ access: share, choices: share, discrimination: share, knowledge: share, support: share }) },
  term: { 'taxonomy!': code, 'code!': code, parent: code, 'labelId!': text(200), 'labelEn!': text(200), descriptionId: text(1000), descriptionEn: text(1000), legalReference: text(300), order: whole(0, 100000), family: oneOf('home_workers', 'civil_society', 'government', 'knowledge', 'economy', 'services_funds'),
    symmetric: flag, trust: share, fromKinds: list(code), toKinds: list(code), labelReverseId: text(200), labelReverseEn: text(200) },
}
for (const [kind, fields] of Object.entries(shapes)) Object.assign(fields, { 'kind!': oneOf(kind), 'id!': kind === 'term' ? text(130) : id, 'provenance!': provenance })
