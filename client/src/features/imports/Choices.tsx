import type { ComponentChildren } from 'preact';

export interface Option { value: string; label: ComponentChildren }
interface Props { name: string; legend: ComponentChildren; value: string | undefined; options: Option[]; onChange: (value: string) => void; children?: ComponentChildren }

/** One of a few, all of them seen at once. */
export function Choices({ name, legend, value, options, onChange, children }: Props) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="check"><input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} /><span>{option.label}</span></label>
      ))}
      {children}
    </fieldset>
  );
}
