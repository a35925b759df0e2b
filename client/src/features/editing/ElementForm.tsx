import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Writable, element } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { useMarked } from '../../network/marked';
import { type Route, leaveFor } from '../../network/route';
import { isSignedIn, me, revision, rights } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Answered, FaultNote, Skeleton } from '../../ui/States';
import { left } from '../session/session';
import { type Key, ago, t } from '../../words';
import { Conflict } from './Conflict';
import { Denied } from './Denied';
import { type Draft, isChanged, merged } from './draft';
import { FormFrame } from './FormFrame';
import { Ended, Gone, Left } from './Gone';
import { type Kept, draftName, recall } from './kept';
import { ownersOf, useMay } from './may';
import type { Editing } from './parts';
import { RemoveForm } from './RemoveForm';
import { useSaving } from './saving';
import { offerUndo } from './undo';
import { useDraft } from './useDraft';
import '../../words/help';

/** What kind of form it is: what it says, where it leads, and what can be entered. */
export interface FormOf {
  kind: Writable; title: { create: Key; change: Key }; remove: Key; removeHelp?: Key;
  /** Where it leads once it is saved, and when it is left or the element is removed. */
  after: (draft: Draft, id: string) => Route; back: (draft: Draft) => Route;
  /** Where it leads once the element is gone, when that is not back. */
  gone?: Route;
  fields: (edit: Editing, fixed: boolean) => ComponentChildren;
  /** Whom it is about, who is marked on the map while it is filled in. */
  about?: (draft: Draft) => string[];
  /** The field of a doubt that is to be answered before anything is saved, while there is one. */
  doubt?: ReadonlySignal<string | undefined>;
  /** The form stands within a list that stays: its title is a heading of that. */
  within?: true;
  /** What is said once it is saved. */
  saved?: (draft: Draft) => Key;
}

const Title = ({ within, children }: { within: true | undefined; children: string }) => (within ? <h3>{children}</h3> : <h1>{children}</h1>);

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

/** Leads to the field of a doubt. */
function answer(field: string) {
  const target = document.getElementById(field);
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

interface Edited {
  of: FormOf; base: Draft; context: string;
  /** The version that is stored now. */
  newest?: number | undefined;
  /** Somebody removed what is being edited. */
  gone?: boolean;
  /** Told while she removes it herself. */
  onRemoving?: (is: boolean) => void;
}

function Editor({ of, base, context, newest, gone = false, onRemoving = () => undefined }: Edited) {
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const saving = useSaving(of.kind, (saved, change) => {
    drafting.finish();
    offerUndo(of.saved?.(drafting.draft) ?? 'form.saved', change, id ? undefined : of.back(drafting.draft));
    leaveFor(of.after(drafting.draft, saved));
  });
  const drafting = useDraft(of.kind, base, context, saving);
  const { draft, version, reason, offer, start } = drafting;
  const may = useMay(of.kind, start);
  const title = t(id ? of.title.change : of.title.create);
  const { theirs } = saving;
  useMarked(of.about?.(draft) ?? []);
  if (offer) return <div class="stack"><Title within={of.within}>{title}</Title><Offer kept={offer} moved={newest !== undefined && offer.version !== newest} onResume={drafting.resume} onDiscard={drafting.discard} /></div>;
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
  const anew = () => { const { id: _, ...rest } = draft; void saving.submit({}, rest, undefined, reason); };
  const submit = () => {
    if (of.doubt?.value) answer(of.doubt.value);
    else if (gone) anew();
    else void saving.submit(start, draft, version, reason);
  };
  /** What is there again is what was edited, or has moved on before it went; then saving shows both. */
  const restored = async (was: string) => {
    const there = await element(of.kind, was);
    if (!isChanged(start, there)) drafting.stand(there, there['version'] as number | undefined);
    revision.value += 1;
  };
  const edit: Editing = { draft, set: (field, value, mends = field) => { drafting.change(field, value); saving.mend(mends); }, fault: saving.fault };
  return (
    <>
      <FormFrame
        title={<Title within={of.within}>{title}</Title>} saving={saving} reason={reason} note={!isSignedIn.value ? <Ended /> : may && !may.change ? <Denied owner={ownersOf(of.kind, start)[0]} /> : gone && id && <Gone kind={of.kind} id={id} onRestored={() => restored(id)} />} saveAs={gone ? 'form.saveAnew' : undefined}
        onReason={drafting.explain} onSubmit={submit} onCancel={() => leaveFor(of.back(start))}
      >
        {of.fields(edit, id !== undefined)}
      </FormFrame>
      {id && !gone && may?.remove && <RemoveForm kind={of.kind} id={id} version={version} label={t(of.remove)} help={of.removeHelp} onRemoving={onRemoving} onRemoved={(change) => { drafting.finish(); offerUndo('form.removed', change); leaveFor(of.gone ?? of.back(start)); }} />}
    </>
  );
}

/** Changes an element from the version that was read first, whatever becomes of it meanwhile; where it cannot be read, from the one that a draft on the device was made from. */
function Changing({ of, id }: { of: FormOf; id: string }) {
  const base = useRef<Draft>(undefined);
  // What she removes herself is not asked for any more: others may be told of it before she is.
  const leaving = useRef(false);
  const answer = useAnswer(`${of.kind}-form/${id}`, (stop) => (leaving.current && base.current ? Promise.resolve(base.current) : element(of.kind, id, stop)));
  const { data, fault } = answer;
  base.current ??= data ?? (fault && recall(draftName(me.value.account, of.kind, id))?.base);
  if (!base.current) return <Answered answer={answer} lines={10} heading={t(of.title.change)}>{() => null}</Answered>;
  const gone = fault?.status === 404 && rights.value.writes;
  return (
    <Allowed of={of} base={base.current}>
      {fault?.status === 0 ? <p class="note" role="status"><Icon name="warning" /><span>{t('form.offline')}</span></p> : fault && rights.value.writes && !gone && <FaultNote answer={answer} stale />}
      <Editor of={of} base={base.current} context="" newest={data?.['version'] as number | undefined} gone={gone} onRemoving={(is) => { leaving.current = is; }} />
    </Allowed>
  );
}

const Heading = ({ of, changes }: { of: FormOf; changes: boolean }) => <Title within={of.within}>{t(changes ? of.title.change : of.title.create)}</Title>;

/** The form for who may save it, or who else can. Once it was open it stays so, whatever becomes of the right. */
function Allowed({ of, base, children }: { of: FormOf; base: Draft; children: ComponentChildren }) {
  const may = useMay(of.kind, base);
  const opened = useRef(false);
  opened.current ||= may?.change === true;
  if (opened.current) return <>{children}</>;
  return may ? <div class="stack"><Heading of={of} changes={typeof base['id'] === 'string'} /><Denied back owner={ownersOf(of.kind, base)[0]} /></div> : <Skeleton lines={10} />;
}

/** Adds an element, or changes one from the version that was read. A form that was open when its session or her right ended stays as it is, unless somebody signed out on this device. `context` tells one new element from another: for whom, where. */
export function ElementForm({ of, id, fresh, context = '' }: { of: FormOf; id: string | undefined; fresh: Draft; context?: string }) {
  const opened = useRef(false);
  opened.current ||= isSignedIn.value;
  if (!isSignedIn.value && (left.value || !opened.current)) return <div class="stack"><Heading of={of} changes={id !== undefined} />{left.value ? <Left /> : <Denied back owner={ownersOf(of.kind, { ...fresh, ...(id === undefined ? {} : { id }) })[0]} />}</div>;
  return id ? <Changing of={of} id={id} /> : <Allowed key={context} of={of} base={fresh}><Editor of={of} base={fresh} context={context} /></Allowed>;
}
