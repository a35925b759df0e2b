import type { Fault } from '../../api/http';
import { Check, Numeric, Select, Several, Text } from '../../ui/Fields';
import { type Draft, figure, part, text, texts } from './draft';
import { errorOf, fieldId } from './FormFrame';
import type { Editing } from './parts';
import { fieldName } from './value';

/** A part of an element as it is being edited: where it stands ("contacts[0].consent"), what it holds, and what becomes of a change. */
export interface Inner { path: string; value: Draft; fault: Fault | undefined; change: (value: Draft, mends: string) => void }

export const innerOf = (edit: Editing, field: string): Inner => ({ path: field, value: part(edit.draft[field]), fault: edit.fault, change: (value, mends) => edit.set(field, value, mends) });
export const deeper = (of: Inner, name: string): Inner => ({ path: `${of.path}.${name}`, value: part(of.value[name]), fault: of.fault, change: (value, mends) => of.change({ ...of.value, [name]: value }, mends) });

interface Of { of: Inner; name: string; required?: boolean; help?: string }
const parted = ({ of, name, required, help }: Of) => {
  const path = `${of.path}.${name}`;
  const rest = { ...(required ? { required } : {}), ...(help ? { help } : {}) };
  return { id: fieldId(path), label: fieldName(name, of.path), error: errorOf(of.fault, path), set: (value: unknown) => of.change({ ...of.value, [name]: value }, path), rest };
};

export function InnerLine({ type, long, ...field }: Of & { type?: 'text' | 'url' | 'date' | 'tel' | 'number' | 'decimal'; long?: boolean }) {
  const { id, label, error, set, rest } = parted(field);
  const value = field.of.value[field.name];
  const all = { id, label, error, onInput: set, ...rest };
  if (type === 'number' || type === 'decimal') return <Numeric {...all} type={type} value={figure(value)} />;
  return <Text {...all} value={text(value)} {...(type ? { type } : {})} {...(long ? { long } : {})} />;
}

/** One of a few; `absent` is what holds while nothing was chosen. */
export function InnerChoice({ options, absent, ...field }: Of & { options: { value: string; label: string }[]; absent: string }) {
  const { id, label, error, set, rest } = parted(field);
  return <Select id={id} label={label} value={text(field.of.value[field.name]) || absent} options={options} error={error} onChange={set} {...rest} />;
}

/** Some of a few, or none. */
export function InnerSeveral({ options, ...field }: Of & { options: { value: string; label: string }[] }) {
  const { id, label, error, set, rest } = parted(field);
  return <Several id={id} label={label} values={texts(field.of.value[field.name])} options={options} error={error} onChange={set} {...rest} />;
}

export function InnerTick(field: Of) {
  const { id, label, set } = parted(field);
  return <Check id={id} label={label} checked={field.of.value[field.name] === true} onChange={set} {...(field.help ? { help: field.help } : {})} />;
}
