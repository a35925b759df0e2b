import type { ComponentChildren } from 'preact';
import { type Writable, element } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { type Route, go } from '../../network/route';
import { isSteward } from '../../network/state';
import { Answered, NotAllowed } from '../../ui/States';
import { type Key, ago, t } from '../../words';
import { Conflict } from './Conflict';
import { type Draft, merged } from './draft';
import { FormFrame } from './FormFrame';
import type { Kept } from './kept';
import type { Editing } from './parts';
import { RemoveForm } from './RemoveForm';
import { useSaving } from './saving';
import { offerUndo } from './undo';
import { useDraft } from './useDraft';

/** What kind of form it is: what it says, where it leads, and what can be entered. */
export interface FormOf {
  kind: Writable; title: { create: Key; change: Key }; remove: Key; removeHelp?: Key;
  /** Where it leads once it is saved, and when it is left or the element is removed. */
  after: (draft: Draft, id: string) => Route; back: (draft: Draft) => Route;
  /** Where it leads once the element is gone, when that is not back. */
  gone?: Route;
  fields: (edit: Editing, fixed: boolean) => ComponentChildren;
}

function Offer({ kept, moved, onResume, onDiscard }: { kept: Kept; moved: boolean; onResume: () => void; onDiscard: () => void }) {
  return (
    <section class="note" aria-label={t('form.offerLabel')}>
      <div class="stack grow">
        <p>{t('form.offer', { when: ago(kept.at, Date.now()) })}</p>
        {moved && <p class="small">{t('form.offerMoved')}</p>}
        <p class="row"><button type="button" class="button first" onClick={onResume}>{t('form.resume')}</button><button type="button" class="button" onClick={onDiscard}>{t('form.discard')}</button></p>
      </div>
    </section>
  );
}

function Editor({ of, base, context }: { of: FormOf; base: Draft; context: string }) {
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const saving = useSaving(of.kind, (saved, change) => {
    drafting.finish();
    offerUndo('form.saved', change, id ? undefined : of.back(drafting.draft));
    go(of.after(drafting.draft, saved), 'replace');
  });
  const drafting = useDraft(of.kind, base, context, saving);
  const { draft, version, reason, offer, start } = drafting;
  const title = t(id ? of.title.change : of.title.create);
  const { theirs } = saving;
  if (offer) return <div class="stack"><h1>{title}</h1><Offer kept={offer} moved={offer.version !== base['version']} onResume={drafting.resume} onDiscard={drafting.discard} /></div>;
  if (theirs) {
    const theirVersion = theirs['version'] as number | undefined;
    const settle = (next: Draft) => { drafting.rebase(theirs, next, theirVersion); saving.settle(); };
    return (
      <Conflict
        kind={of.kind} base={start} mine={draft} theirs={theirs} mentions={saving.fault?.problem.mentions} onTake={() => settle(theirs)}
        onKeep={(choices) => { const next = merged(draft, theirs, choices); settle(next); void saving.submit(theirs, next, theirVersion, reason); }}
      />
    );
  }
  const edit: Editing = { draft, set: (field, value, mends = field) => { drafting.change(field, value); saving.mend(mends); }, fault: saving.fault };
  return (
    <>
      <FormFrame title={title} saving={saving} reason={reason} onReason={drafting.explain} onSubmit={() => void saving.submit(start, draft, version, reason)} onCancel={() => go(of.back(start), 'replace')}>
        {of.fields(edit, id !== undefined)}
      </FormFrame>
      {id && <RemoveForm kind={of.kind} id={id} version={version} label={t(of.remove)} help={of.removeHelp} onRemoved={(change) => { drafting.finish(); offerUndo('form.removed', change); go(of.gone ?? of.back(start), 'replace'); }} />}
    </>
  );
}

/** Adds an element, or changes one from the version that was read. `context` tells one new element from another: for whom, where. */
export function ElementForm({ of, id, fresh, context = '' }: { of: FormOf; id: string | undefined; fresh: Draft; context?: string }) {
  const answer = useAnswer(id ? `${of.kind}-form/${id}` : undefined, (stop) => element(of.kind, id ?? '', stop));
  if (!isSteward.value) return <div class="stack"><h1>{t(id ? of.title.change : of.title.create)}</h1><NotAllowed back /></div>;
  if (!id) return <Editor key={context} of={of} base={fresh} context={context} />;
  return <Answered answer={answer} lines={10}>{(data) => <Editor of={of} base={data} context="" />}</Answered>;
}
