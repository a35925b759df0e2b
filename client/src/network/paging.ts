import type { Page } from '../api/shapes';

/** Pages that are asked for one view before a person is asked whether to go on. */
export const mostPages = 8;

/** As many items as are wanted, page by page. A page may be short or empty and still lead on, so `next` alone says whether there can be more. */
export async function gather<T>(ask: (cursor: string | undefined, limit: number) => Promise<Page<T>>, wanted: number, pages = mostPages): Promise<Page<T>> {
  const items: T[] = [];
  let next: string | undefined;
  let incomplete: string | undefined;
  for (let asked = 0; asked < pages && items.length < wanted && (asked === 0 || next !== undefined); asked += 1) {
    const page = await ask(next, Math.min(100, wanted - items.length));
    items.push(...page.items);
    next = page.next;
    incomplete ??= page.incomplete;
  }
  return { items, ...(next === undefined ? {} : { next }), ...(incomplete === undefined ? {} : { incomplete }) };
}
