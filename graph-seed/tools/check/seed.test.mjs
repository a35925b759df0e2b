// Every seed file against the shapes and against each other. Run with: node --test graph-seed/tools/*/*.test.mjs
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownRegion } from '../facts/regions.mjs'
import { readSeed, terms } from './read-seed.mjs'
import { shapes, unknownFields } from './shapes.mjs'

const codeFields = {
  organization: { actorKind: 'actor_kind', legalForm: 'legal_form', issues: 'issue', sectors: 'sector', offers: 'skill', needs: 'skill' },
  unit: { unitKind: 'unit_kind' }, place: {}, tie: { type: 'tie_type' },
  service: { functions: 'hso_function', pillars: 'pillar', issues: 'issue', terms: 'service_term' },
  need: { issues: 'issue', functions: 'hso_function', pillars: 'pillar', terms: 'service_term', sector: 'sector' },
}
const nameOf = element => `${element.kind} ${element.id} ${element.name ?? element.type ?? element.region ?? ''}`
const isExample = element => element.provenance.example === true

test('Every term has its shape, its id, a known parent and known kinds', () => {
  for (const [taxonomy, byCode] of terms)
    for (const term of byCode.values()) {
      assert.deepEqual(unknownFields(shapes.term, term), [], term.id)
      assert.equal(term.id, `${taxonomy}:${term.code}`)
      assert.ok(term.parent === undefined || byCode.has(term.parent), term.id)
      for (const kind of [...(term.fromKinds ?? []), ...(term.toKinds ?? [])]) assert.ok(terms.get('actor_kind').has(kind), term.id)
      if (taxonomy === 'actor_kind') assert.ok(term.family, term.id)
    }
})

for (const folder of ['demo', 'reference']) {
  const seed = readSeed(folder)
  const all = Object.values(seed).flat()
  const byId = new Map(all.map(element => [element.id, element]))

  test(`${folder}: every element has its shape, and ids are unique`, () => {
    for (const element of all) assert.deepEqual(unknownFields(shapes[element.kind], element), [], nameOf(element))
    assert.equal(byId.size, all.length)
  })

  test(`${folder}: every code and region is known`, () => {
    for (const element of all) {
      for (const [field, taxonomy] of Object.entries(codeFields[element.kind]))
        for (const code of [element[field] ?? []].flat()) assert.ok(terms.get(taxonomy).has(code), `${nameOf(element)} ${field} ${code}`)
      for (const region of [element.region ?? [], (element.areas ?? []).map(area => area.region)].flat(2)) assert.ok(knownRegion.has(region), `${nameOf(element)} ${region}`)
    }
  })

  test(`${folder}: every reference leads to an element of the right kind that still lives`, () => {
    const is = (id, kind) => byId.get(id)?.kind === kind
    for (const element of all) {
      for (const id of [element.organization, element.from, element.to].filter(Boolean)) assert.ok(is(id, 'organization'), nameOf(element))
      if (element.organization) assert.equal(byId.get(element.organization).retired, undefined, nameOf(element))
      if (element.unit) assert.ok(is(element.unit, 'unit') && byId.get(element.unit).organization === element.organization, nameOf(element))
      if (element.parent) assert.ok(is(element.parent, 'unit') && byId.get(element.parent).organization === element.organization, nameOf(element))
      if (element.service) assert.ok(is(element.service, 'service'), nameOf(element))
    }
    const seen = new Set()
    for (const unit of seed.unit) {
      assert.ok(unit.parent === undefined || seen.has(unit.parent), `${nameOf(unit)} stands before its parent`)
      seen.add(unit.id)
    }
  })

  test(`${folder}: ties join what they may, once, symmetric ones in order of their ids`, () => {
    const twins = new Set()
    for (const tie of seed.tie) {
      const [from, to] = [byId.get(tie.from), byId.get(tie.to)]
      const rules = terms.get('tie_type').get(tie.type)
      assert.notEqual(tie.from, tie.to, nameOf(tie))
      assert.ok((rules.fromKinds ?? [from.actorKind]).includes(from.actorKind) && (rules.toKinds ?? [to.actorKind]).includes(to.actorKind), `${nameOf(tie)} ${from.actorKind} ${to.actorKind}`)
      if (rules.symmetric) assert.ok(tie.from < tie.to, nameOf(tie))
      const twin = [tie.type, tie.from, tie.to, tie.service].join()
      assert.ok(!twins.has(twin), nameOf(tie))
      twins.add(twin)
      assert.ok(tie.status === 'ended' || !(from.retired || to.retired), nameOf(tie))
      assert.ok(tie.service === undefined || byId.get(tie.service).organization === tie.to, nameOf(tie))
    }
  })

  test(`${folder}: what is invented says so, and never touches what is real`, () => {
    for (const element of all) {
      const owners = [element.organization, element.from, element.to].filter(Boolean).map(id => byId.get(id))
      for (const owner of owners) assert.equal(isExample(element), isExample(owner), nameOf(element))
      if (element.name) assert.equal(element.name.endsWith('(contoh)'), isExample(element), nameOf(element))
      if (isExample(element)) assert.match(element.provenance.source, /contoh/i)
    }
  })

  test(`${folder}: an organization has no fewer members than its groups together`, () => {
    for (const { id, members } of seed.organization) {
      const groups = (seed.unit ?? []).filter(unit => unit.organization === id && unit.members)
      for (const sex of ['women', 'men'])
        assert.ok(groups.reduce((sum, group) => sum + (group.members[sex] ?? 0), 0) <= (members?.[sex] ?? 0), `${nameOf(byId.get(id))}: ${sex}`)
    }
  })

  test(`${folder}: homes are never shown finer than their village`, () => {
    for (const place of seed.place.filter(({ home }) => home)) assert.ok(['village', 'district', 'regency', 'hidden'].includes(place.precision), nameOf(place))
  })
}

test('The demonstration network has about 900 organizations, 2,500 ties, 400 services, and needs for every regency of seven provinces', () => {
  const { organization, tie, service, need } = readSeed('demo')
  const near = (value, wanted) => value > wanted * 0.9 && value < wanted * 1.1
  assert.ok(near(organization.length, 900) && near(tie.length, 2500) && near(service.length, 400))
  const needed = new Set(need.map(({ region }) => region))
  for (const code of knownRegion)
    if (code.length === 5 && ['12', '31', '32', '33', '34', '35', '36'].includes(code.slice(0, 2))) assert.ok(needed.has(code), code)
})
