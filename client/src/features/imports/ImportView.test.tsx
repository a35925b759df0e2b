import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HubConnection } from '@microsoft/signalr';
import { line } from '../../live/connection';
import { me, spoken } from '../../network/state';
import { choose, t } from '../../words';
import { ImportView } from './ImportView';
import type { Plan, Step } from './shapes';
import { startOver, take, work } from './work';

const place = document.createElement('div');
const counts = { unchanged: 0, create: 2, update: 0, conflict: 0, duplicate: 0, refused: 0, left_aside: 0 };
const plan: Plan = {
  source: 'mitra', form: 'csv', file: 'mitra.csv', plan: 'first', counts, writes: 2, widening: 0, remarks: [], lists: [{ name: 'organizations', label: 'Organisasi', targets: [{ name: 'name', label: 'Nama' }] }],
  tables: [{ name: 'mitra', list: 'organizations', rows: 2, columns: [{ letter: 'A', heading: 'Nama', target: 'name', samples: ['Melati'] }] }],
  questions: { regions: [], terms: [] }, rows: [{ table: 'mitra', row: 2, list: 'organizations', key: 'k', verdict: 'create', name: 'Melati' }],
};
const doubtful: Plan = { ...plan, plan: 'other', writes: 1, counts: { ...counts, create: 1, refused: 1 }, questions: { regions: [{ text: 'Semarang', rows: 1, candidates: [{ code: '33.74', name: 'Kota Semarang', within: 'Jawa Tengah' }] }], terms: [] } };

interface Sent { path: string; work: string | undefined; settings: Record<string, unknown>; key: string | undefined; signal: AbortSignal | undefined }
const sent: Sent[] = [];
let answers: (Response | Promise<Response> | Error)[] = [];

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  document.body.append(place);
  place.id = 'content';
  sent.length = 0;
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (!(init?.body instanceof FormData)) return Response.json({ items: [] });
    sent.push({ path: path.replace(/\?work=.*/, ''), work: path.split('?work=')[1], settings: JSON.parse(String(init.body.get('settings'))) as Record<string, unknown>, key: (init.headers as Record<string, string>)['Idempotency-Key'], signal: init.signal ?? undefined });
    const next = answers.shift();
    if (next === never) return brokenOff(init.signal);
    if (next instanceof Error) throw next;
    return next;
  });
});
afterEach(() => {
  render(null, place);
  vi.unstubAllGlobals();
  startOver();
  line.value = undefined;
  answers = [];
  me.value = { audience: 'public', language: 'id' };
});

const shows = (words: string) => vi.waitFor(() => { if (!place.textContent?.includes(words)) throw new Error(`${words} is not in: ${place.textContent}`); });
const button = (words: string) => [...place.querySelectorAll('button')].find((one) => one.textContent === words);
const press = async (words: string) => { const found = await vi.waitFor(() => { const one = button(words); if (!one || one.disabled) throw new Error(words); return one; }); found.click(); };
const begin = (...with_: typeof answers) => {
  answers = with_;
  render(<ImportView />, place);
  take(new File(['Nama\nMelati'], 'mitra.csv'));
};

/** A line over which the server tells how far it is. */
function lineOf() {
  const heard: { id: string; tell: (step: Step) => void }[] = [];
  const stream = (_: string, id: string) => ({ subscribe: ({ next }: { next: (step: Step) => void }) => { heard.push({ id, tell: next }); return { dispose: () => undefined }; } });
  line.value = { stream } as unknown as HubConnection;
  return heard;
}
/** An answer that does not come before it is broken off. */
const never = new Error('never');
const brokenOff = (signal: AbortSignal | null | undefined) => new Promise<Response>((_, fail) => { signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))); });

describe('a file that is in hand', () => {
  it('says what is being done and how far it is, of its own work', async () => {
    const heard = lineOf();
    begin(never);
    await press(t('import.check'));
    await shows(t('import.checking'));
    expect(heard.map(({ id }) => id)).toEqual([sent[0]?.work]);
    heard[0]?.tell({ stage: 'planning', done: 3, of: 4 });
    await shows(t('import.stage.planning'));
    await shows('75%');
    expect(place.querySelector('progress')?.value).toBe(0.75);
    lineOf();
    heard[0]?.tell({ stage: 'reading', done: 0, of: 0 });
    await shows(t('import.stage.reading'));
    expect(place.querySelector('progress')?.hasAttribute('value')).toBe(false);
    await press(t('import.stop'));
  });

  it.each([['stopped', 'import.stopped'], ['stored', 'import.doneLate']] as const)('tells that what was to be stopped was %s', async (stage, words) => {
    const heard = lineOf();
    begin(Response.json(plan), never);
    await press(t('import.check'));
    await press(t('import.bringNow'));
    await vi.waitFor(() => expect(heard.length).toBe(2));
    await press(t('import.stop'));
    await shows(t('import.halting'));
    heard[1]?.tell({ stage, done: 0, of: 0 });
    if (stage === 'stored') await shows(t(words, { file: 'mitra.csv', count: 2 }));
    else { await vi.waitFor(() => expect(spoken.value).toBe(t(words))); await vi.waitFor(() => expect(button(t('import.bringNow'))?.disabled).toBe(false)); }
    expect(work.value.doing).toBeUndefined();
  });
});

describe('the page for bringing files in', () => {
  it('says who can, to who may not', async () => {
    me.value = { audience: 'signed_in', account: 'editor-1', grants: [{ id: 'one', role: 'organization_editor', organization: 'o1' }], language: 'id' };
    render(<ImportView />, place);
    await shows(t('import.who'));
    expect(place.textContent).toContain(t('import.whoElse'));
    expect(place.querySelector('input[type=file]')).toBeNull();
  });

  it('asks for a file before it asks the server', async () => {
    render(<ImportView />, place);
    await press(t('import.check'));
    await shows(t('import.hitch.noFile'));
    expect(sent).toEqual([]);
  });

  it('lets a check be stopped, and nothing that was entered is lost', async () => {
    begin(new Promise<Response>(() => undefined));
    await press(t('import.check'));
    await press(t('import.stop'));
    expect(sent[0]?.signal?.aborted).toBe(true);
    expect(spoken.value).toBe(t('import.stopped'));
    await vi.waitFor(() => expect(button(t('import.check'))).toBeDefined());
    expect(work.value.file?.name).toBe('mitra.csv');
    expect(place.querySelector<HTMLInputElement>('#import-source')?.value).toBe('mitra');
  });

  it('tells that a file was saved anew since it was chosen, which a browser does not send', async () => {
    begin(new TypeError('changed'));
    const changed = Object.assign(new File(['Nama'], 'mitra.csv'), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) });
    take(changed);
    await press(t('import.check'));
    await shows(t('import.hitch.changed'));
  });

  it('forgets the file when somebody else signs in', async () => {
    begin();
    me.value = { ...me.value, account: 'steward-2' };
    await vi.waitFor(() => expect(work.value.file).toBeUndefined());
  });
});

describe('bringing in', () => {
  it('brings in what was checked, once, under the name of its plan', async () => {
    begin(Response.json(plan), new TypeError('cut'), Response.json({ id: 'c1', sequence: 7, writes: 2 }));
    await press(t('import.check'));
    await shows(t('import.willAdd', { create: 2 }));
    await press(t('import.bringNow'));
    await shows(t('state.unreachable'));
    await press(t('import.bringNow'));
    await shows(t('import.doneWrites', { file: 'mitra.csv', count: 2 }));
    expect(sent.map(({ path }) => path)).toEqual(['/api/imports/check', '/api/imports', '/api/imports']);
    expect(sent[1]?.settings).toEqual({ source: 'mitra', plan: 'first' });
    expect(sent[1]?.key).toBeDefined();
    expect(sent[2]?.key).toBe(sent[1]?.key);
    expect(place.querySelector('a[href="/aktivitas/c1"]')).not.toBeNull();
  });

  it('checks again before it brings anything in, once something was decided since', async () => {
    begin(Response.json(doubtful), Response.json(plan));
    await press(t('import.check'));
    await shows('Kota Semarang');
    place.querySelector<HTMLInputElement>('input[type=radio]')?.click();
    await press(t('import.checkFirst'));
    await shows(t('import.willAdd', { create: 2 }));
    expect(sent.map(({ path }) => path)).toEqual(['/api/imports/check', '/api/imports/check']);
    expect(sent[1]?.settings).toEqual({ source: 'mitra', regions: { Semarang: '33.74' } });
    await shows(t('import.answered', { count: 1 }));
  });

  it('does not leave rows out, nor show more to others, unless that was agreed to', async () => {
    begin(Response.json({ ...doubtful, widening: 1 }));
    await press(t('import.check'));
    await shows(t('import.leaveOut', { count: 1 }));
    const [leaveOut, widens] = [...place.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(button(t('import.bringNow'))?.disabled).toBe(true);
    leaveOut?.click();
    await shows(t('import.blockedWidens'));
    widens?.click();
    await vi.waitFor(() => expect(button(t('import.bringNow'))?.disabled).toBe(false));
    answers = [Response.json({ id: 'c1', sequence: 7, writes: 1 })];
    await press(t('import.bringNow'));
    await shows(t('import.done'));
    expect(sent[1]?.settings).toMatchObject({ plan: 'other', leaveOut: true, confirmWidening: true });
  });

  it('shows what would become of it now, when the network has changed since', async () => {
    const moved = { title: 'Jaringan sudah berubah sejak berkas ini diperiksa.', status: 409, code: 'import_moved_on', errors: [], now: { ...plan, plan: 'second', counts: { ...counts, create: 1, unchanged: 1 }, writes: 1 } };
    begin(Response.json(plan), Response.json(moved, { status: 409 }), Response.json({ id: 'c2', sequence: 8, writes: 1 }));
    await press(t('import.check'));
    await press(t('import.bringNow'));
    await shows(moved.title);
    await shows(t('import.willAdd', { create: 1 }));
    await press(t('import.bringNow'));
    await shows(t('import.done'));
    expect(sent[2]?.settings['plan']).toBe('second');
    expect(sent[2]?.key).not.toBe(sent[1]?.key);
  });
});
