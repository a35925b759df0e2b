import { sendForm } from '../../api/http';
import type { Brought, Plan } from './shapes';

/** Under which id the server tells how far it is, and what stops it. */
interface Asking { id: string; signal: AbortSignal }

function formOf(file: File, settings: Record<string, unknown>): FormData {
  const form = new FormData();
  form.set('settings', JSON.stringify(settings));
  form.set('file', file, file.name);
  return form;
}

/** What would become of a file. Nothing is written. */
export const checkFile = async (file: File, settings: Record<string, unknown>, { id, signal }: Asking) => (await (await sendForm(`/api/imports/check?work=${id}`, formOf(file, settings), undefined, signal)).json()) as Plan;

/** The same file as a workbook with what would become of each row beside it. */
export const remarksOf = async (file: File, settings: Record<string, unknown>, { id, signal }: Asking) => (await sendForm(`/api/imports/remarks?work=${id}`, formOf(file, settings), undefined, signal)).blob();

/** Brings a file in as it was planned; sent again with the same key it comes in once. */
export const bringFile = async (file: File, settings: Record<string, unknown>, key: string, { id, signal }: Asking) => (await (await sendForm(`/api/imports?work=${id}`, formOf(file, settings), key, signal)).json()) as Brought;
