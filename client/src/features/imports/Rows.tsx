import type { ComponentChildren } from 'preact';
import { to, writeAddress } from '../../network/route';
import { t } from '../../words';
import { Differences } from '../activity/Differences';
import { Growing } from './Growing';
import type { Plan, PlanRow } from './shapes';
import { columnName } from './TablesStep';

/** Rows as a list that grows when it is asked to. */
export const Rows = ({ rows, row }: { rows: PlanRow[]; row: (row: PlanRow) => ComponentChildren }) => <Growing all={rows} step={25}>{(shown) => <ul class="list">{shown.map(row)}</ul>}</Growing>;

/** The kind of element that a list has in its rows, as differences are told of it. */
const kinds: Record<string, string> = { terms: 'term', organizations: 'organization', contacts: 'organization', units: 'unit', places: 'place', services: 'service', areas: 'service', ties: 'tie', needs: 'need' };
export const kindOf = ({ list }: Pick<PlanRow, 'list'>) => kinds[list] ?? list;

/** A page that is looked at beside this one. */
export const Beside = ({ id, children }: { id: string; children: ComponentChildren }) => <a href={writeAddress(to('organization', id))} target="_blank" rel="noopener">{children}<span class="hidden"> {t('alike.newTab')}</span></a>;

export const whereIs = ({ table, row }: Pick<PlanRow, 'table' | 'row'>, several: boolean) => (several ? t('import.rowOf', { table, row }) : t('import.row', { row }));

/** What a person calls a row, and where it stands in the file. */
export function Name({ row, several }: { row: PlanRow; several: boolean }) {
  return (
    <p class="name">
      {row.id !== undefined && kindOf(row) === 'organization' ? <Beside id={row.id}>{row.name ?? t('import.nameless')}</Beside> : row.name ?? t('import.nameless')}
      <span class="small quiet"> · {whereIs(row, several)}</span>
    </p>
  );
}

/** Why a row cannot come in, column by column, and how to mend it. */
export function Faulty({ row, plan, several }: { row: PlanRow; plan: Plan; several: boolean }) {
  const columns = plan.tables.find(({ name }) => name === row.table)?.columns ?? [];
  const column = (letter: string) => columnName(columns.find((one) => one.letter === letter) ?? { letter, heading: '' });
  return (
    <li class="item stack tight">
      <Name row={row} several={several} />
      <ul class="evidence">
        {(row.faults ?? []).map((fault, index) => (
          <li key={index}>{fault.column && <b class="small block">{column(fault.column)}</b>}{fault.message}{fault.mend && <span class="small quiet block">{fault.mend}</span>}</li>
        ))}
      </ul>
    </li>
  );
}

/** What a row changes, field by field. */
export function Updated({ row, several }: { row: PlanRow; several: boolean }) {
  return (
    <li class="item stack tight">
      <Name row={row} several={several} />
      <Differences element={{ kind: kindOf(row), id: row.id ?? '', name: row.name ?? '', action: 'changed', changes: row.changes ?? [], ...(row.mentions ? { mentions: row.mentions } : {}) }} />
    </li>
  );
}

export const Added = ({ row, several }: { row: PlanRow; several: boolean }) => <li class="item"><Name row={row} several={several} /></li>;
