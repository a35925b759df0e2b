// Large public universities: name, acronym and the regency or city of the main seat, from public knowledge, not compared with a register.
import { readFileSync } from 'node:fs'
import { fact, idOf } from './identity.mjs'

export const universities = () => readFileSync(new URL('universities.csv', import.meta.url), 'utf8').trimEnd().split('\n').slice(1)
  .map(line => line.split(','))
  .map(([acronym, name, region]) => ({
    kind: 'organization', id: idOf(`university/${name}`), name, acronym, actorKind: 'university', legalForm: 'government_unit', region,
    provenance: fact('Pengetahuan umum; nama dan letak belum dicocokkan dengan daftar resmi perguruan tinggi', { unverified: true }),
  }))
