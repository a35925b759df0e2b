import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Marks } from '../../ui/Fields';
import { Opening } from '../../ui/Opening';
import { t } from '../../words';
import { isFilled } from './draft';
import { fieldId } from './FormFrame';
import type { Editing } from './parts';

interface Props { title: string; fields: string[]; edit: Editing; help?: string; children: ComponentChildren }

/** What few need, out of the way until it is opened; closed it tells whether anything stands in it. What is wrong in it, or marked, opens it. */
export function Group({ title, fields, edit, help, children }: Props) {
  const filled = fields.some((field) => isFilled(edit.draft[field]));
  const marks = useContext(Marks);
  const shows = fields.some((field) => edit.fault?.on(field) !== undefined || marks?.ids.includes(fieldId(field)));
  return (
    <Opening when={shows} summary={<>{title}{filled && <span class="quiet"> · {t('form.filled')}</span>}</>}>
      <div class="stack">
        {help && <p class="small quiet">{help}</p>}
        {children}
      </div>
    </Opening>
  );
}
