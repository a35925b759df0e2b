import { describe, expect, it } from 'vitest';
import type { Path, Step } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { draft } from './message';
import { inOrder, readPathOrder, reasonsOf } from './reasons';

const who = (name: string, more: Partial<Summary> = {}): Summary => ({ id: name, name, actorKind: 'ngo', family: 'civil_society', regionName: 'Bantul', ...more });
const step = (from: Summary, to: Summary, trust: number, lastVerified?: string, status: 'confirmed' | 'proposed' = 'confirmed'): Step =>
  ({ from, to, trust, sentence: '', tie: { id: from.id + to.id, type: 'x', label: 'bermitra dengan', status, ...(lastVerified ? { lastVerified } : {}) } });
const path = (...steps: Step[]): Path => ({ score: 0.5, sentence: '', steps });
const [kita, yasanti, jaring, dinas] = [who('Kita'), who('Yasanti', { mediates: true }), who('Jaring'), who('Dinas')];
const fresh = path(step(kita, yasanti, 0.9, '2026-01-01'), step(yasanti, dinas, 0.7, '2025-06-01'));
const long = path(step(kita, jaring, 0.9, '2026-01-01'), step(jaring, yasanti, 0.6, '2021-03-01'), step(yasanti, dinas, 0.8, '2026-01-01'));
const keys = (p: Path, all: Path[]) => reasonsOf(p, all, '2026-03-01').map((r) => r.key);

describe('why a path', () => {
  it('is told by how it stands among the others, who is between, who brings people together, how fresh it is and where it is weakest', () => {
    expect(keys(fresh, [fresh, long])).toEqual(['reason.best', 'reason.one', 'reason.mediates', 'reason.fresh', 'reason.weakest']);
  });

  it('is another door when it begins with somebody else, and says how old its weakest tie is', () => {
    expect(keys(long, [fresh, long])).toEqual(['reason.otherDoor', 'reason.several', 'reason.mediates', 'reason.stale']);
    expect(reasonsOf(long, [fresh, long], '2026-03-01').at(-1)?.values).toEqual({ one: 'Jaring', other: 'Yasanti', year: '2021' });
  });

  it('is told of the most trusted one wherever it stands, and of the shortest when those stand first', () => {
    const [trusted, short] = [{ ...long, score: 0.8 }, { ...fresh, score: 0.5 }];
    const shortestFirst = inOrder([trusted, short], readPathOrder('perantara'));
    expect(shortestFirst).toEqual([short, trusted]);
    expect(inOrder([trusted, short], readPathOrder(undefined))).toEqual([trusted, short]);
    expect(keys(trusted, shortestFirst)[0]).toBe('reason.best');
    expect(keys(short, shortestFirst)[0]).toBe('reason.one');
  });

  it('warns of every tie that may not hold, also of one that others are trusted less than', () => {
    const old = path(step(kita, jaring, 0.4, '2023-03-06'), step(jaring, dinas, 0.2, '2026-01-01', 'proposed'));
    expect(keys(old, [])).toEqual(['reason.one', 'reason.stale', 'reason.unconfirmed']);
  });

  it('warns of a tie that nobody confirmed, and of one that nobody verified', () => {
    expect(keys(path(step(kita, dinas, 0.3, '2026-01-01', 'proposed')), [])).toEqual(['reason.direct', 'reason.fresh', 'reason.unconfirmed']);
    expect(keys(path(step(kita, dinas, 0.3)), [])).toEqual(['reason.direct', 'reason.unverified']);
  });
});

describe('what to say first', () => {
  const kinds = [{ code: 'ngo', label: 'LSM', labelId: 'LSM', labelEn: 'NGO' }];

  it('asks whoever is next for an introduction, in either language', () => {
    const said = draft(fresh, kinds, 'id');
    expect(said).toContain('Yasanti');
    expect(said).toContain('Kita, LSM di Bantul');
    expect(said).toContain('Dinas, LSM di Bantul');
    expect(draft(fresh, kinds, 'en')).toContain('Dinas in Bantul (NGO)');
    const workers = [{ code: 'ngo', label: '', labelId: 'Organisasi pekerja rumahan', labelEn: 'Home-worker organization' }];
    expect(draft(fresh, workers, 'id')).toContain('Kita, organisasi pekerja rumahan di Bantul');
    expect(said).not.toMatch(/[{}]/);
  });

  it('asks to be led on when the one to be met is further away, and speaks to them themselves when nobody is between', () => {
    expect(draft(long, kinds, 'id')).toContain('memperkenalkan kami kepada Yasanti');
    expect(draft(path(step(kita, dinas, 0.3)), kinds, 'en')).not.toContain('introduce us');
  });
});
