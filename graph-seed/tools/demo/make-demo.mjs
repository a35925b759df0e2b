// Writes graph-seed/demo: facts first, then what is invented around them. The same inputs give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { draftRegulationTie, fieldOrganizations, nationalInstitutions, seminarNeeds } from '../facts/known-organizations.mjs'
import { governments } from '../facts/governments.mjs'
import { tidy } from '../facts/identity.mjs'
import { universities } from '../facts/universities.mjs'
import { inventNeeds } from './invent-needs.mjs'
import { inventOrganizations } from './invent-organizations.mjs'
import { inventServices } from './invent-services.mjs'
import { inventTies } from './invent-ties.mjs'
import { inventPlaces, inventUnits, withGroups } from './invent-units.mjs'

const folder = new URL('../../demo/', import.meta.url)
const stories = JSON.parse(readFileSync(new URL('stories.json', import.meta.url), 'utf8'))
const invented = inventOrganizations(stories)
const units = inventUnits(invented)
const services = inventServices(invented)

mkdirSync(folder, { recursive: true })
function write(name, elements) {
  writeFileSync(new URL(`${name}.ndjson`, folder), elements.map(element => `${JSON.stringify(tidy(element))}\n`).join(''))
  console.log(`${name}: ${elements.length}, of which ${elements.filter(({ provenance }) => provenance.example).length} examples`)
}

write('organizations', [...governments(), ...nationalInstitutions(), ...fieldOrganizations(), ...universities(), ...invented.map(one => withGroups(one, units).element)])
write('units', units)
write('places', inventPlaces(invented))
write('services', services)
write('ties', [draftRegulationTie(), ...inventTies(invented, services)])
write('needs', [...seminarNeeds(), ...inventNeeds()])
