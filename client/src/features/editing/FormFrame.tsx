import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../api/http';
import { isSignedIn } from '../../network/state';
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

/** What is wrong with the name of its field, unless it names that itself. */
function prefixed(field: string, message: string) {
  const name = pathName(field);
  return message.toLocaleLowerCase().includes(name.toLocaleLowerCase()) ? message : `${name}: ${message}`;
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
            <li key={e.field + e.code}>{e.field ? <button type="button" class="jump" onClick={() => go(e.field)}>{prefixed(e.field, e.message)}</button> : e.message}{e.mend && <span class="small block">{e.mend}</span>}</li>
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
  /** What is asked separately before it is saved. */
  agreement?: ComponentChildren;
  /** What becomes of the reason, where it is not told with the change. */
  reasonAs?: 'suggest' | 'answer' | undefined;
  onReason: (reason: string) => void; onSubmit: () => void;
  /** Something was entered; whoever leaves then says whether it is to be kept. */
  entered: boolean; onCancel: (keeps: boolean) => void; children: ComponentChildren;
}

/** Leaves the form: at once when nothing was entered, else after one question. Nothing can be kept for who is not signed in. */
function Leave({ entered, onCancel }: Pick<Props, 'entered' | 'onCancel'>) {
  const [asks, ask] = useState(false);
  const [question, cancel, first] = [useRef<HTMLParagraphElement>(null), useRef<HTMLButtonElement>(null), useRef(true)];
  useEffect(() => { if (!first.current) (asks ? question : cancel).current?.focus(); first.current = false; }, [asks]);
  if (!asks || !entered) return <button type="button" class="button" ref={cancel} onClick={() => { if (entered) ask(true); else onCancel(false); }}>{t('form.cancel')}</button>;
  return (
    <div class="row" role="group" aria-label={t('form.leave')}>
      <p ref={question} tabIndex={-1}>{t('form.leave')}</p>
      {isSignedIn.value && <button type="button" class="button" onClick={() => onCancel(true)}>{t('form.keep')}</button>}
      <button type="button" class="button" onClick={() => onCancel(false)}>{t('form.discard')}</button>
      <button type="button" class="plain" onClick={() => ask(false)}>{t('form.stay')}</button>
    </div>
  );
}

export function FormFrame({ title, saving, reason, note, saveAs = 'form.save', reasonAs, agreement, entered, onReason, onSubmit, onCancel, children }: Props) {
  const cut = saving.fault?.status === 0;
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
      {title}
      {note}
      {saving.fault && !saving.theirs && <Summary fault={saving.fault} />}
      {children}
      <Text id="field-reason" label={t(reasonAs === 'answer' ? 'suggest.answerLabel' : 'form.reason')} help={t(reasonAs === undefined ? 'form.reasonHelp' : `suggest.${reasonAs}Help`)} value={reason} onInput={(text) => { onReason(text); saving.mend('reason'); }} error={saving.fault?.on('reason')?.message} />
      {agreement}
      <div class="row form-actions">
        <button type="submit" class="button first" disabled={saving.busy}>{saving.busy ? t('form.saving') : t(cut ? 'state.again' : saveAs)}</button>
        <Leave entered={entered} onCancel={onCancel} />
      </div>
    </form>
  );
}

/** The message for a field, with how to mend it. */
export function errorOf(fault: Fault | undefined, field: string): string | undefined {
  const error = fault?.on(field);
  return error && [error.message, error.mend].filter(Boolean).join(' ');
}
