import type { ComponentChildren } from 'preact';
import { t } from '../words';
import { Opening } from './Opening';

interface Frame { id: string; label: string; required?: boolean; help?: string; error?: string | undefined; children: ComponentChildren }

/** Label, help and error of a field, tied together for eyes and for screen readers. */
export function Field({ id, label, required, help, error, children }: Frame) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}{required && <span class="quiet small"> ({t('form.required')})</span>}</label>
      {help && <p class="small quiet" id={`${id}-help`}>{help}</p>}
      {children}
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}

export function described(id: string, help: string | undefined, error: string | undefined) {
  const ids = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
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

interface Texting { id: string; label: string; value: string; type?: 'text' | 'url' | 'date' | 'number' | 'decimal'; long?: boolean; required?: boolean; help?: string; error?: string | undefined; onInput: (value: string) => void }

export function Text({ id, label, value, type = 'text', long, required, help, error, onInput }: Texting) {
  const rest = { id, class: 'input', value, onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value), ...described(id, help, error) };
  return (
    <Field id={id} label={label} {...(required ? { required } : {})} {...(help ? { help } : {})} error={error}>
      {long ? <textarea rows={3} {...rest} /> : <input type={(type === 'decimal' ? 'number' : type) as 'text'} {...(type === 'number' ? { inputmode: 'numeric' as const } : type === 'decimal' ? { inputmode: 'decimal' as const, step: 'any' } : {})} {...rest} />}
    </Field>
  );
}

interface Many { id: string; label: string; values: string[]; options: { value: string; label: string }[]; help?: string; error?: string | undefined; onChange: (values: string[]) => void }

/** Several of many: closed it tells what is chosen, open it is a list of boxes. */
export function Several({ id, label, values, options, help, error, onChange }: Many) {
  const chosen = options.filter((o) => values.includes(o.value)).map((o) => o.label);
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((v) => v !== value) : [...values, value]);
  return (
    <Opening class={error ? 'several wrong' : 'several'} id={id} when={error !== undefined} summary={<>{label}: <span class="quiet">{chosen.length > 0 ? chosen.join(', ') : t('form.none')}</span></>}>
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
      <span>{label}{help && <span class="small quiet block">{help}</span>}</span>
    </label>
  );
}
