import { describe, expect, it } from 'vitest';
import type { CoverageRegion } from '../../api/answers';
import { grouped, inOrder, readMatrixOrder } from './order';

const region = (code: string, name: string, unmet?: number): CoverageRegion => ({ code, name, parent: code.split('.')[0] ?? '', cells: [{ state: 'nobody', services: 0, ...(unmet === undefined ? {} : { unmet }) }] });
const regions = [region('34.02', 'Bantul', 40), region('33.01', 'Cilacap'), region('34.01', 'Kulon Progo', 90), region('33.02', 'Banyumas', 90)];
const names = (rs: CoverageRegion[]) => rs.map((r) => r.name);

describe('the regions of a matrix', () => {
  it('stand by code, by name, or with the most people not served first', () => {
    expect(names(inOrder(regions, 'kode', 0, 'id-ID'))).toEqual(['Cilacap', 'Banyumas', 'Kulon Progo', 'Bantul']);
    expect(names(inOrder(regions, 'nama', 0, 'id-ID'))).toEqual(['Bantul', 'Banyumas', 'Cilacap', 'Kulon Progo']);
    expect(names(inOrder(regions, 'belum', 0, 'id-ID'))).toEqual(['Banyumas', 'Kulon Progo', 'Bantul', 'Cilacap']);
  });

  it('are gathered under the province they lie in, in the order of the first', () => {
    expect(grouped(inOrder(regions, 'belum', 0, 'id-ID')).map((g) => [g.code, names(g.regions)])).toEqual([['33', ['Banyumas', 'Cilacap']], ['34', ['Kulon Progo', 'Bantul']]]);
  });

  it('stand by code when the address asks for an order that is not there', () => {
    expect(readMatrixOrder('salah')).toBe('kode');
    expect(readMatrixOrder('belum')).toBe('belum');
  });
});
