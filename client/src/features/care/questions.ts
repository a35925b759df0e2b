import { ask, query, send } from '../../api/http';

export interface Erasure {
  element: string; title: string; version?: number; isThere: boolean; fields: string[]; entries: number; backupDays: number; readableUntil: string;
  contacts: { place: number; name?: string; role?: string; channel: string; value: string }[];
  suggestions: { id: string; sent: string; sender?: string; words?: string; fields: string[] }[];
  also: { element: string; title: string; entries: number }[];
}
export type RequestKind = 'access' | 'correction' | 'erasure' | 'withdrawal';
export interface Step { at: string; by: string; what: 'received' | 'note' | 'erased' | 'withdrawn' | 'closed'; element?: string; note?: string }
export interface PersonRequest { id: string; what: RequestKind; received: string; due: string; closed?: string; name: string; reach?: string; asks?: string; identity?: string; found: string[]; steps: Step[] }
export interface Found { element: string; field: string; contact?: number; past: boolean; title: string }
export interface Kept {
  element: string; title: string; field: string; value: string; source?: string; since?: string; audience: 'public' | 'signed_in' | 'coordinators' | 'own'; isShown: boolean;
  consent?: { givenBy?: string; given?: string; how?: string; until?: string; withdrawn?: string }; purposes?: string[];
}
export interface Answer { from: { keeper?: string; contact?: string; site: string; steward?: string }; name: string; what: RequestKind; received: string; day: string; items: Kept[]; steps: Step[]; readableUntil: string }
export interface Breach {
  from: string; until: string; known: string; due: string; hours: number; source: string; persons: number; count: number;
  items: { organization: string; element: string; kind: 'contact' | 'home' | 'suggestion'; who: string; data: string[] }[];
}

const root = '/api/personal-data';
const requests = `${root}/requests`;
export const erasure = (element: string, stop: AbortSignal) => ask<Erasure>(`${root}/erasure${query({ element })}`, stop);
export const erase = (body: object) => send<{ readableUntil: string }>('POST', `${root}/erasures`, { body });
export const withdraw = (body: object) => send<object>('POST', `${root}/withdrawals`, { body });
export const listRequests = (stop: AbortSignal) => ask<{ hours: number; source: string; items: PersonRequest[] }>(requests, stop);
export const readRequest = (id: string, stop: AbortSignal) => ask<PersonRequest>(`${requests}/${id}`, stop);
export const addRequest = (body: object) => send<{ id: string }>('POST', requests, { body });
export const changeRequest = (id: string, body: object) => send<PersonRequest>('POST', `${requests}/${id}`, { body });
export const removeRequest = (id: string) => send<undefined>('DELETE', `${requests}/${id}`);
export const findPerson = (q: string, past: boolean) => send<{ count: number; items: Found[] }>('POST', `${root}/search`, { body: { q, past } });
export const answerOf = (id: string, stop: AbortSignal) => ask<Answer>(`${requests}/${id}/answer`, stop);
export const breach = (values: Record<string, string>, stop: AbortSignal) => ask<Breach>(`${root}/breach${query(values)}`, stop);
