import type { Coverage, CoverageRegion, CoverageState, Gap } from '../../api/answers';
import type { Level } from '../../api/shapes';
import type { Column } from '../../taking/rows';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { named, t } from '../../words';
import { useProvinces } from '../search/pick';
import { StateMark, stateWords } from './State';
import { cellAddress } from './question';

export interface Counted { code: string; region: string; province: string | undefined; within: string | undefined; term: string; state: CoverageState; partly: number | undefined; services: number | undefined; capacity: number | undefined; need: number | string | undefined; unmet: number | string | undefined; held: number | undefined }

/** The columns of one cell of coverage in a row of its own, as files want it. */
export const columns = (axis: string, level: Level): Column<Counted>[] => [
  { key: 'wilayah', label: t('table.region'), value: (r) => r.region },
  { key: 'kode', label: t('table.code'), value: (r) => r.code },
  ...(level === 'district' ? [{ key: 'bagian', label: t('table.within'), value: (r: Counted) => r.within }] : []),
  { key: 'provinsi', label: t('region.province'), value: (r) => r.province },
  { key: 'sumbu', label: t('coverage.axis'), value: () => named('axis', axis) },
  { key: 'bidang', label: t('table.term'), value: (r) => r.term },
  { key: 'keadaan', label: t('table.state'), value: (r) => stateWords(r.state, r.partly) },
  { key: 'sebagian', label: t('table.partly'), value: (r) => r.partly },
  { key: 'layanan', label: t('table.services'), value: (r) => r.services },
  { key: 'tampung', label: t('table.capacity'), value: (r) => r.capacity },
  { key: 'butuh', label: t('table.need'), value: (r) => r.need },
  { key: 'belum', label: t('table.unmet'), value: (r) => r.unmet },
  { key: 'ditahan', label: t('table.held'), value: (r) => r.held },
];

interface Figure { services?: number; need?: number; needUnder?: number; held?: number; unmet?: number; state: CoverageState }

/** A number under five stands in files as "<5" as well. */
const needOf = (of: Figure) => of.need ?? (of.needUnder ? `<${of.needUnder}` : undefined);
const unmetOf = (of: Figure) => of.unmet ?? (of.needUnder && of.state === 'nobody' ? `<${of.needUnder}` : undefined);

const provinceOf = (code: string) => code.slice(0, 2);

/** Every cell of the matrix, region by region in the order that is shown. */
export const cellsOf = ({ terms }: Coverage, regions: CoverageRegion[], names: Map<string, string>, provinces: Map<string, string>): Counted[] => regions.flatMap((region) => region.cells.flatMap((cell, index) => {
  const term = terms[index];
  return term ? [{ code: region.code, region: region.name, province: provinces.get(provinceOf(region.code)), within: names.get(region.parent ?? ''), term: term.label, state: cell.state, partly: cell.partly, services: cell.services, capacity: cell.capacity, need: needOf(cell), unmet: unmetOf(cell), held: cell.held }] : [];
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
        { ...of('keadaan'), value: (g) => stateWords(g.state, g.partly), show: (g) => <StateMark state={g.state} words partly={g.partly} /> },
        { ...of('sebagian'), value: (g) => g.partly, filed: true },
        { ...of('tampung'), value: (g) => g.capacity },
        { ...of('butuh'), value: needOf },
        { ...of('belum'), value: unmetOf },
        { ...of('ditahan'), value: (g) => g.held },
      ]}
    />
  );
}
