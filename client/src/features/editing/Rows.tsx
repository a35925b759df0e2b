import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';
import { Mark } from '../../ui/Fields';
import { useFocusNext } from '../../ui/focus';
import { t } from '../../words';
import { type Draft, isFilled, parts } from './draft';
import { fieldId } from './FormFrame';
import type { Inner } from './inner';
import type { Editing } from './parts';

interface Props {
  field: string; edit: Editing; what: string; help: string; add: string; remove: (count: number) => string;
  /** The first field of a new row, where typing goes on. */
  first: string;
  /** As many rows stay, however empty. */
  least?: number;
  children: (row: Inner) => ComponentChildren;
}

/** A field that holds several of a kind, each in a frame of its own, to be added to and taken from. */
export function Rows({ field, edit, what, help, add, remove, first, least = 0, children }: Props) {
  const rows = parts(edit.draft[field]);
  const set = (next: Draft[], mends = field) => edit.set(field, next, mends);
  const addId = `${fieldId(field)}-add`;
  const focus = useFocusNext();
  const another = () => { set([...rows, {}]); focus(fieldId(`${field}[${rows.length}].${first}`)); };
  const without = (index: number) => { set(rows.filter((_, i) => i !== index)); focus(addId); };
  return (
    <fieldset class="stack" id={fieldId(field)} tabIndex={-1}>
      <legend class="label">{t(`field.${field}` as 'field.areas')}<Mark id={fieldId(field)} /></legend>
      <p class="small quiet">{help}</p>
      {rows.map((value, index) => {
        const path = `${field}[${index}]`;
        const count = index + 1;
        return (
          <fieldset key={index} class="stack area" id={fieldId(path)} tabIndex={-1}>
            <legend class="small">{t('form.nth', { what, count })}</legend>
            {children({ path, value, fault: edit.fault, change: (changed, mends) => set(rows.map((one, i) => (i === index ? changed : one)), mends) })}
            {!isFilled(value) && <p class="small quiet">{t('form.emptyRow')}</p>}
            {rows.length > least && <p><button type="button" class="button small" onClick={() => without(index)}><Icon name="close" size={14} />{remove(count)}</button></p>}
          </fieldset>
        );
      })}
      <p><button type="button" class="button" id={addId} onClick={another}><Icon name="plus" size={16} />{add}</button></p>
    </fieldset>
  );
}
