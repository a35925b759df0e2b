import { sendForm } from '../../api/http';
import type { Brought, Plan } from './shapes';

function formOf(file: File, settings: Record<string, unknown>): FormData {
  const form = new FormData();
  form.set('settings', JSON.stringify(settings));
  form.set('file', file, file.name);
  return form;
}

/** What would become of a file. Nothing is written. */
export const checkFile = async (file: File, settings: Record<string, unknown>, stop: AbortSignal) => (await (await sendForm('/api/imports/check', formOf(file, settings), undefined, stop)).json()) as Plan;

/** The same file as a workbook with what would become of each row beside it. */
export const remarksOf = async (file: File, settings: Record<string, unknown>) => (await sendForm('/api/imports/remarks', formOf(file, settings))).blob();

/** Brings a file in as it was planned; sent again with the same key it comes in once. */
export const bringFile = async (file: File, settings: Record<string, unknown>, key: string) => (await (await sendForm('/api/imports', formOf(file, settings), key)).json()) as Brought;
