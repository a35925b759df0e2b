import type { Fact } from '../../api/answers';
import { type Route, to } from '../../network/route';

/** Facts that are terms, by the list that the term is in. */
const lists: Record<string, string> = { shared_issue: 'issue', offered_skill: 'skill', needed_skill: 'skill' };

/** What a fact about somebody rests on: the service or the region that it names, who else the issue or the skill stands with, or else the page of whom it is about, where location and verification stand. */
export function restsOn({ fact, code, service, region, organization }: Fact, about: string): Route {
  if (service) return to('service', service.id);
  if (region) return to('region', undefined, { kode: region });
  const list = lists[fact];
  if (list && code) return to('terms', undefined, { daftar: list, istilah: code });
  return to('organization', organization?.id ?? about);
}
