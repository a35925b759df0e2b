import { type Managed, managed } from '../../network/managing';
import { route, to } from '../../network/route';
import { workWaiting } from '../../network/work';
import { CountTag } from '../../ui/CountTag';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import { type Key, t } from '../../words';
import '../../words/manage';

const titles: Record<Managed, Key> = { waiting: 'waiting.title', suggestions: 'suggestions.title', duplicates: 'duplicates.title', import: 'import.title', people: 'people.title', care: 'care.title', terms: 'terms.title', preview: 'preview.title' };

/** Whoever looks as somebody else comes back to where she was. */
const wayTo = (view: Managed) => (view === 'preview' ? to('preview', undefined, { dari: route.value.query['dari'] }) : to(view));

/** What whoever is signed in looks after: each with what it is for, and how much of it waits for her. */
export function ManageView() {
  const work = workWaiting();
  const waiting: Partial<Record<Managed, number>> = { waiting: work.ties, suggestions: work.suggestions };
  const jobs = managed();
  return (
    <div class="stack loose">
      <header class="stack"><h1>{t('manage.title')}</h1>{jobs.length > 0 && <p class="quiet">{t('manage.intro')}</p>}</header>
      {jobs.length === 0 ? <Empty>{t('manage.nothing')}</Empty> : (
        <ul class="list">
          {jobs.map((view) => (
            <li key={view} class="item">
              <p class="row"><Link class="name" to={wayTo(view)}>{t(titles[view])}</Link><CountTag count={waiting[view] ?? 0} /></p>
              <p class="small quiet">{t(`manage.${view}`)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
