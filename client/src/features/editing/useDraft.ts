import { useEffect, useRef, useState } from 'preact/hooks';
import type { Writable } from '../../api/questions';
import { type Route, route } from '../../network/route';
import { isSignedIn, me, notice } from '../../network/state';
import { t } from '../../words';
import { type Draft, isChanged } from './draft';
import { type Kept, draftName, forget, goOnWith, isOthers, keep, recall, tail, tailOf, tailWanted } from './kept';
import type { Saving } from './saving';

export interface Drafting {
  start: Draft; draft: Draft; version: number | undefined; reason: string;
  change: (field: string, value: unknown) => void; explain: (reason: string) => void;
  /** Begins again from another version: what is stored now, or what was chosen in a conflict. */
  rebase: (start: Draft, draft: Draft, version: number | undefined) => void;
  /** Goes on with what is entered, from another version of the same. */
  stand: (start: Draft, version: number | undefined) => void;
  /** What was left here before and waits to be gone on with or thrown away. */
  offer: Kept | undefined; resume: () => void; discard: () => void;
  finish: () => void;
  /** Whether something was entered that is not saved. */
  dirty: boolean;
  /** She said that what she entered is to be kept: she need not be told that it is. */
  keepQuietly: () => void;
}

const versionOf = (draft: Draft) => draft['version'] as number | undefined;

/** Says in one line that what was entered is kept, and how to go on with it or throw it away. */
function tellKept(name: string, back: Route, lasts: boolean) {
  notice.value = {
    what: 'kept', words: () => t(lasts ? 'form.kept' : 'form.keptHere'),
    ways: [{ words: () => t('form.resume'), to: back, act: () => goOnWith(name) }, { words: () => t('form.discard'), act: () => forget(name) }],
  };
}

/** What was left in this form before, when it is worth going on with, and whether that was already said; then it is this tab's. */
function leftBefore(form: string, base: Draft) {
  const wanted = tailWanted(form);
  const after = wanted ?? tailOf(form);
  const kept = recall(form + after);
  if (!kept || !isChanged(base, kept.draft)) return { after: '' };
  if (wanted !== undefined) keep(form + after, kept);
  return { after, kept, wanted: wanted !== undefined };
}

function asLeft({ base, draft, version, reason, sent }: Kept, saving: Saving) {
  saving.resume(sent);
  return { start: base, draft, version, reason };
}

/** Stores what is entered when the page is hidden, closed or left, asks before it is closed when the device did not keep it, and says that it was left. */
function useLeaving(store: () => boolean, isUnkept: () => boolean, tell: () => void) {
  useEffect(() => {
    const hide = () => { store(); };
    const close = (event: BeforeUnloadEvent) => { store(); if (isUnkept()) event.preventDefault(); };
    document.addEventListener('visibilitychange', hide);
    addEventListener('beforeunload', close);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('beforeunload', close);
      if (store()) tell();
    };
  }, []);
}

/** A form whose content is kept on the device while it is filled in, offered again on return, and forgotten once it is saved or thrown away. `begun` is what stands in it at first, when that is not what is stored. */
export function useDraft(kind: Writable, base: Draft, context: string, saving: Saving, begun: Draft = base): Drafting {
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const { account } = me.value;
  /** A form outlives the session in which it was opened: what is in it is kept for whoever is signed in. */
  const form = () => draftName(me.peek().account, kind, id, context);
  const here = useRef(route.value).current;
  const [found] = useState(() => leftBefore(form(), base));
  const [state, setState] = useState(() => (found.wanted ? asLeft(found.kept, saving)
    : { start: base, draft: begun, version: versionOf(base), reason: '' }));
  const [offer, setOffer] = useState(found.wanted ? undefined : found.kept);
  const live = useRef({ ...state, done: false, quiet: false, unkept: false, offered: offer !== undefined, ours: found.wanted === true, after: found.after });
  const name = () => form() + live.current.after;
  Object.assign(live.current, state);
  /** What somebody else suggested is not lost when the form is left; what was done to it would be. */
  const isEntered = (start: Draft, draft: Draft) => isChanged(start, draft) && (begun === base || isChanged(begun, draft));
  const dirty = state.reason !== '' || isEntered(state.start, state.draft);

  /** Keeps what is entered, and says whether the device has it. Without a session nothing is left on the device. What another tab began in the same form is its own (`ours`). */
  const store = () => {
    const { start, draft, version, reason, done, offered } = live.current;
    const changed = !done && !offered && (reason !== '' || isEntered(start, draft));
    const sent = saving.sent();
    if (changed && isOthers(name())) live.current.after = tail;
    live.current.unkept = changed && !(isSignedIn.peek() && keep(name(), { place: here, base: start, draft, reason, at: new Date().toISOString(), ...(version === undefined ? {} : { version }), ...(sent ? { sent } : {}) }));
    if (changed) live.current.ours = true;
    else if (!done && !offered && live.current.ours && !isOthers(name())) forget(name());
    return changed && isSignedIn.peek();
  };
  useEffect(() => {
    // What was just saved stays dirty until the form is left, which takes a moment: the way to undo it is not what is to go.
    if (dirty && !live.current.done && notice.value?.what === 'undo') notice.value = undefined;
    const timer = setTimeout(store, 200);
    return () => clearTimeout(timer);
  }, [state, saving.busy, account]);
  useLeaving(store, () => live.current.unkept, () => { if (!live.current.quiet) tellKept(name(), here, !live.current.unkept); });

  const settleOffer = () => { live.current.offered = false; setOffer(undefined); };
  return {
    ...state, offer, dirty,
    change: (field, value) => setState((before) => ({ ...before, draft: { ...before.draft, [field]: value } })),
    explain: (reason) => setState((before) => ({ ...before, reason })),
    rebase: (start, draft, version) => setState((before) => ({ ...before, start, draft, version })),
    stand: (start, version) => setState((before) => ({ ...before, start, version })),
    resume: () => {
      if (offer) { keep(name(), offer); live.current.ours = true; setState(asLeft(offer, saving)); }
      settleOffer();
    },
    discard: () => { forget(name()); settleOffer(); },
    finish: () => { live.current.done = true; if (!isOthers(name())) forget(name()); },
    keepQuietly: () => { live.current.quiet = true; },
  };
}
