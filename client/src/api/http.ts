import { preview, previewHeaders } from './preview';

/** One refusal of the server, tied to the field it is about ('' when it is about the whole). */
export interface FieldError { code: string; field: string; message: string; mend?: string; arguments?: { meant?: { code: string; name?: string }[]; later?: string } }
interface Named { kind: string; id: string; name: string; gone?: boolean }
export interface Problem {
  title: string; status: number; code: string; detail?: string; errors?: FieldError[]; current?: unknown; differing?: string[];
  /** Who stands in the way, by name, and how many errors are not listed. */
  elements?: Named[]; more?: number;
  /** What the two versions of a conflict speak of by an id. */
  mentions?: Named[];
  /** What would become of a file as things are now. */
  now?: unknown;
}

/** True for the field itself and for anything inside of it. */
const isIn = (field: string, outer: string) => field === outer || field.startsWith(`${outer}.`) || field.startsWith(`${outer}[`);

/** What went wrong, in the words of the server; status 0 means that the server was not reached. */
export class Fault extends Error {
  constructor(readonly problem: Problem) { super(problem.title); }
  get status() { return this.problem.status; }
  get code() { return this.problem.code; }
  /** The first message for a field or for anything inside of it ("areas" also finds "areas[0].region"). */
  on(field: string): FieldError | undefined {
    return this.problem.errors?.find((e) => isIn(e.field, field));
  }
  /** The same, each error at the field where it is shown. */
  moved(to: (field: string) => string): Fault {
    const { errors } = this.problem;
    return errors ? new Fault({ ...this.problem, errors: errors.map((e) => ({ ...e, field: to(e.field) })) }) : this;
  }
  /** What is left of it when a field is being mended; nothing when that was all. */
  without(field: string): Fault | undefined {
    const { errors = [] } = this.problem;
    const left = errors.filter((e) => !isIn(e.field, field));
    return left.length === errors.length ? this : left.length === 0 ? undefined : new Fault({ ...this.problem, errors: left });
  }
}

let language = 'id';
export function speak(to: string) { language = to; }

async function fail(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = typeof body === 'object' && body !== null && 'code' in body ? (body as Problem) : undefined;
  throw new Fault(problem ?? { title: response.statusText, status: response.status, code: 'unreadable' });
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Fault({ title: '', status: 0, code: 'unreachable' });
  }
}

/** An answer that is not of now, when it was, and who kept it: the device, while the server cannot be reached, or the server, while its database cannot. */
export interface Kept { at: string; by: 'device' | 'server' }
const given = new WeakMap<object, Kept>();
export const keptFrom = (answer: unknown) => (typeof answer === 'object' && answer !== null ? given.get(answer) : undefined);

function keptOf({ headers }: Response): Kept | undefined {
  const [at, age] = [headers.get('X-Kept-At'), headers.get('Data-Age')];
  if (at !== null) return { at, by: 'device' };
  return age === null ? undefined : { at: new Date(Date.now() - Number(age) * 1000).toISOString(), by: 'server' };
}

/** Asks the server, as whom the page looks unless it is said as whom. */
export async function ask<T>(path: string, signal?: AbortSignal, as = preview): Promise<T> {
  const response = await reach(path, { headers: { Accept: 'application/json', 'Accept-Language': language, ...previewHeaders(as) }, ...(signal ? { signal } : {}) });
  if (!response.ok) return fail(response);
  const answer = (await response.json()) as T;
  const kept = keptOf(response);
  if (kept && typeof answer === 'object' && answer !== null) given.set(answer, kept);
  return answer;
}

export interface Sending { body?: unknown; version?: number | undefined; key?: string }

/** What became of a change, and which change in the log it was; none when it changed nothing. */
export interface Sent<T> { body: T; change?: string }

/** Sends a change; `version` is the version that the person saw, `key` makes a repeated request harmless. */
export async function deliver<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, { body, version, key }: Sending = {}): Promise<Sent<T>> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  const response = await reach(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!response.ok) return fail(response);
  const change = response.headers.get('Changeset');
  return { body: (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T, ...(change ? { change } : {}) };
}

/** Sends a form with a file in it; the answer is given as it is, since it may be a file as well. */
export async function sendForm(path: string, form: FormData, key?: string, signal?: AbortSignal): Promise<Response> {
  const headers = { Accept: 'application/json, */*', 'Accept-Language': language, ...(key ? { 'Idempotency-Key': key } : {}) };
  const response = await reach(path, { method: 'POST', headers, body: form, ...(signal ? { signal } : {}) });
  return response.ok ? response : fail(response);
}

export const send = async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, sending: Sending = {}): Promise<T> => (await deliver<T>(method, path, sending)).body;

/** Makes a query string; empty and absent values are left out. */
export function query(values: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '' && value !== false) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
