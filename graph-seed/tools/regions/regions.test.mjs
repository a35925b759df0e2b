// The region database holds what its README says. Run with: node --test graph-seed/tools/*/*.test.mjs
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const rows = name => readFileSync(new URL(`../../regions/${name}.csv`, import.meta.url), 'utf8').trimEnd().split('\n').slice(1)
  .map(line => line.split(','))
const codes = name => rows(name).map(([code]) => code)
const levels = ['provinces', 'regencies', 'districts', 'villages']
const all = new Map(levels.map(level => [level, codes(level)]))
const points = rows('points').map(([code, longitude, latitude, , derived]) => ({ code, point: [Number(longitude), Number(latitude)], derived }))

test('The counts are those of Kepmendagri 300.2.2-2138/2025', () => {
  assert.deepEqual(levels.map(level => all.get(level).length), [38, 514, 7285, 83762])
  assert.equal(rows('regencies').filter(row => row.at(-1) === 'city').length, 98)
})

test('Every code is dotted text, unique, and has its parent', () => {
  const shapes = [/^\d\d$/, /^\d\d\.\d\d$/, /^\d\d\.\d\d\.\d\d$/, /^\d\d\.\d\d\.\d\d\.\d{4}$/]
  levels.forEach((level, depth) => {
    const list = all.get(level)
    assert.equal(new Set(list).size, list.length)
    const parents = depth === 0 ? null : new Set(all.get(levels[depth - 1]))
    for (const code of list) {
      assert.match(code, shapes[depth])
      assert.ok(parents === null || parents.has(code.slice(0, code.lastIndexOf('.'))), code)
    }
  })
})

test('Every province and regency has one point in Indonesia', () => {
  const known = new Set([...all.values()].flat())
  const placed = new Set(points.map(({ code }) => code))
  assert.equal(placed.size, points.length)
  for (const code of [...all.get('provinces'), ...all.get('regencies')]) assert.ok(placed.has(code), code)
  for (const { code, point: [longitude, latitude], derived } of points) {
    assert.ok(known.has(code), code)
    assert.ok(longitude > 95 && longitude < 141.1 && latitude > -11.1 && latitude < 6.1, code)
    assert.match(derived, /^(true|false)$/)
  }
})

test('A BPS code stands once, beside a known region, with its source', () => {
  const known = new Set([...all.values()].flat())
  const list = rows('bps')
  assert.equal(new Set(list.map(([, bps]) => bps)).size, list.length)
  for (const [code, bps, source] of list) {
    assert.ok(known.has(code), code)
    assert.match(bps, /^(\d\d|\d{4}|\d{7})$/)
    assert.match(source, /territory-indonesia/)
  }
})

const unpacked = existsSync(new URL('../.sources/indonesia-geodata', import.meta.url))
const skip = unpacked ? false : 'run fetch-sources.mjs first'
test('Every point lies in its province or on an island of its regency, or within 5 km', { skip }, async () => {
  const { coastToleranceKilometres, kilometresAway } = await import('./judge-points.mjs')
  for (const { code, point } of points) assert.ok(kilometresAway(code, point) <= coastToleranceKilometres, code)
})

/** Regencies of small islands, which a shape at 1:10 million leaves out: Anambas, Seribu, Selayar. */
const smallIslands = ['21.05', '31.01', '73.01']

test('Natural Earth has every other regency on land of Indonesia, or within 10 km', { skip }, async () => {
  const { countryShape } = await import('./read-sources.mjs')
  const { kilometresOutside } = await import('./shapes.mjs')
  const country = countryShape()
  const far = points.filter(({ code, point }) => code.length <= 5 && kilometresOutside(country, point) > 10).map(({ code }) => code)
  assert.deepEqual(far, smallIslands)
})
