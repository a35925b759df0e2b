import type { ComponentChildren } from 'preact';

export interface Option<V extends string> { value: V; label: ComponentChildren }
interface Props<V extends string> { name: string; legend: ComponentChildren; value: V | undefined; options: Option<V>[]; onChange: (value: V) => void }

/** One of a few, side by side where there is room. */
export function Choices<V extends string>({ name, legend, value, options, onChange }: Props<V>) {
  return (
    <fieldset class="sides">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'check chosen' : 'check'}><input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} /><span>{option.label}</span></label>
      ))}
    </fieldset>
  );
}
