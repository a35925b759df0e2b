import type { Mention } from '../../api/answers';
import { type Problem, ask, deliver, query } from '../../api/http';
import type { Organization, Page, Summary } from '../../api/shapes';

export interface Reason { reason: string; points: number; sentence: string }
/** Two that may be one. */
export interface Pair { one: Summary; other: Summary; score: number; reasons: Reason[] }
export interface Queue extends Page<Pair> { count: number; working?: boolean }

export type Choice = 'kept' | 'other' | 'both';
export type Side = 'kept' | 'other';
export interface PairField { field: string; differs: boolean; choices: Choice[]; usual?: Choice }
export interface Moving { kind: string; id: string; title: string; with?: string; stated?: string[] }
type Form = Organization & Record<string, unknown>;

/** Two side by side, and what would become of what they have. */
export interface SideBySide {
  kept: Form; other: Form; mentions?: Mention[]; score: number; likely: boolean; reasons: Reason[]; toldApart: boolean; fields: PairField[];
  moves: Record<string, number>; moving: Moving[]; meeting: Moving[]; dropping: Moving[]; obstacles: Problem[]; widens: boolean;
}

export interface Undecided { key: string; kind?: string; title?: string; field?: string }
/** A merge as it could be taken apart. */
export interface Merged { change: string; at: string; reason?: string; kept: Form; other: Form; undecided: Undecided[]; obstacles: Problem[]; widens: boolean }

const root = '/api/duplicates';
export const duplicates = (from: number, limit: number, stop?: AbortSignal) => ask<Queue>(`${root}${query({ from: from || undefined, limit })}`, stop);
export const sideBySide = (kept: string, other: string, stop?: AbortSignal) => ask<SideBySide>(`${root}/pair${query({ kept, other })}`, stop);
export const tellApart = (one: string, other: string, areTwo: boolean) => deliver<{ id?: string }>('POST', `${root}/told-apart`, { body: { one, other, areTwo } });
export interface Merging { kept: string; keptVersion?: number; other: string; otherVersion?: number; fields: Record<string, Choice>; reason: string; confirmWidening?: boolean }
export const merge = (body: Merging, key: string) => deliver<{ id?: string }>('POST', `${root}/merges`, { body, key });
export const merged = (id: string, stop?: AbortSignal) => ask<Merged>(`${root}/merges/${encodeURIComponent(id)}`, stop);
export interface Parting { assign: Record<string, Side>; reason: string; confirmWidening?: boolean }
export const unmerge = (id: string, body: Parting, key: string) => deliver<{ id?: string }>('POST', `${root}/merges/${encodeURIComponent(id)}/undo`, { body, key });
