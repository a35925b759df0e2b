import type { Closing, ClosingItem } from '../../api/answers';
import { Table } from '../../taking/Table';
import { Named, whereOf } from '../../ui/Row';
import { t } from '../../words';

/** The set and who else is able, as rows that sort. */
export function ClosingTable({ answer: { at, items, others } }: { answer: Closing }) {
  const choice = new Map(items.map((item, index) => [item, index + 1]));
  return (
    <Table<ClosingItem>
      title={t('closing.title')} at={at} rows={[...items, ...others]} keyOf={(r) => r.organization.id}
      columns={[
        { key: 'nama', label: t('table.name'), value: (r) => r.organization.name, show: (r) => <Named organization={r.organization} small /> },
        { key: 'pilihan', label: t('table.choice'), value: (r) => choice.get(r), show: (r) => choice.get(r) ?? '–' },
        { key: 'melayani', label: t('table.covers'), value: (r) => r.covers },
        { key: 'sisa', label: t('table.spare'), value: (r) => r.spareCapacity },
        { key: 'kekosongan', label: t('table.gaps'), value: (r) => r.count },
        { key: 'jenis', label: t('table.kind'), value: (r) => r.organization.kindLabel ?? r.organization.actorKind },
        { key: 'wilayah', label: t('table.region'), value: (r) => whereOf(r.organization) },
        { key: 'layanan', label: t('table.services'), value: (r) => r.services.map((s) => s.name).join('; ') },
        { key: 'alasan', label: t('table.why'), value: (r) => r.sentence },
      ]}
    />
  );
}
