import type { Lookalike } from '../../api/shapes';
import { whereOf } from '../../ui/Row';
import { Sign } from '../../ui/Sign';
import { list, named, t } from '../../words';
import { Told } from '../editing/Told';
import { pathName } from '../editing/value';
import { Choices } from './Choices';
import { type Side, answer, conflictKey } from './decisions';
import { Beside, Name, kindOf } from './Rows';
import type { FieldConflict, PlanRow } from './shapes';
import { decide, work } from './work';

/** One side of a difference, as a person reads it: "members.women" is the women of the members. */
function Value({ row, conflict: { field }, value }: { row: PlanRow; conflict: FieldConflict; value: unknown }) {
  const steps = field.split('.');
  const [last = field, outer] = [steps.at(-1), steps.length > 1 ? steps[0] : undefined];
  if (value === undefined || value === null || value === '') return <span class="quiet">{t('activity.empty')}</span>;
  return <Told field={last} value={value} kind={kindOf(row)} mentions={row.mentions} plain {...(outer ? { within: outer } : {})} />;
}

/** A field as the pages call it, or as the list does where they have no word for it. */
function nameOf({ field, label }: FieldConflict) {
  const name = pathName(field);
  return name === field.split('.').at(-1) ? label : name;
}

/** A field in which file and network differ: both values, one of which is to hold. */
function Field({ row, conflict }: { row: PlanRow; conflict: FieldConflict }) {
  const key = conflictKey(row.key, conflict.field);
  const { decisions } = work.value;
  return (
    <Choices
      name={key} legend={nameOf(conflict)} value={decisions.conflicts[key] ?? decisions.allConflicts}
      options={[
        { value: 'network', label: <><span class="small quiet">{t('import.inNetwork')}</span> <Value row={row} conflict={conflict} value={conflict.network} /></> },
        { value: 'file', label: <><span class="small quiet">{t('import.inFile')}</span> <Value row={row} conflict={conflict} value={conflict.file} /></> },
      ]}
      onChange={(side) => decide((before) => answer(before, 'conflicts', key, side as Side))}
    />
  );
}

export function Conflict({ row, several }: { row: PlanRow; several: boolean }) {
  return <li class="item stack tight"><Name row={row} several={several} />{(row.conflicts ?? []).map((conflict) => <Field key={conflict.field} row={row} conflict={conflict} />)}</li>;
}

/** The same for all that are not decided one by one. */
export function ForAll() {
  const { allConflicts } = work.value.decisions;
  return (
    <Choices
      name="import-all" legend={t('import.forAll')} value={allConflicts ?? 'each'}
      options={[{ value: 'each', label: t('import.forAllEach') }, { value: 'network', label: t('import.forAllNetwork') }, { value: 'file', label: t('import.forAllFile') }]}
      onChange={(side) => decide((before) => ({ ...before, allConflicts: side === 'each' ? undefined : (side as Side) }))}
    />
  );
}

function Candidate({ found: { organization: o, reasons } }: { found: Lookalike }) {
  return (
    <>
      <span class="row"><Sign family={o.family} mediates={o.mediates} label /><Beside id={o.id}>{o.name}</Beside></span>
      <span class="small quiet block">{[o.kindLabel, whereOf(o)].filter(Boolean).join(' · ')}</span>
      <span class="small quiet block">{t('alike.why', { why: list(reasons.map((r) => named('alike.reason', r))) })}</span>
    </>
  );
}

/** Whether a row is an organization that is there already, or a new one. */
export function Duplicate({ row, several }: { row: PlanRow; several: boolean }) {
  const candidates = row.candidates ?? [];
  return (
    <li class="item stack tight">
      <Name row={row} several={several} />
      <Choices
        name={`${row.table} ${row.key}`} legend={<span class="small">{t('import.isIt')}</span>} value={work.value.decisions.rows[row.key]}
        options={[...candidates.map((found) => ({ value: found.organization.id, label: <Candidate found={found} /> })), { value: 'new', label: t('import.isNew') }]}
        onChange={(value) => decide((before) => answer(before, 'rows', row.key, value))}
      />
    </li>
  );
}

/** What was decided about rows before, to be decided otherwise. */
export function Answered({ rows, several }: { rows: PlanRow[]; several: boolean }) {
  return (
    <details>
      <summary>{t('import.decided', { count: rows.length })}</summary>
      <ul class="list">{rows.map((row) => (row.candidates ? <Duplicate key={`${row.table} ${row.row}`} row={row} several={several} /> : <Conflict key={`${row.table} ${row.row}`} row={row} several={several} />))}</ul>
    </details>
  );
}
