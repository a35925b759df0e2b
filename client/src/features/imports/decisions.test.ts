import { describe, expect, it } from 'vitest';
import { answer, answerTerm, basisOf, chooseColumn, chooseDefault, chooseList, finishing, isStale, isStaleIn, missingIn, settingsOf, shownTable, sourceOf, undecided, withFile } from './decisions';
import type { PlanTable } from './shapes';

const table: PlanTable = {
  name: 'mitra', list: 'organizations', rows: 3,
  columns: [{ letter: 'A', heading: 'Nama', target: 'name', samples: ['Melati'] }, { letter: 'B', heading: 'Kabupaten', target: 'region.regency', samples: [] }, { letter: 'C', heading: 'Ketua', samples: [] }],
};

describe('what the server is told', () => {
  it('is the source alone while nothing was decided', () => {
    expect(settingsOf(undecided(' Daftar mitra '))).toEqual({ source: 'Daftar mitra' });
    expect(settingsOf(undecided())).toEqual({});
  });

  it('is each answer under the name that the server looks for', () => {
    let decisions = answer(undecided('x'), 'regions', 'Semarang', '33.74');
    decisions = answer(decisions, 'terms', 'actor_kind:Koperasi', '');
    decisions = answer(decisions, 'rows', 'organization:melati|33.74', 'new');
    decisions = answer(decisions, 'conflicts', 'organization:melati|33.74:name', 'file');
    expect(settingsOf({ ...decisions, allConflicts: 'network' })).toEqual({
      source: 'x', regions: { Semarang: '33.74' }, terms: { 'actor_kind:Koperasi': '' }, rows: { 'organization:melati|33.74': 'new' }, conflicts: { 'organization:melati|33.74:name': 'file' }, allConflicts: 'network',
    });
    expect(settingsOf(answer(answer(undecided('x'), 'regions', 'Semarang', '33.74'), 'regions', 'Semarang', undefined))).toEqual({ source: 'x' });
  });

  it('names the plan that is carried out, and only what was agreed to', () => {
    expect(finishing(undecided('x'), { plan: 'p1', leaveOut: false, confirmWidening: false, reason: ' ' })).toEqual({ source: 'x', plan: 'p1' });
    expect(finishing(undecided('x'), { plan: 'p1', leaveOut: true, confirmWidening: true, reason: ' Rapat ' })).toEqual({ source: 'x', plan: 'p1', leaveOut: true, confirmWidening: true, reason: 'Rapat' });
  });
});

describe('a table', () => {
  it('is decided about as a whole, since the server keeps what is said of it as a whole', () => {
    expect(settingsOf(chooseColumn(undecided('x'), table, 'C', 'contact.name'))['tables']).toEqual({ mitra: { list: 'organizations', columns: { A: 'name', B: 'region.regency', C: 'contact.name' } } });
    expect(settingsOf(chooseDefault(undecided('x'), table, 'actorKind', 'ngo'))['tables']).toEqual({ mitra: { list: 'organizations', columns: { A: 'name', B: 'region.regency', C: '' }, defaults: { actorKind: 'ngo' } } });
  });

  it('has no two columns of one meaning', () => {
    expect(chooseColumn(undecided('x'), table, 'C', 'name').tables['mitra']?.columns).toEqual({ A: '', B: 'region.regency', C: 'name' });
    expect(chooseColumn(undecided('x'), table, 'A', '').tables['mitra']?.columns).toEqual({ A: '', B: 'region.regency', C: '' });
  });

  it('that is another list has its columns looked at anew, which is waited for', () => {
    const decisions = chooseList(chooseColumn(undecided('x'), table, 'C', 'contact.name'), table, 'units');
    expect(decisions.tables['mitra']).toEqual({ list: 'units' });
    expect(shownTable(table, decisions.tables['mitra']).waits).toBe(true);
    expect(shownTable({ ...table, list: 'units' }, decisions.tables['mitra']).waits).toBe(false);
    expect(shownTable(table, chooseList(undecided('x'), table, '').tables['mitra']).list).toBe('');
  });

  it('keeps what is remembered for all rows, and loses it when it is emptied', () => {
    const remembered = { ...table, defaults: { actorKind: 'ngo', legalForm: 'foundation' } };
    expect(shownTable(remembered, undefined).defaults).toEqual({ actorKind: 'ngo', legalForm: 'foundation' });
    expect(chooseDefault(undecided('x'), remembered, 'actorKind', '').tables['mitra']?.defaults).toEqual({ legalForm: 'foundation' });
  });

  it('says what its rows need and no column says', () => {
    expect(missingIn(shownTable(table, undefined))).toEqual(['actorKind']);
    expect(missingIn(shownTable(table, chooseColumn(undecided('x'), table, 'B', '').tables['mitra']))).toEqual(['actorKind', 'region']);
    expect(missingIn({ list: 'places', columns: {} })).toEqual([]);
  });

  it('takes an answer for all rows where no column says it', () => {
    const decisions = answerTerm(undecided('x'), [table, { ...table, name: 'tautan', list: 'ties' }], { taxonomy: 'actor_kind', text: '' }, 'ngo');
    expect(decisions.tables['mitra']?.defaults).toEqual({ actorKind: 'ngo' });
    expect(decisions.tables['tautan']).toBeUndefined();
    expect(decisions.terms).toEqual({ 'actor_kind:': 'ngo' });
    expect(answerTerm(undecided('x'), [table], { taxonomy: 'actor_kind', text: 'LSM' }, 'ngo')).toEqual({ ...undecided('x'), terms: { 'actor_kind:LSM': 'ngo' } });
  });
});

describe('a plan', () => {
  it('is stale once something else was decided, and not any more when that is taken back', () => {
    const decisions = undecided('x');
    const basis = basisOf(decisions);
    expect(isStale(decisions, undefined)).toBe(false);
    expect(isStale(decisions, basis)).toBe(false);
    const other = answer(decisions, 'regions', 'Semarang', '33.74');
    expect(isStale(other, basis)).toBe(true);
    expect(isStale(answer(other, 'regions', 'Semarang', undefined), basis)).toBe(false);
    expect(isStale({ ...decisions, source: 'y' }, basis)).toBe(true);
    expect(isStaleIn(other, basis, ['tables', 'source'])).toBe(false);
    expect(isStaleIn(other, basis, ['regions', 'terms'])).toBe(true);
    expect(isStaleIn({ ...decisions, allConflicts: 'file' }, basis, ['conflicts', 'allConflicts'])).toBe(true);
  });
});

describe('another file', () => {
  it('is called after its name, and what was decided about another source goes', () => {
    expect(sourceOf('Daftar mitra 2026.v2.xlsx')).toBe('Daftar mitra 2026.v2');
    expect(sourceOf('.csv')).toBe('.csv');
    const decided = answer(undecided('mitra'), 'regions', 'Semarang', '33.74');
    expect(withFile(decided, 'mitra.csv', false)).toBe(decided);
    expect(withFile(decided, 'lain.csv', false)).toEqual(undecided('lain'));
    expect(withFile(decided, 'lain.csv', true)).toBe(decided);
    expect(withFile({ ...decided, source: ' ' }, 'lain.csv', true)).toEqual(undecided('lain'));
  });
});
