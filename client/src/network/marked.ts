import { useEffect } from 'preact/hooks';
import { organizationPage } from '../api/questions';
import type { Organization, Summary } from '../api/shapes';
import { useAnswer } from './asking';
import { shown } from './state';

export function summaryOf(o: Organization): Summary {
  const { id, name, actorKind, family, region, mediates, retired, kindLabel, regionName, regencyName, position } = o;
  return { id, name, actorKind, family, region, ...(mediates ? { mediates } : {}), ...(retired ? { retired } : {}), ...(kindLabel ? { kindLabel } : {}), ...(regionName ? { regionName } : {}), ...(regencyName ? { regencyName } : {}), ...(position ? { position } : {}) };
}

const usePage = (id: string | undefined) => useAnswer(id ? `organization/${id}` : undefined, (stop) => organizationPage(id ?? '', stop)).data;

/** Whom a form is about stays marked on the map while it is filled in: one organization, or the two ends of a tie. */
export function useMarked([one, other]: string[]) {
  const pages = [usePage(one), usePage(other)];
  useEffect(() => {
    const ends = pages.flatMap((page) => (page ? [summaryOf(page.organization)] : []));
    const [selected] = ends;
    shown.value = selected ? { selected, ...(ends.length > 1 ? { ends } : {}) } : {};
  }, pages);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** The one that a question is about before it is asked. */
export function useAsker(id: string | undefined): Summary | undefined {
  const page = usePage(id);
  return page && summaryOf(page.organization);
}
