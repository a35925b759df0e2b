import { signal } from '@preact/signals';
import { Fault } from '../../api/http';
import { revision, spoken } from '../../network/state';
import { saveFile } from '../../taking/send';
import { type Language, language, t } from '../../words';
import { endedBy } from '../session/session';
import { type Decisions, basisOf, finishing, isStale, settingsOf, sourceOf, undecided, withFile } from './decisions';
import { type Asked, askedBefore, firstStop, nothingAsked, openIn } from './plan';
import { bringFile, checkFile, remarksOf } from './questions';
import { hearProgress } from './progress';
import type { Brought, Plan, Step } from './shapes';

/** As many megabytes may a file have; the server refuses more. */
const most = 100;

/** What stands in the way before the server is asked: no file, one that is too large, or one that was changed on the device since it was chosen; or that nobody knows whether it came in. */
type Hitch = 'noFile' | 'tooLarge' | 'changed' | 'unsure';

export type Doing = 'check' | 'remarks' | 'apply';

/** A file that is being brought in. It stays while she looks at other pages, and goes with her account. */
export interface Work {
  account?: string | undefined;
  file?: File | undefined;
  /** She named the source herself. */
  named: boolean;
  decisions: Decisions; asked: Asked;
  plan?: Plan | undefined; basis?: string | undefined; inLanguage?: Language | undefined;
  doing?: Doing | undefined;
  /** How far that is, as far as it was heard; and whether it was told to stop. */
  step?: Step | undefined; halting?: boolean | undefined;
  /** What was refused, and of what. */
  fault?: Fault | undefined; faultOf?: Doing | undefined; hitch?: Hitch | undefined;
  leaveOut: boolean; confirmWidening: boolean; reason: string;
  /** Names of the regions that were looked up, by their codes. */
  names: Record<string, string>;
  /** What came in; `late` when it was told to stop too late. */
  done?: (Brought & { file: string; late?: true }) | undefined;
}

const fresh = (account?: string): Work => ({ account, named: false, decisions: undecided(), asked: nothingAsked, leaveOut: false, confirmWidening: false, reason: '', names: {} });
export const work = signal<Work>(fresh());

export const change = (more: Partial<Work>) => { work.value = { ...work.peek(), ...more }; };
export const decide = (next: (before: Decisions) => Decisions) => change({ decisions: next(work.peek().decisions) });

/** Whoever uses the device now begins anew. */
export function belongsTo(account: string | undefined) {
  if (work.peek().account !== account) { cancel(); work.value = fresh(account); }
}

export const startOver = () => { work.value = fresh(work.peek().account); };

/** Takes a file in hand: another plan has to be made of it. */
export function take(file: File) {
  cancel();
  const before = work.peek();
  const decisions = withFile(before.decisions, file.name, before.named);
  change({ file, decisions, asked: decisions === before.decisions ? before.asked : nothingAsked, plan: undefined, basis: undefined, fault: undefined, hitch: file.size > most * 1024 * 1024 ? 'tooLarge' : undefined, leaveOut: false, confirmWidening: false, done: undefined });
}

/** A browser reads a file when it is sent, and not one that was saved again since it was chosen. */
const canBeRead = (file: File) => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

/** Tells what went wrong; gives where that is told. */
async function fail(error: unknown, file: File, faultOf: Doing): Promise<string> {
  if (!(error instanceof Fault)) throw error;
  const changed = error.status === 0 && !(await canBeRead(file));
  const over = !changed && (await endedBy(error));
  change(changed ? { hitch: 'changed' } : over ? {} : { fault: error, faultOf });
  return changed ? 'import-hitch' : `import-fault-${faultOf}`;
}

/** A plan that has come, with what is still to be told of those before it. */
function planned(plan: Plan, basis: string) {
  const { asked, plan: last, decisions } = work.peek();
  change({ plan, basis, inLanguage: language.peek(), asked: askedBefore(asked, last, plan, decisions), confirmWidening: false, ...(openIn(plan) === 0 ? { leaveOut: false } : {}) });
}

let stopping: AbortController | undefined;
/** So long it is waited to hear how something ended that was told to stop, in milliseconds. */
const patience = 10_000;

/** Has the server do something with the file, which tells how far it is and can be stopped. */
function begin(doing: Doing) {
  stopping?.abort();
  const own = new AbortController();
  const id = crypto.randomUUID();
  stopping = own;
  change({ doing, step: undefined, halting: undefined, fault: undefined, hitch: undefined });
  let leave = () => undefined as void;
  const last = new Promise<Step['stage']>((resolve) => {
    leave = hearProgress(id, (step) => {
      if (step.stage === 'done' || step.stage === 'stored' || step.stage === 'stopped') resolve(step.stage);
      else if (stopping === own) change({ step });
    });
  });
  return {
    id, signal: own.signal,
    /** How it ended, as far as that is heard. */
    ended: () => Promise.race([last, new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), patience); })]),
    end: () => { leave(); if (stopping === own) { stopping = undefined; change({ doing: undefined, step: undefined, halting: undefined }); } },
  };
}

/** Stops what can be stopped at once: what only looks at the file. What was entered stays. */
export function cancel() {
  if (!stopping || work.peek().doing === 'apply') return;
  stopping.abort();
  stopping = undefined;
  change({ doing: undefined, step: undefined });
  spoken.value = t('import.stopped');
}

/** Stops whatever is being done; bringing in ends once the server said whether that came in time. */
export function stop() {
  if (work.peek().doing === 'apply') { change({ halting: true }); stopping?.abort(); } else cancel();
}

/** Has the file checked; gives where to look first, or nothing when it came to nothing. */
export async function check(): Promise<string | undefined> {
  const { file, decisions, hitch } = work.peek();
  if (!file || hitch === 'tooLarge') { change({ hitch: hitch ?? 'noFile' }); return 'import-hitch'; }
  change({ done: undefined });
  const own = begin('check');
  try {
    const plan = await checkFile(file, settingsOf(decisions), own);
    if (own.signal.aborted) return undefined;
    planned(plan, basisOf(decisions));
    spoken.value = t('import.checked', { create: plan.counts.create, update: plan.counts.update, open: openIn(plan) });
    return firstStop(plan);
  } catch (error) {
    if (own.signal.aborted) return undefined;
    return await fail(error, file, 'check');
  } finally {
    own.end();
  }
}

/** Saves the workbook with the remarks on the device. */
export async function saveRemarks() {
  const { file, decisions } = work.peek();
  if (!file) return;
  const own = begin('remarks');
  try {
    const book = await remarksOf(file, settingsOf(decisions), own);
    saveFile(t('import.remarksFile', { name: sourceOf(file.name) }), book, book.type);
  } catch (error) {
    if (!own.signal.aborted) await fail(error, file, 'remarks');
  } finally {
    own.end();
  }
}

/** What was sent under which key, so that sending it again brings nothing in twice. */
let sent: { body: string; file: File; key: string } | undefined;
function keyFor(body: string, file: File) {
  if (sent?.body !== body || sent.file !== file) sent = { body, file, key: crypto.randomUUID() };
  return sent.key;
}

/** What became of a file that was told to stop while it was brought in. */
async function halted(stage: Step['stage'] | undefined, file: File, writes: number): Promise<string | undefined> {
  if (work.peek().file !== file) return undefined;
  if (stage === 'stored') {
    work.value = { ...fresh(work.peek().account), done: { writes, file: file.name, late: true } };
    revision.value += 1;
    return 'import-done';
  }
  if (stage === 'stopped') { spoken.value = t('import.stopped'); return undefined; }
  change({ hitch: 'unsure' });
  return 'import-hitch';
}

/** Brings the file in; what was decided since the last check is checked first, so that nothing comes in that nobody has seen. Gives where to look then. */
export async function bringIn(): Promise<string | undefined> {
  const { file, decisions, basis, plan, leaveOut, confirmWidening, reason } = work.peek();
  if (!file || !plan) return undefined;
  if (isStale(decisions, basis)) return check();
  const settings = finishing(decisions, { plan: plan.plan, leaveOut, confirmWidening, reason });
  const own = begin('apply');
  try {
    const brought = await bringFile(file, settings, keyFor(JSON.stringify(settings), file), own);
    work.value = { ...fresh(work.peek().account), done: { ...brought, file: file.name } };
    if (brought.id !== undefined) revision.value += 1;
    return 'import-done';
  } catch (error) {
    if (own.signal.aborted) return await halted(await own.ended(), file, plan.writes);
    const where = await fail(error, file, 'apply');
    if (error instanceof Fault && error.status === 409 && error.problem.now) planned(error.problem.now as Plan, basisOf(decisions));
    return where;
  } finally {
    own.end();
  }
}
