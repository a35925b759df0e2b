import type { Changeset } from '../../api/answers';
import { gather } from '../../network/paging';

/** One change with as many of its elements as are wanted, gathered page by page; `next` says that there are more. */
export async function wholeChange(ask: (cursor: string | undefined, limit: number) => Promise<Changeset>, wanted: number): Promise<Changeset> {
  const parts: Changeset[] = [];
  const { items, next } = await gather(async (cursor, limit) => {
    const part = await ask(cursor, limit);
    parts.push(part);
    return { items: part.elements, ...(part.next === undefined ? {} : { next: part.next }) };
  }, wanted, Math.ceil(wanted / 50));
  const { next: _, ...change } = parts[0] as Changeset;
  return { ...change, elements: items, ...(next === undefined ? {} : { next }) };
}
