import type { Coverage, CoverageRegion, CoverageState, Gap } from '../../api/answers';
import type { Level } from '../../api/shapes';
import type { Column } from '../../taking/rows';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { named, t } from '../../words';
import { useProvinces } from '../search/pick';
import { StateMark } from './State';
import { cellAddress } from './question';

export interface Counted { code: string; region: string; province: string | undefined; within: string | undefined; term: string; state: CoverageState; services: number | undefined; capacity: number | undefined; need: number | undefined; unmet: number | undefined }

/** The columns of one cell of coverage in a row of its own, as files want it. */
export const columns = (axis: string, level: Level): Column<Counted>[] => [
  { key: 'wilayah', label: t('table.region'), value: (r) => r.region },
  { key: 'kode', label: t('table.code'), value: (r) => r.code },
  ...(level === 'district' ? [{ key: 'bagian', label: t('table.within'), value: (r: Counted) => r.within }] : []),
  { key: 'provinsi', label: t('region.province'), value: (r) => r.province },
  { key: 'sumbu', label: t('coverage.axis'), value: () => named('axis', axis) },
  { key: 'bidang', label: t('table.term'), value: (r) => r.term },
  { key: 'keadaan', label: t('table.state'), value: (r) => t(`coverageState.${r.state}`) },
  { key: 'layanan', label: t('table.services'), value: (r) => r.services },
  { key: 'tampung', label: t('table.capacity'), value: (r) => r.capacity },
  { key: 'butuh', label: t('table.need'), value: (r) => r.need },
  { key: 'belum', label: t('table.unmet'), value: (r) => r.unmet },
];

const provinceOf = (code: string) => code.slice(0, 2);

/** Every cell of the matrix, region by region in the order that is shown. */
export const cellsOf = ({ terms }: Coverage, regions: CoverageRegion[], names: Map<string, string>, provinces: Map<string, string>): Counted[] => regions.flatMap((region) => region.cells.flatMap((cell, index) => {
  const term = terms[index];
  return term ? [{ code: region.code, region: region.name, province: provinces.get(provinceOf(region.code)), within: names.get(region.parent ?? ''), term: term.label, state: cell.state, services: cell.services, capacity: cell.capacity, need: cell.need, unmet: cell.unmet }] : [];
}));

/** The gaps as a table that sorts. */
export function GapsTable({ title, at, axis, level, gaps }: { title: string; at: string | undefined; axis: string; level: Level; gaps: Gap[] }) {
  const provinces = new Map(useProvinces().map((p) => [p.value, p.label]));
  const all = new Map(columns(axis, level).map(({ key, label }) => [key, { key, label }]));
  const of = (key: string) => all.get(key) ?? { key, label: key };
  return (
    <Table
      title={title} at={at} rows={gaps} keyOf={(g) => `${g.region.code}:${g.term.code}`}
      columns={[
        { ...of('wilayah'), value: (g) => g.region.name, show: (g) => <Link to={cellAddress(g.region.code, g.term.code)}>{g.region.name}</Link> },
        { ...of('kode'), value: (g) => g.region.code },
        ...(level === 'district' ? [{ ...of('bagian'), value: (g: Gap) => g.region.parentName }] : []),
        { ...of('provinsi'), value: (g) => provinces.get(provinceOf(g.region.code)), ...(level === 'province' ? { filed: true as const } : {}) },
        { ...of('sumbu'), value: () => named('axis', axis), filed: true },
        { ...of('bidang'), value: (g) => g.term.label },
        { ...of('keadaan'), value: (g) => t(`coverageState.${g.state}`), show: (g) => <StateMark state={g.state} words /> },
        { ...of('tampung'), value: (g) => g.capacity },
        { ...of('butuh'), value: (g) => g.need },
        { ...of('belum'), value: (g) => g.unmet },
      ]}
    />
  );
}
