import { isSignedIn, isSteward } from '../network/state';
import { date, t } from '../words';
import { today } from '../network/day';
import type { About, Heading } from './files';

export const headings = (): Heading => ({ title: t('take.title'), date: t('take.date'), source: t('take.source'), address: t('take.address') });

/** Where what leaves the page came from: of which day, from which site, and who may see it there. */
export function aboutOf(title: string, at: string | undefined): About {
  const { host } = location;
  return { title, date: date(at ?? today()), source: t(isSteward.value ? 'take.sourceSteward' : isSignedIn.value ? 'take.sourceAccount' : 'take.sourcePublic', { host }), address: location.href };
}
