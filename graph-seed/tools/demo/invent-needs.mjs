// Invents needs for every regency of seven provinces, so that coverage has something to cover. They are estimates of nobody.
import { chanceOf, example, idOf, tidy } from '../facts/identity.mjs'
import { regencies } from '../facts/regions.mjs'
import { islandsOfWork, landscape } from './landscape.mjs'
import { themes } from './themes.mjs'

const estimate = example(undefined, 'Perkiraan contoh: rekaan untuk mencoba halaman cakupan, bukan data siapa pun')
const share = chance => Number(chance.next().toFixed(2))
const sectorsOf = new Map(landscape.map(({ regency, sectors }) => [regency, sectors]))
const common = ['garment', 'food_snacks', 'plaiting', 'packing_services', 'embroidery']

function whole(regency, chance) {
  const busy = sectorsOf.has(regency)
  const women = chance.between(busy ? 90 : 20, busy ? 420 : 160) * 10
  return { kind: 'need', id: idOf(`need/${regency}`), region: regency, sector: chance.pick(sectorsOf.get(regency) ?? common), women, men: Math.round(women * (0.02 + chance.next() * 0.07)), year: 2025,
    indicators: chance.yes(0.6) ? { access: share(chance), choices: share(chance), discrimination: share(chance), knowledge: share(chance), support: share(chance) } : undefined, provenance: estimate }
}

/** Here and there somebody counted one matter more closely, at times so few that a number would point at people. */
function particular(regency, chance) {
  if (!chance.yes(0.35)) return []
  const theme = themes[chance.pick(Object.keys(themes))]
  const women = chance.yes(0.2) ? chance.between(1, 4) : chance.between(10, 300)
  return [{ kind: 'need', id: idOf(`need/${regency}/particular`), region: regency, issues: chance.some(theme.issues, 1), terms: chance.yes(0.5) ? chance.some(theme.services, 1) : undefined, women, men: chance.yes(0.3) ? chance.between(1, 12) : undefined, year: 2024, provenance: estimate }]
}

export const inventNeeds = () => regencies.filter(({ code }) => islandsOfWork.includes(code.slice(0, 2))).flatMap(({ code }) => {
  const chance = chanceOf(`need/${code}`)
  return [whole(code, chance), ...particular(code, chance)].map(tidy)
})
