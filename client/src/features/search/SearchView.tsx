import { useEffect } from 'preact/hooks';
import { search } from '../../api/questions';
import type { Found } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { route } from '../../network/route';
import { shown } from '../../network/state';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import { FoundLine, addressOf, kindOf } from './FoundLine';
import { type Hit, among, isSpot, keyOf, onMapOf } from './spots';

/** What was found as rows: its name, what it is, where it belongs. */
function FoundTable({ title, items }: { title: string; items: Hit[] }) {
  return (
    <Table
      title={title} rows={items} keyOf={keyOf}
      columns={[
        { key: 'nama', label: t('table.name'), value: (found) => found.name, show: (found) => <Link to={addressOf(found)}>{found.name}</Link> },
        { key: 'singkatan', label: t('field.acronym'), value: (found) => (isSpot(found) ? undefined : found.acronym) },
        { key: 'apa', label: t('table.what'), value: kindOf },
        { key: 'tentang', label: t('table.about'), value: (found) => found.context },
      ]}
    />
  );
}

/** As many as one answer holds; whoever is not among them is found by more of her name. */
const most = 50;

/** Organizations that were found, as the map shows them. */
function useOnMap(found: Found[] | undefined, asked: string) {
  useEffect(() => { shown.value = found ? { found: onMapOf(found), asked } : {}; }, [found, asked]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** All results of a search, with an address of their own. */
export function SearchView() {
  const q = route.value.query['q'] ?? '';
  const answer = useAnswer(q ? `search-page?${q}` : undefined, (stop) => search(q, most, stop));
  useOnMap(q ? answer.data?.items : undefined, q);
  if (!q) return <div class="stack"><h1>{t('search.label')}</h1><Empty>{t('search.start')}</Empty></div>;
  return (
    <Answered answer={answer}>
      {({ items: named }) => {
        const items = among(named, q);
        const cut = named.length === most;
        return (
          <div class="stack">
            <h1>{t(cut ? 'search.best' : 'search.results', { count: items.length, q })}</h1>
            {cut && <p class="quiet">{t('search.narrower')}</p>}
            {items.length === 0 && <Empty>{t('search.none', { q })}</Empty>}
            {items.length > 0 && <div class="row apart"><ShapeSwitch />{!(asTable() && route.value.query['urut']) && <span class="small quiet">{t('order.closest')}</span>}</div>}
            {asTable() && items.length > 0 ? <FoundTable title={t('search.tableOf', { q })} items={items} /> : (
              <ul class="list">
                {items.map((found) => <li key={keyOf(found)} class="item"><Link class="found-link" to={addressOf(found)}><FoundLine found={found} /></Link></li>)}
              </ul>
            )}
          </div>
        );
      }}
    </Answered>
  );
}
