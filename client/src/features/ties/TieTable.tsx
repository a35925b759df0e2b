import type { TieOnPage } from '../../api/shapes';
import { Table } from '../../taking/Table';
import { Named } from '../../ui/Row';
import { date, named, t } from '../../words';

const since = (tie: TieOnPage) => tie.from ?? tie.valid?.from;
const until = (tie: TieOnPage) => tie.until ?? tie.valid?.until;

/** The ties of an organization as rows: with whom, of what kind, how they stand, and the whole of each as a sentence. */
export function TieTable({ title, at, ties }: { title: string; at: string; ties: TieOnPage[] }) {
  const day = (of: (tie: TieOnPage) => string | undefined) => (tie: TieOnPage) => { const value = of(tie); return value ? date(value) : undefined; };
  return (
    <Table
      title={title} at={at} rows={ties} keyOf={(tie) => tie.id}
      columns={[
        { key: 'nama', label: t('table.with'), value: (tie) => tie.other.name, show: (tie) => <Named organization={tie.other} small /> },
        { key: 'jenis', label: t('table.kind'), value: (tie) => tie.other.kindLabel ?? tie.other.actorKind },
        { key: 'hubungan', label: t('table.tie'), value: (tie) => tie.label },
        { key: 'status', label: t('table.status'), value: (tie) => named('tieStatus', tie.status) },
        { key: 'kekuatan', label: t('table.strength'), value: (tie) => tie.strength },
        { key: 'sejak', label: t('field.validFrom'), value: since, show: day(since) },
        { key: 'sampai', label: t('field.validUntil'), value: until, show: day(until) },
        { key: 'diperiksa', label: t('table.verified'), value: (tie) => tie.provenance?.lastVerified, show: day((tie) => tie.provenance?.lastVerified) },
        { key: 'kalimat', label: t('table.sentence'), value: (tie) => tie.sentence },
      ]}
    />
  );
}
