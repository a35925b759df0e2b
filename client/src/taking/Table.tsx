import './taking.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { today } from '../network/day';
import { go, route } from '../network/route';
import { Blocks, cut } from '../ui/Blocks';
import { Icon } from '../ui/Icon';
import { useNarrow } from '../ui/room';
import { locale, number, t } from '../words';
import { csv, fileName, tsv } from './files';
import { type Column, type Order, nextOrder, readOrder, sortRows, writeOrder } from './rows';
import { copyText, saveFile } from './send';
import { type Shaped, orderOf } from './Shape';
import { aboutOf, headings } from './source';

/** A column on the page may show more than its value: a link, a sign, a date in words. One that only a file needs, since the page says it elsewhere, is not shown. */
export interface Shown<Row> extends Column<Row> { show?: (row: Row) => ComponentChildren; filed?: true }

/** `counted` says what the rows are, where a file has others than the page. */
interface Tools<Row> { counted?: 'table.rows' | 'coverage.fileRows'; title: string; at: string | undefined; rows: Row[]; columns: Column<Row>[] }

/** To the clipboard, and as a file with its title, date and source. */
export function TableTools<Row>({ counted = 'table.rows', title, at, rows, columns }: Tools<Row>) {
  const [said, say] = useState('');
  // What was said of a file is not said of another question.
  useEffect(() => say(''), [route.value]);
  const copy = async () => say(t(await copyText(tsv(rows, columns, locale())) ? 'table.copied' : 'table.notCopied'));
  const save = () => {
    const name = fileName(title, at ?? today(), 'csv');
    saveFile(name, csv(rows, columns, aboutOf(title, at), headings(), locale()), 'text/csv;charset=utf-8');
    say(t('table.saved', { name }));
  };
  return (
    <div class="tools small">
      <button type="button" class="button" onClick={() => void copy()}><Icon name="copy" size={16} />{t('table.copy')}</button>
      <button type="button" class="button" onClick={save}><Icon name="save" size={16} />{t('table.save')}</button>
      <span class="quiet" role="status">{said || t(counted, { count: rows.length })}</span>
    </div>
  );
}

const sortBy = (key: string, order: Order | undefined) => {
  const { [key]: _, ...query } = route.value.query;
  go({ ...route.value, query: { ...query, ...(order ? { [key]: writeOrder(order) } : {}) } });
};

function Head<Row>({ column, order, kept }: { column: Column<Row>; order: Order | undefined; kept: string }) {
  const here = order?.key === column.key ? order : undefined;
  return (
    <th scope="col" aria-sort={here ? (here.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => sortBy(kept, nextOrder(order, column.key))}>{column.label}<span class="sorted" aria-hidden="true">{here ? (here.down ? '▼' : '▲') : '↕'}</span></button>
    </th>
  );
}

function Cell<Row>({ column, row, first }: { column: Shown<Row>; row: Row; first: boolean }) {
  const value = column.value(row);
  const content = column.show?.(row) ?? (typeof value === 'number' ? number(value) : (value ?? <span class="quiet"><span aria-hidden="true">–</span><span class="hidden">{t('state.unknown')}</span></span>));
  return first ? <th scope="row">{content}</th> : <td class={typeof value === 'number' ? 'numbers' : (value?.length ?? 0) > 60 ? 'long' : ''}>{content}</td>;
}

interface Props<Row> { title: string; at?: string | undefined; rows: Row[]; columns: Shown<Row>[]; keyOf: (row: Row) => string; of?: Shaped; first?: Order }

/** An answer as a table that sorts by any of its columns; the address keeps the order. `first` is the order in which the rows come, where that is the order of a column, so that its heading says it. What leaves the page leaves it in the order that is shown; on a phone the ways to take it stand below, so that the first row is seen at once. */
export function Table<Row>({ title, at, rows, columns, keyOf, of = 'bentuk', first }: Props<Row>) {
  const kept = orderOf(of);
  const order = readOrder(route.value.query[kept], columns) ?? first;
  const sorted = sortRows(rows, columns, order, locale());
  const seen = columns.filter((column) => !column.filed);
  const narrow = useNarrow();
  const tools = <TableTools title={title} at={at} rows={sorted} columns={columns} />;
  return (
    <div class="stack">
      {!narrow && tools}
      <div class="table" role="region" aria-label={title} tabIndex={0}>
        <table aria-rowcount={sorted.length + 1}>
          <caption class="hidden">{title}</caption>
          <thead><tr>{seen.map((column) => <Head key={column.key} column={column} order={order} kept={kept} />)}</tr></thead>
          <Blocks bodies={cut(sorted)} keyOf={keyOf} estimate={46} row={(row, at) => <tr key={keyOf(row)} aria-rowindex={at + 2}>{seen.map((column, index) => <Cell key={column.key} column={column} row={row} first={index === 0} />)}</tr>} />
        </table>
      </div>
      {narrow && tools}
    </div>
  );
}
