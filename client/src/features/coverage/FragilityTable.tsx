import type { Fragility, Loss } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { to } from '../../network/route';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { Named, whereOf } from '../../ui/Row';
import { t } from '../../words';

interface Told { key: string; organization?: Summary; tie?: { id: string; from: Summary; to: Summary }; loss: Loss | undefined; alone: number | undefined; sentences: string[] }

/** An organization that is told of twice is one row. */
export function rowsOf({ organizations, ties, providers }: Fragility): Told[] {
  const rows = new Map<string, Told>(organizations.map(({ organization, loss, sentence }) => [organization.id, { key: organization.id, organization, loss, alone: undefined, sentences: [sentence] }]));
  for (const { organization, count, sentence } of providers) {
    const known = rows.get(organization.id);
    rows.set(organization.id, { key: organization.id, organization, loss: known?.loss, alone: count, sentences: [...(known?.sentences ?? []), sentence] });
  }
  return [...rows.values(), ...ties.map(({ id, from, to: other, loss, sentence }) => ({ key: id, tie: { id, from, to: other }, loss, alone: undefined, sentences: [sentence] }))];
}

const nameOf = ({ organization, tie }: Told) => organization?.name ?? `${tie?.from.name ?? ''} – ${tie?.to.name ?? ''}`;

/** What would break, as rows that sort. */
export function FragilityTable({ answer }: { answer: Fragility }) {
  return (
    <Table
      title={t('fragility.title')} at={answer.at} rows={rowsOf(answer)} keyOf={(r) => r.key}
      columns={[
        { key: 'nama', label: t('table.name'), value: nameOf, show: (r) => (r.organization ? <Named organization={r.organization} small /> : <Link class="small" to={to('tie', r.tie?.id)}>{nameOf(r)}</Link>) },
        { key: 'jenis', label: t('table.kind'), value: (r) => r.organization?.kindLabel ?? (r.tie ? t('kind.tie') : undefined) },
        { key: 'wilayah', label: t('table.region'), value: (r) => (r.organization ? whereOf(r.organization) : undefined) },
        { key: 'tanpa', label: t('table.withoutOffice'), value: (r) => r.loss?.withoutOffice },
        { key: 'kelompok', label: t('table.groupsCutOff'), value: (r) => r.loss?.groups },
        { key: 'terputus', label: t('table.cutOff'), value: (r) => r.loss?.cutOff },
        { key: 'sendirian', label: t('table.alone'), value: (r) => r.alone },
        { key: 'alasan', label: t('table.why'), value: (r) => r.sentences.join(' ') },
      ]}
    />
  );
}
