import { useState } from 'preact/hooks';
import { focusWhenThere } from '../../ui/focus';
import { Select, Text } from '../../ui/Fields';
import { Opening } from '../../ui/Opening';
import { fieldName, taxonomies } from '../editing/value';
import { list as listed, t } from '../../words';
import { RegionPicker, optionsOf } from '../search/pick';
import { type ShownTable, chooseColumn, chooseDefault, chooseList, missingIn, shownTable, unrecognized } from './decisions';
import type { Plan, PlanColumn, PlanList, PlanTable } from './shapes';
import { CheckAgain } from './CheckAgain';
import { change, decide, work } from './work';

interface Of { table: PlanTable; shown: ShownTable; list: PlanList | undefined; id: string }

export const columnName = ({ letter, heading }: Pick<PlanColumn, 'letter' | 'heading'>) => (heading ? t('import.column', { letter, heading }) : t('import.columnBare', { letter }));

/** Terms and regions are entered as people call them, also where the list calls them codes. */
const labelOf = ({ name, label }: PlanList['targets'][number]) => (taxonomies[name] || name === 'region' ? fieldName(name) : label);

/** A column with its first values, and what it means. */
function Column({ table, shown, list, column, id }: Of & { column: PlanColumn }) {
  const samples = column.samples.length > 0 ? t('import.samples', { values: listed(column.samples.map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text))) }) : t('import.noSamples');
  // In our own files a column beside that of the codes has the names: it means the same.
  const means = shown.columns[column.letter] ?? '';
  return (
    <li class="item">
      <Select id={`${id}-${column.letter}`} label={columnName(column)} help={samples} value={means} any={t('import.aside')}
        options={(list?.targets ?? []).map((target) => ({ value: means === `_${target.name}` ? means : target.name, label: labelOf(target) }))} onChange={(target) => decide((before) => chooseColumn(before, table, column.letter, target))} />
    </li>
  );
}

/** A value for all rows that do not say it themselves. */
function Default({ table, target, label, value, id }: { table: PlanTable; target: string; label: string; value: string; id: string }) {
  const set = (next: string) => decide((before) => chooseDefault(before, table, target, next));
  const taxonomy = taxonomies[target];
  if (taxonomy) return <Select id={id} label={label} any={t('form.none')} value={value} options={optionsOf(taxonomy)} onChange={set} />;
  if (target !== 'region') return <Text id={id} label={label} value={value} onInput={set} />;
  const choose = (code: string, name: string) => { change({ names: { ...work.peek().names, [code]: name } }); set(code); };
  return <RegionPicker id={id} label={label} text={work.value.names[value] ?? value} onChoose={choose} onEmpty={() => { if (value) set(''); }} />;
}

/** What holds for all rows: what no column says and a row cannot do without, and whatever else she adds. */
function Defaults({ table, shown, list, id }: Of) {
  const [added, add] = useState<string[]>([]);
  const missing = missingIn(shown);
  const fields = [...new Set([...missing, ...Object.keys(shown.defaults), ...added])];
  const targets = list?.targets ?? [];
  const others = targets.filter(({ name }) => !fields.includes(name) && !Object.values(shown.columns).includes(name) && name !== 'id' && name !== 'externalId');
  return (
    <fieldset class="stack area">
      <legend class="label">{t('import.defaults')}</legend>
      <p class="small quiet">{t(missing.length > 0 ? 'import.defaultsMissing' : 'import.defaultsHelp')}</p>
      {fields.map((target) => <Default key={target} table={table} target={target} id={`${id}-all-${target.replaceAll('.', '-')}`} label={labelOf(targets.find(({ name }) => name === target) ?? { name: target, label: target })} value={shown.defaults[target] ?? ''} />)}
      <Select id={`${id}-add`} label={t('import.defaultsAdd')} value="" any={t('form.none')} options={others.map((target) => ({ value: target.name, label: labelOf(target) }))}
        onChange={(target) => { if (target) { add([...added, target]); focusWhenThere(`${id}-all-${target.replaceAll('.', '-')}`); } }} />
    </fieldset>
  );
}

function summaryOf({ table, shown, list }: Of): string {
  const count = table.columns.length;
  const understood = Object.values(shown.columns).filter(Boolean).length;
  if (!list) return t(table.hidden ? 'import.tableHidden' : 'import.tableAside', { rows: table.rows });
  return shown.waits ? t('import.tableWaits', { list: list.label }) : t('import.tableIs', { list: list.label, rows: table.rows, understood, count });
}

function Table({ plan, table, index }: { plan: Plan; table: PlanTable; index: number }) {
  const shown = shownTable(table, work.value.decisions.tables[table.name]);
  const list = plan.lists.find(({ name }) => name === shown.list);
  const of: Of = { table, shown, list, id: `table-${index}` };
  const odd = (!list && !table.hidden && plan.tables.length === 1) || (list !== undefined && (shown.waits || missingIn(shown).length > 0));
  return (
    <Opening class="table-taken" when={odd} summary={<><b>{table.name}</b> <span class="quiet">{summaryOf(of)}</span></>}>
      <div class="stack">
        <Select id={`${of.id}-list`} label={t('import.list')} value={shown.list} any={t('import.tableNone')} options={plan.lists.map(({ name, label }) => ({ value: name, label }))} onChange={(name) => decide((before) => chooseList(before, table, name))} />
        {list && shown.waits && <p class="small">{t('import.listChanged')}</p>}
        {list && !shown.waits && (
          <>
            <h3>{t('import.columns')}</h3>
            <ul class="list taken">{table.columns.map((column) => <Column key={column.letter} {...of} column={column} />)}</ul>
            <Defaults {...of} />
          </>
        )}
      </div>
    </Opening>
  );
}

/** What the tables and columns of the file were taken for, to be put right. */
export function TablesStep({ plan }: { plan: Plan }) {
  return (
    <section class="stack" aria-labelledby="import-tables">
      <h2 id="import-tables" tabIndex={-1}>{t('import.tables')}</h2>
      <p class="small quiet">{t(unrecognized(plan) ? 'import.tablesNone' : plan.known ? 'import.tablesKnown' : 'import.tablesHelp')}</p>
      {plan.tables.map((table, index) => <Table key={table.name} plan={plan} table={table} index={index} />)}
      <CheckAgain of={['tables', 'source']} />
    </section>
  );
}
