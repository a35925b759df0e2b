import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationPage } from '../../api/shapes';
import { me } from '../../network/state';
import { choose } from '../../words';
import { Belongings } from './Belongings';
import { Ties } from './Ties';

const place = document.createElement('div');
const page = (retired?: string) => ({ at: '2026-03-01', organization: { id: 'o1', name: 'Melati', ...(retired ? { retired } : {}) }, units: [], places: [], services: [{ id: 's1', name: 'Sekolah', organization: 'o1' }], ties: [] }) as unknown as OrganizationPage;
const links = (of: OrganizationPage) => {
  render(<><Belongings page={of} /><Ties page={of} /></>, place);
  return [...place.querySelectorAll('a')].map((a) => a.getAttribute('aria-label') ?? a.textContent);
};

beforeEach(() => { choose('id'); me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' }; });
afterEach(() => { render(null, place); me.value = { audience: 'public', language: 'id' }; });

describe('the page of an organization', () => {
  it('offers a steward to add to it', () => {
    expect(links(page())).toEqual(['Tambah layanan', 'Sekolah', 'Ubah Sekolah', 'Tambah unit', 'Tambah tempat', 'Tambah hubungan']);
  });

  it('that has ended offers nothing to be added, but what it has can still be mended', () => {
    expect(links(page('2026-01-01'))).toEqual(['Sekolah', 'Ubah Sekolah']);
  });
});
