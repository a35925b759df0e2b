import { search } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route } from '../../network/route';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import { FoundLine, addressOf } from './FoundLine';

/** All results of a search, with an address of their own. */
export function SearchView() {
  const q = route.value.query['q'] ?? '';
  const answer = useAnswer(q ? `search-page?${q}` : undefined, (stop) => search(q, 50, stop));
  if (!q) return <div class="stack"><h1>{t('search.label')}</h1><Empty>{t('search.start')}</Empty></div>;
  return (
    <Answered answer={answer}>
      {({ items }) => (
        <div class="stack">
          <h1>{t('search.results', { count: items.length, q })}</h1>
          {items.length === 0 && <Empty>{t('search.none', { q })}</Empty>}
          <ul class="list">
            {items.map((found) => <li key={`${found.kind}:${found.id}`} class="item"><Link class="found-link" to={addressOf(found)}><FoundLine found={found} /></Link></li>)}
          </ul>
        </div>
      )}
    </Answered>
  );
}
