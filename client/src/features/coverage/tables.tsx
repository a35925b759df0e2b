import type { Coverage, CoverageRegion, CoverageState, Gap } from '../../api/answers';
import type { Column } from '../../taking/rows';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { StateMark } from './State';
import { cellAddress } from './question';

export interface Counted { code: string; region: string; within: string | undefined; term: string; state: CoverageState; services: number | undefined; capacity: number | undefined; need: number | undefined; unmet: number | undefined }

/** The columns of one cell of coverage in a row of its own, as files want it. */
export const columns = (): Column<Counted>[] => [
  { key: 'wilayah', label: t('table.region'), value: (r) => r.region },
  { key: 'kode', label: t('table.code'), value: (r) => r.code },
  { key: 'bagian', label: t('table.within'), value: (r) => r.within },
  { key: 'bidang', label: t('table.term'), value: (r) => r.term },
  { key: 'keadaan', label: t('table.state'), value: (r) => t(`coverageState.${r.state}`) },
  { key: 'layanan', label: t('table.services'), value: (r) => r.services },
  { key: 'tampung', label: t('table.capacity'), value: (r) => r.capacity },
  { key: 'butuh', label: t('table.need'), value: (r) => r.need },
  { key: 'belum', label: t('table.unmet'), value: (r) => r.unmet },
];

/** Every cell of the matrix, region by region in the order that is shown. */
export const cellsOf = ({ terms }: Coverage, regions: CoverageRegion[], names: Map<string, string>): Counted[] => regions.flatMap((region) => region.cells.flatMap((cell, index) => {
  const term = terms[index];
  return term ? [{ code: region.code, region: region.name, within: names.get(region.parent ?? ''), term: term.label, state: cell.state, services: cell.services, capacity: cell.capacity, need: cell.need, unmet: cell.unmet }] : [];
}));

/** The gaps as a table that sorts. */
export function GapsTable({ title, at, gaps }: { title: string; at: string | undefined; gaps: Gap[] }) {
  const [region, code, within, term, state, , capacity, need, unmet] = columns();
  const of = (column: Column<Counted> | undefined) => ({ key: column?.key ?? '', label: column?.label ?? '' });
  return (
    <Table
      title={title} at={at} rows={gaps} keyOf={(g) => `${g.region.code}:${g.term.code}`}
      columns={[
        { ...of(region), value: (g) => g.region.name, show: (g) => <Link to={cellAddress(g.region.code, g.term.code)}>{g.region.name}</Link> },
        { ...of(code), value: (g) => g.region.code },
        { ...of(within), value: (g) => g.region.parentName },
        { ...of(term), value: (g) => g.term.label },
        { ...of(state), value: (g) => t(`coverageState.${g.state}`), show: (g) => <StateMark state={g.state} words /> },
        { ...of(capacity), value: (g) => g.capacity },
        { ...of(need), value: (g) => g.need },
        { ...of(unmet), value: (g) => g.unmet },
      ]}
    />
  );
}
