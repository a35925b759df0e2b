import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Writable, element, suggestion as suggestionOf } from '../../api/questions';
import type { Suggestion } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { useMarked } from '../../network/marked';
import { type Route, leaveFor as leave, route, to } from '../../network/route';
import { isSignedIn, me, revision, rights } from '../../network/state';
import { Marks } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Answered, FaultNote, Skeleton } from '../../ui/States';
import { left } from '../session/session';
import { type Key, ago, t } from '../../words';
import { Conflict } from './Conflict';
import { Denied } from './Denied';
import { type Draft, isChanged, merged, overlaid } from './draft';
import { FormFrame, fieldId } from './FormFrame';
import { Ended, Gone, Left } from './Gone';
import { type Kept, draftName, recall } from './kept';
import { ownersOf, useMay } from './may';
import { OverForm, mayBeOver } from './OverForm';
import type { Editing } from './parts';
import { RemoveForm } from './RemoveForm';
import { useSaving } from './saving';
import { Agreeing, Reviewing, Suggesting, asksToWiden, maySuggest, sendingOf, tellSent } from './sending';
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
  /** The suggestion that it becomes, and what stands in the form at first. */
  reviewed?: Suggestion; begun?: Draft;
}

/** The note above the fields: whose session ended, who else may change it, whose suggestion it is, or that it is gone. */
function noteOf({ of, id, start, suggests, denied, gone, onRestored }: { of: FormOf; id: string | undefined; start: Draft; suggests: boolean; denied: boolean; gone: boolean; onRestored: (id: string) => Promise<void> }) {
  if (!isSignedIn.value) return <Ended />;
  if (suggests) return <Suggesting kind={of.kind} start={start} />;
  if (denied) return <Denied owner={ownersOf(of.kind, start)[0]} />;
  return gone && id ? <Gone kind={of.kind} id={id} onRestored={() => onRestored(id)} /> : undefined;
}

/** Leads on from the form; whoever went elsewhere while it was saved stays there. */
function useLeaving() {
  const here = useRef(true);
  useEffect(() => () => { here.current = false; }, []);
  return (next: Route) => { if (here.current) leave(next); };
}

function Editor({ of, base, context, newest, gone = false, onRemoving = () => undefined, reviewed, begun }: Edited) {
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const leaveFor = useLeaving();
  const saving = useSaving(of.kind, (saved, change) => {
    drafting.finish();
    if (suggests) { tellSent(); leaveFor(of.back(start)); return; }
    if (reviewed) { offerUndo('suggest.accepted', change); leaveFor(to('suggestions')); return; }
    offerUndo(of.saved?.(drafting.draft) ?? 'form.saved', change, id ? undefined : of.back(drafting.draft));
    leaveFor(of.after(drafting.draft, saved));
  });
  const drafting = useDraft(of.kind, base, context, saving, begun);
  const [widens, setWidens] = useState(false);
  const { draft, version, reason, offer, start } = drafting;
  const may = useMay(of.kind, start);
  const suggests = may?.change === false && !reviewed && maySuggest(of.kind);
  const by = sendingOf(suggests, reviewed, widens);
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
        onKeep={(choices) => { const next = merged(draft, theirs, choices); settle(next); void saving.submit(theirs, next, theirVersion, reason, by); }}
      />
    );
  }
  const anew = () => { const { id: _, ...rest } = draft; void saving.submit({}, rest, undefined, reason); };
  const submit = () => {
    if (of.doubt?.value) answer(of.doubt.value);
    else if (gone) anew();
    else void saving.submit(start, draft, version, reason, by);
  };
  /** What is there again is what was edited, or has moved on before it went; then saving shows both. */
  const restored = async (was: string) => {
    const there = await element(of.kind, was);
    if (!isChanged(start, there)) drafting.stand(there, there['version'] as number | undefined);
    revision.value += 1;
  };
  const edit: Editing = { draft, set: (field, value, mends = field) => { drafting.change(field, value); saving.mend(mends); }, fault: saving.fault, ...(suggests ? { suggests } : {}) };
  const asks = asksToWiden(saving.fault) || widens;
  const note = reviewed ? <Reviewing of={reviewed} widens={widens} asked={asks} onWiden={setWidens} /> : noteOf({ of, id, start, suggests, denied: may?.change === false, gone, onRestored: restored });
  return (
    <>
      <FormFrame
        title={<Title within={of.within}>{title}</Title>} saving={saving} reason={reason} note={note} reasonAs={reviewed ? 'answer' : suggests ? 'suggest' : undefined} saveAs={reviewed ? 'suggest.acceptForm' : suggests ? 'suggest.send' : gone ? 'form.saveAnew' : undefined}
        agreement={asks && !reviewed && <Agreeing widens={widens} onWiden={setWidens} />}
        onReason={drafting.explain} onSubmit={submit} entered={drafting.dirty}
        onCancel={(keeps) => { if (keeps) drafting.keepQuietly(); else drafting.finish(); leaveFor(of.back(start)); }}
      >
        <Marks.Provider value={reviewed && { ids: reviewed.changes.map(({ field }) => fieldId(field)), words: t('suggest.marked') }}>{of.fields(edit, id !== undefined)}</Marks.Provider>
      </FormFrame>
      {id && !gone && !reviewed && may?.remove && <RemoveForm kind={of.kind} id={id} version={version} label={t(of.remove)} help={of.removeHelp} onRemoving={onRemoving} onRemoved={(change) => { drafting.finish(); offerUndo('form.removed', change); leaveFor(of.gone ?? of.back(start)); }} />}
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
  opened.current ||= may !== undefined && (may.change || maySuggest(of.kind));
  if (opened.current) return <>{children}</>;
  return may ? <div class="stack"><Heading of={of} changes={typeof base['id'] === 'string'} /><Denied back owner={ownersOf(of.kind, base)[0]} /></div> : <Skeleton lines={10} />;
}

/** The form with what somebody suggested in it, for who may store it. */
function Reviewed({ of, id, suggestion }: { of: FormOf; id: string | undefined; suggestion: string }) {
  const answer = useAnswer(`suggestion/${suggestion}/${id ?? ''}`, async (stop) => ({ reviewed: await suggestionOf(suggestion, stop), base: id === undefined ? { provenance: {} } : await element(of.kind, id, stop) }));
  const read = useRef<{ reviewed: Suggestion; base: Draft }>(undefined);
  read.current ??= answer.data;
  if (!read.current) return <Answered answer={answer} lines={10} heading={t(of.title.change)}>{() => null}</Answered>;
  const { reviewed, base } = read.current;
  return <Editor of={of} base={base} context={`usulan|${suggestion}`} reviewed={reviewed} begun={reviewed.element ? overlaid(base, reviewed.element) : base} />;
}

/** Adds an element, or changes one from the version that was read. A form that was open when its session or her right ended stays as it is, unless somebody signed out on this device. `context` tells one new element from another: for whom, where. */
export function ElementForm({ of, id, fresh, context = '' }: { of: FormOf; id: string | undefined; fresh: Draft; context?: string }) {
  const opened = useRef(false);
  opened.current ||= isSignedIn.value;
  if (!isSignedIn.value && (left.value || !opened.current)) return <div class="stack"><Heading of={of} changes={id !== undefined} />{left.value ? <Left /> : <Denied back anew={of.kind === 'organization' && id === undefined} owner={ownersOf(of.kind, { ...fresh, ...(id === undefined ? {} : { id }) })[0]} />}</div>;
  const { usulan: suggestion, berhenti } = of.within ? {} as Record<string, undefined> : route.value.query;
  if (id !== undefined && berhenti !== undefined && mayBeOver(of.kind) && maySuggest(of.kind)) return <OverForm of={of} id={id} />;
  if (suggestion) return <Reviewed key={suggestion} of={of} id={id} suggestion={suggestion} />;
  return id ? <Changing of={of} id={id} /> : <Allowed key={context} of={of} base={fresh}><Editor of={of} base={fresh} context={context} /></Allowed>;
}
