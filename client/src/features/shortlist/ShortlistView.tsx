import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { organizationPage } from '../../api/questions';
import type { OrganizationPage } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { shown } from '../../network/state';
import { summaryOf } from '../../network/marked';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { OrganizationsTable } from '../../taking/OrganizationsTable';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { useWholeSheet } from '../../ui/room';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import '../../words/shortlist';
import { ComparedTable } from '../partners/ComparedTable';
import { type Noted, joined, keepShortlist, most, mostCompared, readIds, shortlist } from './shortlist';

interface Found { id: string; page: OrganizationPage }

/** Each that can still be shown, by the id that was noted: one that was merged is shown as the other. One that is gone, or hidden from whoever asks, is left out, and counted. */
async function pagesOf(ids: string[], stop: AbortSignal): Promise<Found[]> {
  const found = await Promise.all(ids.map(async (id) => organizationPage(id, stop).then((page) => ({ id, page }), (error: unknown) => {
    if (error instanceof Fault && error.status === 404) return undefined;
    throw error;
  })));
  return found.filter((one) => one !== undefined);
}

const compareAll = (ids: string[]) => go(to('shortlist', undefined, { ...route.value.query, banding: ids.join(',') }));

interface Line extends Found { noted: Noted | undefined; chosen: boolean; onChoose: (on: boolean) => void; full: boolean }

/** One of the list: what can be done next with it, and whether it is compared. */
function Row({ id, page: { organization }, noted, chosen, onChoose, full }: Line) {
  const { name } = organization;
  return (
    <OrganizationRow organization={summaryOf(organization)}>
      <label class="check about"><input type="checkbox" checked={chosen} disabled={!chosen && full} aria-label={t('shortlist.compareOf', { name })} onChange={(event) => onChoose(event.currentTarget.checked)} /><span>{t('shortlist.compare')}</span></label>
      <p class="actions">
        {noted?.for !== undefined && noted.for !== organization.id && <Link class="button" to={to('introductions', undefined, { dari: noted.for, ke: organization.id })}>{t('partners.introduce')}<span class="hidden"> {name}</span></Link>}
        {noted && <button type="button" class="plain" onClick={() => keepShortlist(shortlist.value.filter((one) => one.id !== id))}>{t('shortlist.drop')}<span class="hidden"> {name}</span></button>}
      </p>
    </OrganizationRow>
  );
}

function Listed({ found, own }: { found: Found[]; own: boolean }) {
  const [chosen, choose] = useState<string[]>([]);
  const there = chosen.filter((chosenId) => found.some(({ id }) => id === chosenId));
  if (asTable()) return <OrganizationsTable title={t('shortlist.title')} organizations={found.map(({ page }) => summaryOf(page.organization))} />;
  return (
    <>
      <p class="row"><span class="quiet small">{t('shortlist.pick')}</span>{there.length > 1 && <button type="button" class="button first" onClick={() => compareAll(there)}>{t('shortlist.compareAll', { count: there.length })}</button>}</p>
      <ol class="list">
        {found.map(({ id, page }) => <Row key={id} id={id} page={page} noted={own ? shortlist.value.find((one) => one.id === id) : undefined} chosen={there.includes(id)} full={there.length >= mostCompared} onChoose={(on) => choose(on ? [...there, id] : there.filter((one) => one !== id))} />)}
      </ol>
    </>
  );
}

function Compared({ found }: { found: Found[] }) {
  useWholeSheet(true);
  return (
    <>
      <p><Link class="row" to={to('shortlist', undefined, { ...route.value.query, banding: undefined })}><Icon name="back" size={16} />{t('shortlist.list')}</Link></p>
      <ComparedTable sides={found.map(({ page }) => ({ page }))} />
    </>
  );
}

/** How many cannot be shown. */
const Gone = ({ count }: { count: number }) => (count > 0 ? <p class="small quiet">{t('shortlist.gone', { count })}</p> : null);

/** Whose list it is, and what can be done with all of it. The address of a list that is to be shared names everybody on it. */
function Whose({ shared, ids }: { shared: boolean; ids: string[] }) {
  if (shared) return <div class="note stack tight"><p>{t('shortlist.shared')}</p><p class="row"><button type="button" class="button" onClick={() => { keepShortlist(joined(shortlist.value, ids)); go(to('shortlist')); }}>{t('shortlist.keep')}</button><Link to={to('shortlist')}>{t('shortlist.mine')}</Link></p></div>;
  return <p class="quiet">{t('shortlist.intro')}</p>;
}

/** Organizations to come back to: as a list, a table, on the map, and up to five of them side by side. */
export function ShortlistView() {
  const { query } = route.value;
  const shared = readIds(query['isi'], most);
  const own = shared.length === 0;
  const ids = own ? shortlist.value.map(({ id }) => id) : shared;
  const named = readIds(query['banding'], mostCompared).filter((id) => ids.includes(id) || own);
  // One alone is no comparison.
  const compared = named.length > 1 ? named : [];
  const answer = useAnswer(ids.length > 0 || compared.length > 0 ? `shortlist/${[...ids, ...compared].join()}` : undefined, (stop) => pagesOf([...new Set([...ids, ...compared])], stop));
  const { data } = answer;
  useEffect(() => { shown.value = data ? { found: data.map(({ page }) => summaryOf(page.organization)), asked: ids.join() } : {}; }, [data]);
  useEffect(() => () => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <div class="headed"><h1>{t('shortlist.title')}</h1>{ids.length > 0 && <Share title={t('shortlist.title')} address={to('shortlist', undefined, { ...query, isi: ids.join(',') })} />}</div>
      <Whose shared={!own} ids={ids} />
      {ids.length === 0 && compared.length === 0 && <><Empty>{t('shortlist.empty')}</Empty><p><Link class="button" to={to('partners')}>{t('shortlist.find')}</Link></p></>}
      {(ids.length > 0 || compared.length > 0) && (
        <Answered answer={answer} lines={8}>
          {(found) => (compared.length > 1
            ? <><Compared found={found.filter(({ id }) => compared.includes(id))} /><Gone count={compared.length - found.filter(({ id }) => compared.includes(id)).length} /></>
            : (
              <>
                {found.length > 0 && <ShapeSwitch />}
                <Listed found={found.filter(({ id }) => ids.includes(id))} own={own} />
                <Gone count={ids.length - found.filter(({ id }) => ids.includes(id)).length} />
                {own && <p><button type="button" class="plain" onClick={() => keepShortlist([])}>{t('shortlist.clear')}</button></p>}
              </>
            ))}
        </Answered>
      )}
    </div>
  );
}
