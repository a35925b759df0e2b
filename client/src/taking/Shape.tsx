import { go, route } from '../network/route';
import { t } from '../words';

/** True when the address asks for the answer as a table (bentuk). */
export const asTable = () => route.value.query['bentuk'] === 'tabel';

const change = (table: boolean) => {
  const { bentuk: _, urut: __, ...query } = route.value.query;
  go({ ...route.value, query: { ...query, ...(table ? { bentuk: 'tabel' } : {}) } }, 'replace');
};

/** The same answer as a list or as a table. */
export function ShapeSwitch() {
  const table = asTable();
  return (
    <fieldset class="switch">
      <legend class="hidden">{t('shape.label')}</legend>
      <label><input type="radio" name="shape" checked={!table} onChange={() => change(false)} />{t('shape.list')}</label>
      <label><input type="radio" name="shape" checked={table} onChange={() => change(true)} />{t('shape.table')}</label>
    </fieldset>
  );
}
