import { Fold } from '../../ui/Fold';
import { Icon } from '../../ui/Icon';
import { t } from '../../words';
import { Refused } from './FileStep';
import { Answered, Conflict, Duplicate, ForAll } from './Decide';
import { groupsOf, told, unlisted } from './plan';
import { Added, Faulty, Rows, Updated } from './Rows';
import type { FileRemark, Plan } from './shapes';
import { CheckAgain } from './CheckAgain';
import { saveRemarks, work } from './work';
import { Working } from './Working';

/** How many rows there are of each verdict, in words; that nothing changes is said first. */
function Counts({ plan }: { plan: Plan }) {
  const { counts } = plan;
  const some = told.filter((verdict) => counts[verdict] > 0);
  if (some.length === 0) return <p>{t('import.noRows')}</p>;
  return (
    <>
      {some.every((verdict) => verdict === 'unchanged' || verdict === 'left_aside') && <p><b>{t('import.nothingNew')}</b></p>}
      <ul class="counts">{some.map((verdict) => <li key={verdict} class={verdict}>{t(`import.count.${verdict}`, { count: counts[verdict] })}</li>)}</ul>
    </>
  );
}

/** What the reader did with the file that she should know. */
function Remarks({ remarks }: { remarks: FileRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <Fold name="import-remarks" first={remarks.length < 4} summary={t('import.remarks', { count: remarks.length })}>
      <ul class="evidence">{remarks.map((remark, index) => <li key={index}>{remark.message}</li>)}</ul>
    </Fold>
  );
}

function Attention({ plan }: { plan: Plan }) {
  const { faulty, waiting, conflicts, duplicates } = groupsOf(plan.rows);
  const several = plan.tables.filter(({ list }) => list).length > 1;
  return (
    <>
      {faulty.length > 0 && <section class="stack"><h3>{t('import.faulty')}</h3><Rows rows={faulty} row={(row) => <Faulty key={`${row.table} ${row.row}`} row={row} plan={plan} several={several} />} /></section>}
      {waiting.length > 0 && <Fold name="import-waiting" summary={t('import.waiting', { count: waiting.length })}><Rows rows={waiting} row={(row) => <Faulty key={`${row.table} ${row.row}`} row={row} plan={plan} several={several} />} /></Fold>}
      {conflicts.length > 0 && <section class="stack"><h3>{t('import.conflicts')}</h3><p class="small quiet">{t('import.conflictsHelp')}</p><ForAll /><Rows rows={conflicts} row={(row) => <Conflict key={`${row.table} ${row.row}`} row={row} several={several} />} /></section>}
      {duplicates.length > 0 && <section class="stack"><h3>{t('import.duplicates')}</h3><p class="small quiet">{t('import.duplicatesHelp')}</p><Rows rows={duplicates} row={(row) => <Duplicate key={`${row.table} ${row.row}`} row={row} several={several} />} /></section>}
    </>
  );
}

/** Of long lists the answer has the first rows; the workbook has them all. */
function Unlisted({ plan }: { plan: Plan }) {
  const count = (['refused', 'conflict', 'duplicate', 'update', 'create'] as const).reduce((sum, verdict) => sum + unlisted(plan, verdict), 0);
  return count > 0 ? <p class="small quiet">{t('import.unlisted', { count })}</p> : null;
}

/** What would become of the file: how many rows of what, first those that somebody has to look at. */
export function ResultStep({ plan }: { plan: Plan }) {
  const { updated, added } = groupsOf(plan.rows);
  const { asked, doing } = work.value;
  const several = plan.tables.filter(({ list }) => list).length > 1;
  return (
    <section class="stack" aria-labelledby="import-result">
      <h2 id="import-result" tabIndex={-1}>{t('import.result')}</h2>
      <Counts plan={plan} />
      <Remarks remarks={plan.remarks} />
      <Attention plan={plan} />
      {asked.rows.length > 0 && <Answered rows={asked.rows} several={several} />}
      {updated.length > 0 && <Fold name="import-updated" summary={t('import.updated', { count: plan.counts.update })}><Rows rows={updated} row={(row) => <Updated key={`${row.table} ${row.row}`} row={row} several={several} />} /></Fold>}
      {added.length > 0 && <Fold name="import-added" summary={t('import.added', { count: plan.counts.create })}><Rows rows={added} row={(row) => <Added key={`${row.table} ${row.row}`} row={row} several={several} />} /></Fold>}
      <Unlisted plan={plan} />
      <CheckAgain of={['rows', 'conflicts', 'allConflicts']} />
      <div class="stack tight">
        {doing === 'remarks' && <Working of="remarks" back="import-remarks" />}
        <p><button type="button" id="import-remarks" class="button" disabled={doing !== undefined} onClick={() => void saveRemarks()}><Icon name="save" size={16} />{t(doing === 'remarks' ? 'import.remarksMaking' : 'import.remarksSave')}</button></p>
        <p class="small quiet">{t('import.remarksHelp')}</p>
        <Refused of="remarks" again={() => void saveRemarks()} />
      </div>
    </section>
  );
}
