import type { CellAnswer, CellHelper, Changeset, Closing, Coverage, Fragility, Gap, Introductions, OrganizationLoss, Partners } from './answers';
import { Fault, ask, deliver, query, send } from './http';
import type { Around, Found, GrantElement, Lookalike, Me, Organization, OrganizationPage, Page, Person, Region, SeenContact, Service, Suggestion, Summary, Tally, Taxonomies, TieInView, TieLink, TiePage, TieSide, TieWord, WaitingTie, Withheld } from './shapes';

type Stop = AbortSignal | undefined;
export type Values = Record<string, string | number | boolean | undefined>;

/** Whoever looks as somebody else stays who she is. */
export const whoAmI = () => ask<Me>('/api/me', undefined, '');
export const signOut = () => send<void>('POST', '/api/sign-out');
export const taxonomies = (stop?: Stop) => ask<{ taxonomies: Taxonomies }>('/api/taxonomies', stop);
export const search = (q: string, limit: number, stop?: Stop, kind?: Found['kind']) => ask<Page<Found>>(`/api/search${query({ q, limit, kind })}`, stop);
export const organizationPage = (id: string, stop?: Stop) => ask<OrganizationPage>(`/api/organizations/${id}/page`, stop);
export const contacts = (id: string, stop?: Stop) => ask<Page<SeenContact>>(`/api/organizations/${id}/contacts`, stop);
export const organizations = (values: Values, stop?: Stop) => ask<Page<Organization>>(`/api/organizations${query(values)}`, stop);
export const organization = (id: string, stop?: Stop) => ask<Organization>(`/api/organizations/${id}`, stop);
export const nearest = (values: Values, stop?: Stop) => ask<{ items: { organization: Summary; km: number }[] }>(`/api/nearest${query(values)}`, stop);
export const region = (code: string, stop?: Stop) => ask<Region>(`/api/regions/${code}`, stop);
export const regionPath = (code: string, stop?: Stop) => ask<Page<Region>>(`/api/regions/${code}/path`, stop);
export const regions = (values: Values, stop?: Stop) => ask<Page<Region>>(`/api/regions${query(values)}`, stop);
export const tally = (values: Values, stop?: Stop) => ask<Tally>(`/api/regions/tally${query(values)}`, stop);
/** The province that is nearest to a point, and how many kilometres off its land the point lies; none where it is on land. */
export const land = (values: Values, stop?: Stop) => ask<{ region?: { code: string; name: string }; off?: number }>(`/api/regions/land${query(values)}`, stop);
export const tiesInView = (values: Values, stop?: Stop) => ask<{ items: TieInView[]; cut?: boolean }>(`/api/map/ties${query(values)}`, stop);
export const service = (id: string, stop?: Stop) => ask<Service>(`/api/services/${id}`, stop);
export const partners = (id: string, values: Values, stop?: Stop) => ask<Partners>(`/api/organizations/${id}/partners${query(values)}`, stop);
export const introductions = (id: string, values: Values, stop?: Stop) => ask<Introductions>(`/api/organizations/${id}/introductions${query(values)}`, stop);
export const coverage = (values: Values, stop?: Stop) => ask<Coverage>(`/api/coverage${query(values)}`, stop);
export const gaps = (values: Values, stop?: Stop) => ask<Page<Gap>>(`/api/coverage/gaps${query(values)}`, stop);
export const cell = (values: Values, stop?: Stop) => ask<CellAnswer>(`/api/coverage/cell${query(values)}`, stop);
export const closing = (values: Values, stop?: Stop) => ask<Closing>(`/api/coverage/closing${query(values)}`, stop);
export const fragility = (values: Values, stop?: Stop) => ask<Fragility>(`/api/coverage/fragility${query(values)}`, stop);
export const loss = (id: string, values: Values, stop?: Stop) => ask<OrganizationLoss>(`/api/coverage/fragility/${id}${query(values)}`, stop);
export const helpers = (values: Values, stop?: Stop) => ask<Page<CellHelper>>(`/api/coverage/helpers${query(values)}`, stop);
export const changesets = (values: Values, stop?: Stop) => ask<Page<Changeset>>(`/api/changesets${query(values)}`, stop);
export const changeset = (id: string, values: Values, stop?: Stop) => ask<Changeset>(`/api/changesets/${id}${query(values)}`, stop);
export const history = (kind: string, id: string, values: Values, stop?: Stop) => ask<Page<Changeset>>(`/api/${kind}/${id}/history${query(values)}`, stop);
/** Takes a change back, for a reason in words, or for one that the server tells each reader in her language. */
export const revert = (id: string, reason: string | { because: 'undone_at_once' | 'still_needed' }, confirmWidening: boolean) =>
  send<{ id?: string }>('POST', `/api/changesets/${id}/revert`, { body: { ...(typeof reason === 'string' ? { reason } : reason), ...(confirmWidening ? { confirmWidening } : {}) } });
/** What went, in a sentence; without an id there was no example, and nothing to take back. */
export const removeExamples = () => send<{ id?: string; summary: string }>('POST', '/api/changesets/remove-examples');

/** The path of each kind of element under `/api`. */
export const segments = { organization: 'organizations', tie: 'ties', unit: 'units', place: 'places', service: 'services', need: 'needs', term: 'terms', grant: 'grants' } as const;
export type Writable = keyof typeof segments;
const pathOf = (kind: Writable, id: string) => `/api/${segments[kind]}/${encodeURIComponent(id)}`;

/** One element in its written form, with the version that an edit is made from. */
export const element = (kind: Writable, id: string, stop?: Stop) => ask<Record<string, unknown>>(pathOf(kind, id), stop);
/** Adds an element when `version` is absent, changes it otherwise. */
export const save = (kind: Writable, id: string, body: object, version: number | undefined, key: string) =>
  version === undefined
    ? deliver<{ id: string }>('POST', `/api/${segments[kind]}`, { body, key })
    : deliver<{ id: string }>('PUT', pathOf(kind, id), { body, version, key });
export const remove = (kind: Writable, id: string, version: number | undefined, reason: string) => deliver<undefined>('DELETE', `${pathOf(kind, id)}${query(reason ? { reason } : {})}`, { version });
/** Brings an element back to how a change left it. */
export const restore = (kind: Writable, id: string, version: number | undefined, changeset: string, reason: string, confirmWidening: boolean) =>
  send<{ id: string }>('POST', `${pathOf(kind, id)}/restore`, { version, body: { changeset, ...(reason ? { reason } : {}), ...(confirmWidening ? { confirmWidening } : {}) } });
export const grants = (values: Values, stop?: Stop) => ask<Page<GrantElement>>(`/api/grants${query(values)}`, stop);
/** What the holders of accounts call themselves, as far as whoever asks is told of them. */
export const people = () => ask<Page<Person>>('/api/people');
export const withheld = (values: Values, stop?: Stop) => ask<Withheld>(`/api/preview/withheld${query(values)}`, stop);
export const alike = (values: Values, stop?: Stop) => ask<Page<Lookalike>>(`/api/organizations/alike${query(values)}`, stop);
export const around = (id: string, values: Values, stop?: Stop) => ask<Around>(`/api/organizations/${id}/around${query(values)}`, stop);

export const tiePage = (id: string, stop?: Stop) => ask<TiePage>(`/api/ties/${id}/page`, stop);
export const waitingTies = (values: Values, stop?: Stop) => ask<{ at: string; count: number; own: number; yours: number; items: WaitingTie[] }>(`/api/ties/waiting${query(values)}`, stop);
export interface Said { side: TieSide; says: TieWord; reason?: string; until?: string; word: string }
/** What a side says of a tie, made of the version that was read. */
export const stateTie = (id: string, said: Said, version: number | undefined, key: string) => deliver<TiePage>('POST', `/api/ties/${id}/statements`, { body: said, version, key });
/** Takes an answer that the other side had passed on for that side's own. */
export const acceptAnswer = (id: string, side: TieSide, version: number | undefined, key: string) => deliver<TiePage>('POST', `/api/ties/${id}/acceptances`, { body: { side }, version, key });
/** The link by which a side answers. It is told this once. */
export const tieLink = (id: string, side: TieSide, passedOn: boolean) => send<TieLink>('POST', `/api/ties/${id}/link`, { body: { side, passedOn } });

/** What waits for a decision of whoever asks; what she sent herself. */
export const suggestions = (values: Values, stop?: Stop) => ask<{ count: number; medianDays: number; items: Suggestion[] }>(`/api/suggestions${query(values)}`, stop);
export const suggestion = (id: string, stop?: Stop) => ask<Suggestion>(`/api/suggestions/${id}`, stop);
export const mySuggestions = (stop?: Stop) => ask<Page<Suggestion>>('/api/suggestions/mine', stop);
/** What is wrong with the words that a form gives as its reason is told there. */
const inReason = (error: unknown): never => { throw error instanceof Fault ? error.moved((field) => (field === 'words' ? 'reason' : field)) : error; };
/** Sends what a form says to whoever may store it; the reason goes as words. */
export const suggest: typeof save = (kind, id, body, _, key) => {
  const { reason, ...element } = body as { reason?: string };
  return deliver<{ id: string }>('POST', '/api/suggestions', { body: { kind, ...(id === '' ? {} : { id }), element, ...(reason ? { words: reason } : {}) }, key }).catch(inReason);
};
export interface Decision { decision: 'accepted' | 'declined'; version?: number | undefined; element?: object; answer?: string; confirmWidening?: boolean }
export const decide = (id: string, decision: Decision, key?: string) => deliver<Suggestion>('POST', `/api/suggestions/${id}/decisions`, { body: decision, ...(key ? { key } : {}) });
export const withdraw = (id: string) => send<Suggestion>('POST', `/api/suggestions/${id}/withdrawal`);
