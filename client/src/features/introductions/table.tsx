import type { Introductions, Nearest, Step } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { Table } from '../../taking/Table';
import { Named, whereOf } from '../../ui/Row';
import { date, named, t } from '../../words';

interface Row { path: number; number: number; step: Step }

/** What the paths are, in a heading. */
export const titleOf = ({ from, target }: Introductions) => (target ? t('introductions.tableOf', { one: from.name, other: target.name }) : t('introductions.tableFrom', { one: from.name }));

const Placed = ({ one }: { one: Summary }) => <><Named organization={one} small /><span class="small quiet block">{whereOf(one)}</span></>;

/** Every step of every path as a row. */
export function PathsTable({ answer }: { answer: Introductions }) {
  const rows = answer.paths.flatMap((path, index) => path.steps.map((step, at): Row => ({ path: index + 1, number: at + 1, step })));
  return (
    <Table
      title={titleOf(answer)} at={answer.at} rows={rows} keyOf={(r) => `${r.path}:${r.number}`}
      columns={[
        { key: 'jalan', label: t('table.path'), value: (r) => r.path },
        { key: 'langkah', label: t('table.step'), value: (r) => r.number },
        { key: 'dari', label: t('table.from'), value: (r) => r.step.from.name, show: (r) => <Placed one={r.step.from} /> },
        { key: 'wilayahDari', label: t('table.fromRegion'), value: (r) => whereOf(r.step.from), filed: true },
        { key: 'hubungan', label: t('table.tie'), value: (r) => r.step.tie.label },
        { key: 'kepada', label: t('table.to'), value: (r) => r.step.to.name, show: (r) => <Placed one={r.step.to} /> },
        { key: 'wilayahKepada', label: t('table.toRegion'), value: (r) => whereOf(r.step.to), filed: true },
        { key: 'status', label: t('table.status'), value: (r) => named('tieStatus', r.step.tie.status) },
        { key: 'kekuatan', label: t('table.strength'), value: (r) => r.step.tie.strength },
        { key: 'diperiksa', label: t('table.verified'), value: (r) => r.step.tie.lastVerified, show: (r) => (r.step.tie.lastVerified ? date(r.step.tie.lastVerified) : undefined) },
        { key: 'percaya', label: t('table.trust'), value: (r) => Math.round(100 * r.step.trust) },
      ]}
    />
  );
}

/** Where nothing leads there: who is nearest, as a row with the sentence that says why. */
export function NearestTable({ answer }: { answer: Introductions }) {
  const { organization } = answer.nearest ?? {};
  return (
    <Table
      title={titleOf(answer)} at={answer.at} rows={answer.nearest && organization ? [{ ...answer.nearest, organization }] : []} keyOf={(n) => n.organization.id}
      columns={[
        { key: 'nama', label: t('table.name'), value: (n: Nearest) => n.organization?.name, show: (n: Nearest) => n.organization && <Named organization={n.organization} small /> },
        { key: 'jenis', label: t('table.kind'), value: (n) => n.organization.kindLabel ?? n.organization.actorKind },
        { key: 'wilayah', label: t('table.region'), value: (n) => whereOf(n.organization) },
        { key: 'km', label: t('table.km'), value: (n) => n.km },
        { key: 'alasan', label: t('table.why'), value: (n) => n.sentence },
      ]}
    />
  );
}
