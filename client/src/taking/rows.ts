/** One column of a table: its heading, what a row holds in it, and nothing where it is not known. */
export interface Column<Row> { key: string; label: string; value: (row: Row) => string | number | undefined }
export interface Order { key: string; down: boolean }

/** "km" is upwards, "-km" downwards; a column that is not there is no order. */
export function readOrder(text: string | undefined, columns: { key: string }[]): Order | undefined {
  const down = text?.startsWith('-') ?? false;
  const key = down ? text?.slice(1) : text;
  return key !== undefined && columns.some((c) => c.key === key) ? { key, down } : undefined;
}

export const writeOrder = ({ key, down }: Order) => (down ? `-${key}` : key);

/** A press on a heading: upwards, then downwards, then as the answer came. */
export function nextOrder(before: Order | undefined, key: string): Order | undefined {
  if (before?.key !== key) return { key, down: false };
  return before.down ? undefined : { key, down: true };
}

/** Rows in an order, equal ones as they came. What is not known stays at the end, whichever way it is sorted. */
export function sortRows<Row>(rows: readonly Row[], columns: Column<Row>[], order: Order | undefined, locale: string): Row[] {
  const column = columns.find((c) => c.key === order?.key);
  if (!column || !order) return [...rows];
  const words = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [column.value(one), column.value(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const way = typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
    return order.down ? -way : way;
  });
}
