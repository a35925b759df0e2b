import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault, type Problem } from '../api/http';
import { choose } from '../words';
import { Answered, FaultNote, NotAllowed } from './States';
import { go, route, to } from '../network/route';

const place = document.createElement('div');
const shown = (problem: Problem) => {
  render(<FaultNote answer={{ fault: new Fault(problem), again: () => undefined }} />, place);
  return place;
};

beforeEach(() => { choose('id'); });
afterEach(() => { render(null, place); });

describe('what only others may do', () => {
  const words = { what: 'Hanya pengelola data yang bisa mengubah.', how: 'Masuk dulu.' };

  it('says who, and a page that is nothing else leads back', () => {
    route.value = to('map');
    render(<NotAllowed {...words} back />, place);
    expect(place.textContent).toContain('Hanya pengelola data');
    expect(place.querySelector('a')?.getAttribute('href')).toBe('/');
    go(to('tieForm', undefined, { dari: '7' }));
    render(<NotAllowed {...words} back key="after" />, place);
    expect(place.querySelector('button')?.textContent).toBe('Kembali');
    render(<NotAllowed {...words} key="among" />, place);
    expect(place.querySelector('button, a')).toBeNull();
    render(<NotAllowed {...words} signIn key="in" />, place);
    expect(place.querySelector('a')?.getAttribute('href')).toBe('/masuk?ke=%2Fhubungan%2Fbaru%3Fdari%3D7');
  });
});

describe('what could not be answered', () => {
  it('leads to the regions that a wrong code may have meant, and is not worth asking again', () => {
    const meant = [{ code: '11.01', name: 'Kabupaten Aceh Selatan' }, { code: '11.10', name: 'Kabupaten Aceh Singkil' }];
    const note = shown({ title: 'Kode wilayah `11.1` tidak dikenal.', status: 422, code: 'region_code_malformed', errors: [{ code: 'region_code_malformed', field: 'id', message: '', arguments: { meant } }] });
    expect([...note.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')])).toEqual([['Kabupaten Aceh Selatan', '/wilayah?kode=11.01'], ['Kabupaten Aceh Singkil', '/wilayah?kode=11.10']]);
    expect(note.querySelector('button')).toBeNull();
  });

  it.each([[404, 'Halaman ini tidak ada.'], [503, 'Halaman organisasi']])('heads the page that it is all of, with status %i', (status, heading) => {
    render(<Answered answer={{ fault: new Fault({ title: 'x', status, code: 'x' }), slow: false, again: () => undefined }} heading="Halaman organisasi">{() => null}</Answered>, place);
    expect([...place.querySelectorAll('h1')].map((h) => h.textContent)).toEqual([heading]);
  });

  it.each([0, 429, 500, 503])('may pass with status %i, so it can be asked again', (status) => {
    expect(shown({ title: 'x', status, code: 'x' }).querySelector('button')?.textContent).toBe('Coba lagi');
  });

  it('is not worth asking again when its record is damaged', () => {
    expect(shown({ title: 'x', status: 500, code: 'record_damaged' }).querySelector('button')).toBeNull();
  });
});
