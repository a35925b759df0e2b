import { useEffect } from 'preact/hooks';
import type { Changeset } from '../../api/answers';
import { to } from '../../network/route';
import { me } from '../../network/state';
import { Link } from '../../ui/Link';
import { ago, list, named, t } from '../../words';
import '../../words/depth';
import { ChangeRow } from './ChangeRow';
import { keepVisit, lastVisit, newSince } from './visit';

/** What the page is about: what is new around an organization, and what counts as that. */
export function NearHead({ id, name }: { id: string; name: string | undefined }) {
  return (
    <>
      <h1>{t('near.title', { name: name ?? '…' })}</h1>
      <p><Link to={to('organization', id)}>{name ?? t('state.back')}</Link></p>
      <p class="quiet">{t('near.intro')}</p>
    </>
  );
}

/** The changes near an organization, each with why it is near, and those marked that came since somebody last looked; who sees only some of them has not looked at all. */
export function NearList({ id, changes, narrowed }: { id: string; changes: Changeset[]; narrowed: boolean }) {
  const { account } = me.value;
  // Two people on one device have each visits of their own.
  const whose = `${account ?? ''}|${id}`;
  const visit = lastVisit(whose);
  const fresh = newSince(changes, visit, account);
  const newest = changes[0]?.id;
  // What comes live to a page that nobody looks at is still new.
  useEffect(() => { if (newest !== undefined && !narrowed && document.visibilityState === 'visible') keepVisit(whose, { last: newest, at: new Date().toISOString() }); }, [whose, newest, narrowed]);
  const since = visit && t(fresh.size > 0 ? 'near.since' : 'near.nothing', { count: fresh.size, when: ago(visit.at, Date.now()) });
  return (
    <>
      <p class={visit ? undefined : 'small quiet'}>{since ?? t('near.first')}</p>
      <ol class="list">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change}>
            <p class="row small">{fresh.has(change.id) && <span class="tag">{t('near.fresh')}</span>}<span class="quiet">{list((change.near ?? []).map((why) => named('near', why)))}</span></p>
          </ChangeRow>
        ))}
      </ol>
    </>
  );
}
