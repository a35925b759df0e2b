import { describe, expect, it } from 'vitest';
import { answer, undecided } from './decisions';
import { askedBefore, firstStop, groupsOf, levelOf, nothingAsked, openIn, unlisted } from './plan';
import type { Plan, PlanRow, Verdict } from './shapes';

const counts: Record<Verdict, number> = { unchanged: 0, create: 0, update: 0, conflict: 0, duplicate: 0, refused: 0, left_aside: 0 };
const row = (verdict: Verdict, more: Partial<PlanRow> = {}): PlanRow => ({ table: 'mitra', row: 2, list: 'organizations', key: 'k', verdict, ...more });
const fault = (code: string) => ({ code, field: 'x', message: code });
const planOf = (more: Partial<Plan> = {}): Plan => ({ source: 'x', form: 'csv', file: 'x.csv', plan: 'p', counts, writes: 0, widening: 0, remarks: [], tables: [{ name: 'mitra', list: 'organizations', rows: 1, columns: [] }], lists: [], questions: { regions: [], terms: [] }, rows: [], ...more });

describe('the rows of a plan', () => {
  it('are told apart by what is to be done with them', () => {
    const waiting = row('refused', { faults: [fault('import_region_doubt'), fault('import_term_unknown')] });
    const faulty = row('refused', { faults: [fault('import_region_doubt'), fault('number_malformed')] });
    const [conflict, duplicate, update, create] = (['conflict', 'duplicate', 'update', 'create'] as const).map((verdict) => row(verdict));
    expect(groupsOf([waiting, faulty, conflict!, duplicate!, update!, create!, row('left_aside')])).toEqual({ faulty: [faulty], waiting: [waiting], conflicts: [conflict], duplicates: [duplicate], updated: [update], added: [create] });
  });

  it('that stand in the way are counted, and so are those that are not listed', () => {
    const plan = planOf({ counts: { ...counts, conflict: 1, duplicate: 2, refused: 300, create: 9, left_aside: 4 }, rows: [row('refused'), row('refused')] });
    expect(openIn(plan)).toBe(303);
    expect(unlisted(plan, 'refused')).toBe(298);
  });
});

describe('after a check', () => {
  it('she is led to the first thing that there is to do', () => {
    const regions = [{ text: 'Semarang', rows: 1, candidates: [] }];
    expect(firstStop(planOf({ tables: [{ name: 'a', rows: 1, columns: [] }], questions: { regions, terms: [] } }))).toBe('import-tables');
    expect(firstStop(planOf({ questions: { regions, terms: [] } }))).toBe('import-questions');
    expect(firstStop(planOf())).toBe('import-result');
  });
});

describe('what was asked before', () => {
  const first = planOf({ questions: { regions: [{ text: 'Semarang', rows: 2, candidates: [] }, { text: 'Solo', rows: 1, candidates: [] }], terms: [{ taxonomy: 'actor_kind', text: 'LSM', rows: 1 }] }, rows: [row('duplicate', { candidates: [] })] });
  const decided = answer(answer(answer(undecided('x'), 'regions', 'Semarang', '33.74'), 'terms', 'actor_kind:LSM', ''), 'rows', 'k', 'new');

  it('stays to be answered otherwise once it was answered', () => {
    const asked = askedBefore(nothingAsked, first, planOf(), decided);
    expect(asked.regions.map(({ text }) => text)).toEqual(['Semarang']);
    expect(asked.terms.map(({ text }) => text)).toEqual(['LSM']);
    expect(asked.rows).toHaveLength(1);
    expect(askedBefore(asked, planOf(), planOf(), decided)).toEqual(asked);
  });

  it('goes when it is asked again, or when its answer was taken back', () => {
    const asked = askedBefore(nothingAsked, first, planOf(), decided);
    expect(askedBefore(asked, planOf(), first, decided)).toEqual(nothingAsked);
    expect(askedBefore(asked, planOf(), planOf(), undecided('x'))).toEqual(nothingAsked);
  });
});

it('the level of a region shows in its code', () => {
  expect(['33', '33.74', '33.74.13', '33.74.13.1001'].map(levelOf)).toEqual(['province', 'regency', 'district', 'village']);
});
