import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAddress } from '../../network/route';
import { type Kept, draftName, draftsOf, forget, forgetDrafts, forgetOldDrafts, keep, recall } from './kept';

const kept = (name: string): Kept => ({ draft: { name }, base: {}, version: 3, reason: '', at: '2026-03-01T08:00:00Z' });

const device = localStorage;
beforeEach(() => { device.clear(); forgetDrafts(); });
afterEach(() => { vi.unstubAllGlobals(); });

describe('a draft on the device', () => {
  it('comes back as it was left, with the version it was made from, until it is forgotten', () => {
    const name = draftName('ani', 'place', undefined, 'organization=7');
    expect(keep(name, kept('Kantor'))).toBe(true);
    expect(recall(name)).toMatchObject(kept('Kantor'));
    expect(recall(draftName('ani', 'place', undefined, 'organization=8'))).toBeUndefined();
    forget(name);
    expect(recall(name)).toBeUndefined();
  });

  it('is never somebody else’s', () => {
    keep(draftName('ani', 'unit', '1'), kept('A'));
    keep(draftName('budi', 'unit', '1'), kept('B'));
    expect(recall(draftName('budi', 'unit', '1'))?.draft).toEqual({ name: 'B' });
    forgetDrafts('budi');
    expect(recall(draftName('ani', 'unit', '1'))).toBeUndefined();
    expect(recall(draftName('budi', 'unit', '1'))).toBeDefined();
    forgetDrafts();
    expect(recall(draftName('budi', 'unit', '1'))).toBeUndefined();
  });

  it('waits some days for whoever began it when her session has ended by itself', () => {
    const name = draftName('ani', 'unit', '1');
    keep(name, kept('A'));
    forgetOldDrafts(Date.parse('2026-03-08T07:00:00Z'));
    expect(recall(name)).toBeDefined();
    forgetOldDrafts(Date.parse('2026-03-08T09:00:00Z'));
    expect(recall(name)).toBeUndefined();
  });

  it('that the device cannot keep lasts as long as the page, and says so', () => {
    const name = draftName('ani', 'unit', '1');
    keep(name, kept('Sebelumnya'));
    vi.stubGlobal('localStorage', { getItem: (key: string) => device.getItem(key), setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } });
    expect(keep(name, kept('A'))).toBe(false);
    expect(recall(name)?.draft).toEqual({ name: 'A' });
  });

  it('is told of with all that its account began and where each stands, newest first', () => {
    const place = { view: 'unitForm' as const, query: { organisasi: '7' } };
    keep(draftName('ani', 'unit', undefined, '7'), { ...kept('Cabang'), place });
    keep(draftName('ani', 'organization', '9'), { ...kept('Yayasan'), at: '2026-03-02T08:00:00Z', place: { view: 'organizationForm', id: '9', query: {} } });
    keep(draftName('budi', 'unit', undefined, '7'), { ...kept('Bukan dia'), place });
    expect(draftsOf('ani').map(({ kind, changes, kept: { draft } }) => [kind, changes, draft['name']])).toEqual([['organization', true, 'Yayasan'], ['unit', false, 'Cabang']]);
    expect(draftsOf('ani')[1]?.place).toEqual(place);
  });

  it('of an earlier version, which does not say where its form stands, is told of with that as well', () => {
    for (const name of [draftName('ani', 'unit', '1'), draftName('ani', 'unit', undefined, '7'), draftName('ani', 'tie', undefined, '7|8'), draftName('ani', 'term', 'skill:dyes'), draftName('ani', 'need', undefined, 'hso_function|34.02|health'), draftName('ani', 'need', undefined, '34'), draftName('ani', 'organization', undefined)]) keep(name, kept('A'));
    expect(draftsOf('ani').map(({ place }) => writeAddress(place)).sort()).toEqual(['/hubungan/baru?dari=7&ke=8', '/istilah/skill%3Adyes/ubah', '/kebutuhan/baru?sumbu=hso_function&sel=34.02%3Ahealth', '/kebutuhan/baru?wilayah=34', '/organisasi/baru', '/unit/1/ubah', '/unit/baru?organisasi=7']);
  });

  it('that cannot be read is as good as none', () => {
    const name = draftName('ani', 'unit', '2');
    localStorage.setItem(name, '{"half');
    expect(recall(name)).toBeUndefined();
  });
});
