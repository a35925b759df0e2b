import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keeping, patterns, placeOf, readAddress, to, writeAddress } from './route';

describe('addresses', () => {
  it.each([
    ['/', ''], ['/organisasi/7', ''], ['/organisasi/7/ubah', ''], ['/organisasi/baru', ''], ['/hubungan/baru', '?dari=7'], ['/wilayah', '?kode=33.74'], ['/layanan/7', ''], ['/layanan/baru', '?organisasi=7'], ['/layanan/7/ubah', ''], ['/unit/baru', '?organisasi=7'], ['/unit/7/ubah', ''], ['/tempat/baru', '?organisasi=7'], ['/tempat/7/ubah', ''],
    ['/kebutuhan/baru', '?sel=33.74%3Ahealth'], ['/kebutuhan/7/ubah', ''], ['/istilah', '?daftar=skill'], ['/istilah/baru', '?daftar=skill'], ['/istilah/skill%3Adyes/ubah', ''],
    ['/mitra', '?untuk=7&radius=20'], ['/perkenalan', '?dari=7&ke=8'], ['/cakupan', '?sel=33.74%3Ahealth'], ['/aktivitas', ''], ['/aktivitas/9', ''], ['/cari', '?q=batik'],
  ])('%s%s is restored by its view', (path, search) => {
    const route = readAddress(path, search);
    expect(route.view).not.toBe('missing');
    expect(writeAddress(route)).toBe(path + search);
  });

  it('says that an address is unknown instead of guessing', () => {
    expect(readAddress('/nowhere/at/all', '').view).toBe('missing');
  });

  it('are the same to the server, which says 404 to all others', () => {
    const views = readFileSync(join(process.cwd(), '../src/NetworkMap.Server/Pages/View.cs'), 'utf8');
    const served = [...views.matchAll(/"(\/[a-z/]*(?:\{id[^}]*\}[a-z/]*)?)"/g)].map((m) => (m[1] ?? '').replace(/\{id[^}]*\}/, ':id'));
    expect([...new Set(patterns.map((p) => p.path))].toSorted()).toEqual([...new Set(served.filter((path) => !path.startsWith('/api')))].toSorted());
  });

  it('leaves empty values out', () => {
    expect(writeAddress(to('partners', undefined, { untuk: '7', radius: '' }))).toBe('/mitra?untuk=7');
  });

  it('takes a part that is not well encoded for an address that does not exist', () => {
    expect(readAddress('/organisasi/%E0%A4%A', '')).toEqual({ view: 'missing', query: {} });
  });

  it('keeps every view under one of the places', () => {
    expect(placeOf('organization')).toBe('map');
    expect(placeOf('changeset')).toBe('activity');
    expect(placeOf('terms')).toBe('manage');
    expect(placeOf('termForm')).toBe('manage');
  });
});

describe('what the legend leaves out', () => {
  it('stays left out from view to view, until it is said otherwise', () => {
    const here = to('map', undefined, { tanpa: 'economy' });
    expect(keeping(here, to('partners', undefined, { untuk: '7' })).query).toEqual({ untuk: '7', tanpa: 'economy' });
    expect(keeping(here, { view: 'map', query: { tanpa: '' } }).query).toEqual({ tanpa: '' });
    expect(keeping(to('map', undefined, { preview: 'public' }), to('coverage')).query).toEqual({ preview: 'public' });
    expect(keeping(to('map'), to('activity')).query).toEqual({});
  });
});
