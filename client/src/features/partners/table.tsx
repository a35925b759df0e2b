import type { Partner, Partners } from '../../api/answers';
import { type Shown, Table } from '../../taking/Table';
import { Named, whereOf } from '../../ui/Row';
import { date, t } from '../../words';

const factOf = (partner: Partner, name: string) => partner.parts.flatMap((p) => p.facts ?? []).find((f) => f.fact === name);
export const verifiedOf = (partner: Partner) => factOf(partner, 'last_verified')?.lastVerified;
export const distanceOf = (partner: Partner) => factOf(partner, 'distance');
const kmOf = (partner: Partner) => distanceOf(partner)?.km;
export const wholeOf = (weights: Record<string, number>) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) || 1;

/** The suggestions as rows: who, what, where, how well they match, and why. */
function columnsOf({ items, weights }: Partners): Shown<Partner>[] {
  const whole = wholeOf(weights);
  const rank = new Map(items.map((partner, index) => [partner, index + 1]));
  return [
    { key: 'nama', label: t('table.name'), value: (p) => p.organization.name, show: (p) => <Named organization={p.organization} small /> },
    { key: 'peringkat', label: t('table.rank'), value: (p) => rank.get(p) },
    { key: 'cocok', label: t('table.match'), value: (p) => Math.round((100 * p.score) / whole) },
    { key: 'jenis', label: t('table.kind'), value: (p) => p.organization.kindLabel },
    { key: 'wilayah', label: t('table.region'), value: (p) => whereOf(p.organization) },
    { key: 'km', label: t('table.km'), value: kmOf },
    { key: 'diperiksa', label: t('table.verified'), value: verifiedOf, show: (p) => { const at = verifiedOf(p); return at ? date(at) : undefined; } },
    { key: 'alasan', label: t('table.why'), value: (p) => p.sentence },
  ];
}

export function PartnersTable({ answer }: { answer: Partners }) {
  return <Table title={t('partners.tableOf', { name: answer.organization.name })} at={answer.at} rows={answer.items} columns={columnsOf(answer)} keyOf={(p) => p.organization.id} />;
}
