import type { ChangedElement, FieldChange } from '../../api/answers';
import { t } from '../../words';
import { Told } from '../editing/Told';
import { fieldName, narrowed } from '../editing/value';

interface Side { element: ChangedElement; change: FieldChange; side: 'before' | 'after' }

function Value({ element, change, side }: Side) {
  const [before, after] = narrowed(change.before, change.after);
  const value = side === 'before' ? before : after;
  const empty = value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return <td class={side}><span class="hidden">{t(`activity.${side}`)}: </span>{empty ? <span class="quiet">{t('activity.empty')}</span> : <Told field={change.field} value={value} kind={element.kind} mentions={element.mentions} />}</td>;
}

/** What a change did to an element, part by part. */
export function Differences({ element }: { element: ChangedElement }) {
  const changes = (element.changes ?? []).filter((c) => c.field !== 'id' && c.field !== 'kind' && c.field !== 'sealed');
  if (changes.length === 0) return null;
  return (
    <table class="differences">
      <thead><tr><th scope="col">{t('activity.field')}</th>{element.action !== 'created' && <th scope="col">{t('activity.before')}</th>}{element.action !== 'removed' && <th scope="col">{t('activity.after')}</th>}</tr></thead>
      <tbody>{changes.map((c) => <tr key={c.field}><th scope="row">{fieldName(c.field)}</th>{element.action !== 'created' && <Value element={element} change={c} side="before" />}{element.action !== 'removed' && <Value element={element} change={c} side="after" />}</tr>)}</tbody>
    </table>
  );
}
