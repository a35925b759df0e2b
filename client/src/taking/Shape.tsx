import { go, route } from '../network/route';
import { t } from '../words';

/** The answers of a page that can be a table, each by the part of the address that says so, with the part that keeps the table's order. */
const orders = { bentuk: 'urut', bantuan: 'urutBantuan', sekitar: 'urutSekitar' } as const;
export type Shaped = keyof typeof orders;
export const orderOf = (of: Shaped) => orders[of];

/** True when the address asks for the answer as a table. */
export const asTable = (of: Shaped = 'bentuk') => route.value.query[of] === 'tabel';

/** Asks for the answer as a table, or no longer. */
export function shape(of: Shaped, table: boolean) {
  const { [of]: _, [orders[of]]: __, ...query } = route.value.query;
  go({ ...route.value, query: { ...query, ...(table ? { [of]: 'tabel' } : {}) } });
}

/** The same answer as a list or as a table. */
export function ShapeSwitch({ of = 'bentuk' }: { of?: Shaped }) {
  const table = asTable(of);
  return (
    <fieldset class="switch">
      <legend class="hidden">{t('shape.label')}</legend>
      <label><input type="radio" name={`shape-${of}`} checked={!table} onChange={() => shape(of, false)} />{t('shape.list')}</label>
      <label><input type="radio" name={`shape-${of}`} checked={table} onChange={() => shape(of, true)} />{t('shape.table')}</label>
    </fieldset>
  );
}
