// Reads a seed folder into elements by kind; a file may be gzipped.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const root = new URL('../../', import.meta.url)
const files = { organization: 'organizations', unit: 'units', place: 'places', service: 'services', tie: 'ties', need: 'needs' }
const taxonomies = ['actor_kind', 'legal_form', 'tie_type', 'unit_kind', 'hso_function', 'pillar', 'issue', 'skill', 'sector', 'service_term']

function lines(path) {
  const [plain, packed] = [new URL(`${path}.ndjson`, root), new URL(`${path}.ndjson.gz`, root)]
  if (existsSync(plain)) return readFileSync(plain, 'utf8').trimEnd().split('\n')
  return existsSync(packed) ? gunzipSync(readFileSync(packed)).toString('utf8').trimEnd().split('\n') : []
}

/** {organization: […], unit: […], …} of `demo` or `reference`. */
export const readSeed = folder => Object.fromEntries(Object.entries(files).map(([kind, file]) => [kind, lines(`${folder}/${file}`).map(line => JSON.parse(line))]))

/** Terms of all taxonomies, by taxonomy and then by code. */
export const terms = new Map(taxonomies.map(name => [name, new Map(JSON.parse(readFileSync(new URL(`taxonomies/${name}.json`, root), 'utf8')).map(term => [term.code, term]))]))
export const readJson = path => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
