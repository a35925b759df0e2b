// The judgement of best partners speaks of organizations of the demonstration network that are not partners yet.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJson, readSeed } from './read-seed.mjs'

const judgements = readJson('judgement/partners.json')
const { organization, tie } = readSeed('demo')
const byId = new Map(organization.map(element => [element.id, element]))
const tied = new Set(tie.filter(({ status }) => status !== 'ended').flatMap(({ from, to }) => [`${from}/${to}`, `${to}/${from}`]))

test('Thirty organizations are judged, each once', () => {
  assert.equal(judgements.length, 30)
  assert.equal(new Set(judgements.map(({ organization: id }) => id)).size, 30)
})

test('Who is expected or acceptable exists, lives, bears the name given, and is tied to the organization by nothing current', () => {
  for (const { organization: id, name, expected, expectedName, acceptable, acceptableNames, reason } of judgements) {
    assert.equal(byId.get(id)?.name, name)
    assert.deepEqual([expected, ...acceptable].map(other => byId.get(other)?.name), [expectedName, ...acceptableNames])
    assert.ok(acceptable.length >= 1 && acceptable.length <= 2 && reason.length > 20, name)
    for (const other of [expected, ...acceptable]) {
      assert.equal(byId.get(other).retired, undefined)
      assert.ok(other !== id && !tied.has(`${id}/${other}`), `${name} and ${byId.get(other).name}`)
    }
  }
})
