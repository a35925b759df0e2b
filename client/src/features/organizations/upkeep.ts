import { Fault } from '../../api/http';
import { type Writable, element, save } from '../../api/questions';
import type { OrganizationPage, Provenance } from '../../api/shapes';
import { today, yearsBefore } from '../../network/day';
import { notice, revision } from '../../network/state';
import { t } from '../../words';
import { type Draft, bodyOf } from '../editing/draft';
import { offerUndo, refused } from '../editing/undo';
import '../../words/upkeep';

/** What a page lacks, or what of it is old. */
export type Lack = 'contact' | 'purpose' | 'issues' | 'exchange' | 'members' | 'services' | 'capacity' | 'ties' | 'waiting';

/** Ties that nobody looked at for so long may be no more. */
const staleTies = 2;

const isOld = (provenance: Provenance | undefined, day: string) => provenance?.lastVerified === undefined || provenance.lastVerified < yearsBefore(day, staleTies);

/** What is missing or old on the page of an organization on a day, with how many of it, where there are some: what keeps others from finding or reaching her comes first. How fresh she is herself the page says already. */
export function lacksOf({ organization: o, services, ties }: OrganizationPage, contacts: number | undefined, day: string): { lack: Lack; count: number }[] {
  const counted: [Lack, number][] = [
    ['contact', contacts === 0 ? 1 : 0],
    ['issues', o.issues?.length ? 0 : 1],
    ['exchange', o.offers?.length || o.needs?.length || services.length > 0 ? 0 : 1],
    ['purpose', o.purpose ? 0 : 1],
    ['members', o.family === 'home_workers' && !o.members ? 1 : 0],
    ['services', services.filter((s) => (s.areas ?? []).length === 0).length],
    ['capacity', services.filter((s) => s.capacity === undefined).length],
    ['waiting', ties.filter((tie) => tie.status === 'proposed').length],
    ['ties', ties.filter((tie) => tie.current && isOld(tie.provenance, day)).length],
  ];
  return o.retired ? [] : counted.filter(([, count]) => count > 0).map(([lack, count]) => ({ lack, count }));
}

/** What is stored, as somebody says on a day that it is still true. */
export function affirmed(stored: Draft, day: string): Draft {
  const { unverified: _, ...provenance } = stored['provenance'] as Provenance;
  return { ...stored, provenance: { ...provenance, lastVerified: day } };
}

/** What it is being said of now: a second tap says nothing more. */
const saying = new Set<string>();

/** Says of an element that what is stored is still true today. What is stored is asked for first, so that nothing is written over that somebody changed meanwhile. */
export async function affirm(kind: Writable, id: string) {
  if (saying.has(id)) return;
  saying.add(id);
  notice.value = undefined;
  try {
    const stored = await element(kind, id);
    const { change } = await save(kind, id, bodyOf(affirmed(stored, today()), ''), Number(stored['version']), crypto.randomUUID());
    revision.value += 1;
    offerUndo('upkeep.affirmed', change);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const why = refused(error);
    notice.value = { what: 'refused', words: () => t('upkeep.notAffirmed', { why }), ways: [{ words: () => t('state.again'), act: () => void affirm(kind, id) }] };
  } finally {
    saying.delete(id);
  }
}
