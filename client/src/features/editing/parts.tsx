import { useRef } from 'preact/hooks';
import type { Fault } from '../../api/http';
import { Check, Numeric, Select, Several, Text } from '../../ui/Fields';
import { type Key, t } from '../../words';
import { RegionPicker, optionsOf, useRegionPath } from '../search/pick';
import { Icon } from '../../ui/Icon';
import { tellsAddress } from './address';
import { type Draft, figure, part, text, texts } from './draft';
import { errorOf, fieldId } from './FormFrame';

/** `mends` is the part of the field that was changed, where it has parts. */
export interface Editing { draft: Draft; set: (field: string, value: unknown, mends?: string) => void; fault: Fault | undefined;
  /** What is entered is suggested to others, so that nothing of persons belongs in it. */
  suggests?: boolean }

interface OfField { field: string; edit: Editing; label?: string | undefined; required?: boolean; help?: string | undefined }
const labelOf = ({ field, label }: OfField) => label ?? t(`field.${field}` as Key);
const optional = ({ required, help }: OfField) => ({ ...(required ? { required } : {}), ...(help ? { help } : {}) });

/** Long texts in which an address is at home, or that nobody but stewards reads. */
const kept = new Set(['address', 'note']);

/** A line, or more than one. A text that everybody reads and that seems to tell where somebody lives says so to whoever writes it; it is hers to judge. */
export function Line({ type, long, ...of }: OfField & { type?: 'text' | 'url' | 'date' | 'number' | 'decimal'; long?: boolean }) {
  const { field, edit } = of;
  const all = { id: fieldId(field), label: labelOf(of), error: errorOf(edit.fault, field), onInput: (v: string | number) => edit.set(field, v), ...optional(of) };
  if (type === 'number' || type === 'decimal') return <Numeric {...all} type={type} value={figure(edit.draft[field])} />;
  const value = text(edit.draft[field]);
  return (
    <>
      <Text {...all} value={value} {...(type ? { type } : {})} {...(long ? { long } : {})} />
      {long && !kept.has(field) && <div role="status">{tellsAddress(value) && <p class="note small"><Icon name="warning" size={18} /><span>{t('form.tellsAddress')}</span></p>}</div>}
    </>
  );
}

/** One of a few. `absent` is the value that leaving it unsaid stands for, told by `any`. */
export function Choice({ options, any, absent, ...of }: OfField & { options: { value: string; label: string }[]; any?: string; absent?: string }) {
  const { field, edit } = of;
  const stated = text(edit.draft[field]);
  return <Select id={fieldId(field)} label={labelOf(of)} value={stated === absent ? '' : stated} any={any ?? t('form.none')} options={options} error={errorOf(edit.fault, field)} onChange={(v) => edit.set(field, v)} {...optional(of)} />;
}

export function Codes({ taxonomy, ...of }: OfField & { taxonomy: string }) {
  const { field, edit } = of;
  return <Several id={fieldId(field)} label={labelOf(of)} values={texts(edit.draft[field])} options={optionsOf(taxonomy)} error={errorOf(edit.fault, field)} onChange={(v) => edit.set(field, v)} {...(of.help ? { help: of.help } : {})} />;
}

export function Tick(of: OfField) {
  const { field, edit } = of;
  return <Check id={fieldId(field)} label={labelOf(of)} checked={edit.draft[field] === true} onChange={(on) => edit.set(field, on)} {...(of.help ? { help: of.help } : {})} />;
}

function wrongWith(fault: Fault): string {
  const [{ message = '', mend = '' } = {}] = fault.problem.errors ?? [];
  return [message || fault.message, mend].filter(Boolean).join(' ');
}

/** A region by its name; while another name is typed none is chosen, so that a name and a code never say two things. */
export function RegionOf({ id, label, code, error, required, help, onChange }: { id: string; label: string; code: string; error: string | undefined; required?: boolean; help?: string | undefined; onChange: (code: string) => void }) {
  const answer = useRegionPath(code);
  const chosen = useRef({ code: '', name: '' });
  const path = answer.data?.items ?? [];
  const name = path.at(-1)?.name ?? (chosen.current.code === code ? chosen.current.name : code);
  // A code that nobody entered here, such as one of an address, may be that of no region.
  const unknown = answer.fault && answer.fault.status !== 0 ? wrongWith(answer.fault) : undefined;
  // Places of several levels share a name: which one was chosen stays said.
  const own = path.at(-1);
  const within = [own && t(`region.${own.level}`), path.slice(0, -1).toReversed().map((r) => r.name).join(', ')].filter(Boolean).join(' · ');
  return (
    <div class="stack tight">
      <RegionPicker id={id} label={label} text={name} {...(required ? { required } : {})} {...(help ? { help } : {})} error={error ?? unknown} onChoose={(to, called) => { chosen.current = { code: to, name: called }; onChange(to); }} onEmpty={() => { if (code) onChange(''); }} />
      {code && within && <p class="small quiet">{within}</p>}
    </div>
  );
}

export function RegionField(of: OfField) {
  const { field, edit } = of;
  return <RegionOf id={fieldId(field)} label={labelOf(of)} code={text(edit.draft[field])} error={errorOf(edit.fault, field)} onChange={(code) => edit.set(field, code)} {...optional(of)} />;
}

/** From when until when something holds; both ends may stay open. What is wrong with an end stands beside it. */
export function Between({ path, value, fault, onChange }: { path: string; value: unknown; fault: Fault | undefined; onChange: (value: Draft) => void }) {
  const valid = part(value);
  const end = (name: 'from' | 'until', label: string) => <Text id={fieldId(`${path}.${name}`)} label={label} type="date" value={text(valid[name])} error={errorOf(fault, `${path}.${name}`)} onInput={(v) => onChange({ ...valid, [name]: v })} />;
  return <div class="choices" id={fieldId(path)} tabIndex={-1}>{end('from', t('field.validFrom'))}{end('until', t('field.validUntil'))}</div>;
}

export function Validity({ edit }: { edit: Editing }) {
  return <Between path="valid" value={edit.draft['valid']} fault={edit.fault} onChange={(v) => edit.set('valid', v)} />;
}

/** Women, men and others as counts; an empty one is not known, which is not none. */
export function Counted({ field, names, edit, within }: { field?: string; names: readonly ('women' | 'men' | 'other' | 'unknown')[]; edit: Editing; within?: Draft }) {
  const of = (name: string) => (field ? `${field}.${name}` : name);
  const value = within ?? edit.draft;
  const set = (name: string, v: unknown) => (field ? edit.set(field, { ...part(edit.draft[field]), [name]: v }, of(name)) : edit.set(name, v));
  return (
    <div class="choices">
      {names.map((name) => <Numeric key={name} id={fieldId(of(name))} label={t(`field.${name}`)} type="number" value={figure(value[name])} error={errorOf(edit.fault, of(name))} onInput={(v) => set(name, v)} />)}
    </div>
  );
}
