import type { ComponentChildren } from 'preact';
import type { Fault } from '../../api/http';
import { Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { type Key, t } from '../../words';
import { InTheWay } from './Blocked';
import type { Saving } from './saving';
import { pathName } from './value';

export const fieldId = (field: string) => `field-${field.replaceAll(/[.[\]]+/g, '-')}`;

const placeOf = (field: string) => document.getElementById(fieldId(field)) ?? document.getElementById(fieldId(field.split(/[.[]/)[0] ?? field));

/** What is wrong in the order of the fields on the page; what has no field there comes last. */
export function inFormOrder<E extends { field: string }>(errors: E[]): E[] {
  const places = new Map(errors.map((error) => [error, placeOf(error.field)]));
  return [...errors].sort((a, b) => {
    const [one, other] = [places.get(a), places.get(b)];
    if (!one || !other || one === other) return Number(!one) - Number(!other);
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** All that is wrong in one place, each line leading to its field. */
function Summary({ fault }: { fault: Fault }) {
  const errors = inFormOrder(fault.problem.errors ?? []);
  const go = (field: string) => {
    const target = placeOf(field);
    for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true;
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  };
  const words = fault.status === 0 ? t('form.unreachable') : fault.message || t('state.error');
  return (
    <div class="note bad" role="alert" id="form-summary" tabIndex={-1}>
      <Icon name="warning" />
      <div class="stack tight grow">
        <h2>{errors.length > 0 ? t('form.summary', { count: errors.length }) : words}</h2>
        <ul>
          {errors.map((e) => (
            <li key={e.field + e.code}>{e.field ? <button type="button" class="jump" onClick={() => go(e.field)}>{pathName(e.field)}: {e.message}</button> : e.message}{e.mend && <span class="small block">{e.mend}</span>}</li>
          ))}
        </ul>
        <InTheWay elements={fault.problem.elements ?? []} more={fault.problem.more ?? 0} />
      </div>
    </div>
  );
}

interface Props {
  title: ComponentChildren; saving: Saving; reason: string;
  /** What is said before everything else in the form. */
  note?: ComponentChildren;
  /** What saving does, where it is not changing what is stored. */
  saveAs?: Key | undefined;
  onReason: (reason: string) => void; onSubmit: () => void; onCancel: () => void; children: ComponentChildren;
}

export function FormFrame({ title, saving, reason, note, saveAs = 'form.save', onReason, onSubmit, onCancel, children }: Props) {
  const cut = saving.fault?.status === 0;
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
      {title}
      {note}
      {saving.fault && !saving.theirs && <Summary fault={saving.fault} />}
      {children}
      <Text id="field-reason" label={t('form.reason')} help={t('form.reasonHelp')} value={reason} onInput={(text) => { onReason(text); saving.mend('reason'); }} error={saving.fault?.on('reason')?.message} />
      <div class="row form-actions">
        <button type="submit" class="button first" disabled={saving.busy}>{saving.busy ? t('form.saving') : t(cut ? 'state.again' : saveAs)}</button>
        <button type="button" class="button" onClick={onCancel}>{t('form.cancel')}</button>
      </div>
    </form>
  );
}

/** The message for a field, with how to mend it. */
export function errorOf(fault: Fault | undefined, field: string): string | undefined {
  const error = fault?.on(field);
  return error && [error.message, error.mend].filter(Boolean).join(' ');
}
