import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { isDay } from '../network/day';
import { date, t } from '../words';
import { readNumber } from './numbers';
import { Opening } from './Opening';

interface Frame { id: string; label: string; required?: boolean; help?: string; error?: string | undefined; children: ComponentChildren }

/** Fields that are marked in a form, such as those that somebody asks to change, by their ids, and what the mark says. */
export const Marks = createContext<{ ids: string[]; words: string } | undefined>(undefined);

/** Whether a field is marked, alone or as a part of one that has parts. */
export const useMark = (id: string | undefined): string | undefined => {
  const marks = useContext(Marks);
  return id !== undefined && marks?.ids.some((marked) => id === marked || id.startsWith(`${marked}-`)) ? marks.words : undefined;
};

/** The mark beside the label of a field. */
export function Mark({ id }: { id: string | undefined }) {
  const words = useMark(id);
  return words === undefined ? null : <span class="tag marked">{words}</span>;
}

/** Label, help and error of a field, tied together for eyes and for screen readers. */
export function Field({ id, label, required, help, error, children }: Frame) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}{required && <span class="quiet small"> ({t('form.required')})</span>}<Mark id={id} /></label>
      {help && <p class="small quiet" id={`${id}-help`}>{help}</p>}
      {children}
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}

/** `shared` is the id of an error that is told once for several fields, `said` of what a field says of itself. */
export function described(id: string, help: string | undefined, error: string | undefined, shared?: string, said?: string) {
  const ids = [help && `${id}-help`, said, error && `${id}-error`, shared].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error || shared ? { 'aria-invalid': true as const } : {}) };
}

interface Choosing { id: string; label: string; value: string; options: { value: string; label: string }[]; any?: string | undefined; required?: boolean; help?: string; error?: string | undefined; onChange: (value: string) => void }

export function Select({ id, label, value, options, any, required, help, error, onChange }: Choosing) {
  return (
    <Field id={id} label={label} {...(required ? { required } : {})} {...(help ? { help } : {})} error={error}>
      <select id={id} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} {...described(id, help, error)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((o) => <option key={o.value} value={o.value} selected={o.value === value}>{o.label}</option>)}
      </select>
    </Field>
  );
}

interface Texting { id: string; label: string; value: string; type?: 'text' | 'url' | 'date' | 'tel' | 'number' | 'decimal'; long?: boolean; required?: boolean; help?: string; error?: string | undefined; shared?: string | undefined; onInput: (value: string) => void }

/** A line of text, or more than one. A day is said in words as well, since a browser writes it as its own country does. */
export function Text({ id, label, value, type = 'text', long, required, help, error, shared, onInput }: Texting) {
  const said = type === 'date' && isDay(value) ? `${id}-said` : undefined;
  const rest = { id, class: 'input', value, onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value), ...described(id, help, error, shared, said) };
  return (
    <Field id={id} label={label} {...(required ? { required } : {})} {...(help ? { help } : {})} error={error}>
      {long ? <textarea rows={3} {...rest} /> : <input type={(isNumber(type) ? 'text' : type) as 'text'} {...(isNumber(type) ? { inputmode: type === 'number' ? 'numeric' as const : 'decimal' as const, autocomplete: 'off' } : {})} {...rest} />}
      {said && <p class="small quiet" id={said}>{date(value)}</p>}
    </Field>
  );
}

/** Numbers are typed as text: a browser's own field for numbers keeps back what it does not understand, and nobody learns of it. */
const isNumber = (type: string) => type === 'number' || type === 'decimal';

interface Counting extends Omit<Texting, 'value' | 'type' | 'long' | 'onInput'> { value: number | string; type: 'number' | 'decimal'; onInput: (value: number | string) => void }

/** A number as it is typed; what is none is handed on as it stands, so that it can be said what is wrong with it. */
export function Numeric({ value, type, onInput, ...rest }: Counting) {
  const [typed, setTyped] = useState(String(value));
  const read = (text: string) => readNumber(text, type === 'number');
  return <Text {...rest} type={type} value={read(typed) === value ? typed : String(value)} onInput={(text) => { setTyped(text); onInput(read(text)); }} />;
}

interface Many { id: string; label: string; values: string[]; options: { value: string; label: string }[]; help?: string; error?: string | undefined; onChange: (values: string[]) => void }

/** Several of many: closed it tells what is chosen, open it is a list of boxes. */
export function Several({ id, label, values, options, help, error, onChange }: Many) {
  const chosen = options.filter((o) => values.includes(o.value)).map((o) => o.label);
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((v) => v !== value) : [...values, value]);
  return (
    <Opening class={error ? 'several wrong' : 'several'} id={id} when={error !== undefined} summary={<>{label}: <span class="quiet">{chosen.length > 0 ? chosen.join(', ') : t('form.none')}</span><Mark id={id} /></>}>
      {help && <p class="small quiet">{help}</p>}
      <fieldset class="boxes">
        <legend class="hidden">{label}</legend>
        {options.map((o) => <label key={o.value} class="check"><input type="checkbox" checked={values.includes(o.value)} onChange={() => toggle(o.value)} />{o.label}</label>)}
      </fieldset>
      {error && <p class="error">{error}</p>}
    </Opening>
  );
}

export function Check({ id, label, checked, help, onChange }: { id?: string; label: string; checked: boolean; help?: string; onChange: (checked: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" {...(id ? { id } : {})} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}<Mark id={id} />{help && <span class="small quiet block">{help}</span>}</span>
    </label>
  );
}
