import type { Summary } from '../api/shapes';
import { Named, whereOf } from '../ui/Row';
import { t } from '../words';
import { Table } from './Table';

/** Organizations as rows, by name: who, of what kind, where. */
export function OrganizationsTable({ title, organizations }: { title: string; organizations: Summary[] }) {
  return (
    <Table
      title={title} rows={organizations} keyOf={(o) => o.id} first={{ key: 'nama', down: false }}
      columns={[
        { key: 'nama', label: t('table.name'), value: (o) => o.name, show: (o) => <Named organization={o} small /> },
        { key: 'jenis', label: t('table.kind'), value: (o) => o.kindLabel ?? o.actorKind },
        { key: 'wilayah', label: t('table.region'), value: (o) => whereOf(o) },
      ]}
    />
  );
}
