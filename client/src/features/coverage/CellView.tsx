import { useEffect } from 'preact/hooks';
import type { CellAnswer, CellNeed, CellPart, CellService } from '../../api/answers';
import { cell } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { hasBefore, returning } from '../../network/visits';
import { Share } from '../../taking/Share';
import { focusWhenThere } from '../../ui/focus';
import { goTo } from '../../ui/Outcome';
import { OfDay } from '../../ui/Day';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { labelOf, rights } from '../../network/state';
import { t } from '../../words';
import { inIndonesian } from '../../words';
import { WhoCouldHelp } from './WhoCouldHelp';
import { StateMark, UnaskedMark, isUnasked } from './State';

function Figures({ data }: { data: CellAnswer }) {
  const people = (n: number | undefined) => (n === undefined ? t('state.unknown') : t('coverage.people', { count: n }));
  const need = (n: number | undefined) => (n === undefined && data.held ? t(data.needUnder ? 'coverage.fewPeople' : 'coverage.untold') : people(n));
  const inParts = data.services.length === 0 && data.parts !== undefined;
  return (
    <dl class="figures">
      <div><dt>{t('coverage.need')}</dt><dd>{need(data.need)}</dd></div>
      <div><dt>{t('coverage.capacity')}</dt><dd>{inParts ? t('coverage.onlyInParts') : people(data.services.length === 0 ? 0 : data.capacity)}</dd></div>
      <div><dt>{t('coverage.gap')}</dt><dd>{inParts && data.unmet !== undefined ? t('coverage.upTo', { count: data.unmet }) : data.services.length > 0 ? people(data.unmet) : need(data.unmet)}</dd></div>
    </dl>
  );
}

function ServiceRow({ service }: { service: CellService }) {
  const details = [
    service.capacity === undefined ? t('coverage.noCapacity') : t('coverage.perYear', { count: service.capacity }),
    service.share === undefined || service.share === service.capacity ? undefined : t(service.share < 1 ? 'coverage.shareLess' : 'coverage.share', { count: Math.round(service.share) }),
    service.area?.regionName && `${service.area.regionName}${service.area.withSubregions ? ` (${t('coverage.withSub')})` : ''}`,
  ].filter(Boolean);
  return <OrganizationRow organization={service.organization}><p class="about">{service.name}<span class="small quiet block">{details.join(' · ')}</span></p></OrganizationRow>;
}

/** Who serves a part of the region: the services, and the regions where they do, each a link to its page. */
function PartRow({ part }: { part: CellPart }) {
  return (
    <OrganizationRow organization={part.organization}>
      <ul class="about bare">{part.services.map((s) => <li key={s.id}><Link to={to('service', s.id)}>{s.name}</Link></li>)}</ul>
      <p class="about small row"><span class="quiet">{t('coverage.servesIn')}</span>{part.regions.map((r) => <Link key={r.code} to={to('region', undefined, { kode: r.code })}>{r.name}</Link>)}</p>
    </OrganizationRow>
  );
}

function NeedRow({ need }: { need: CellNeed }) {
  const total = need.total ?? (need.women ?? 0) + (need.men ?? 0) + (need.unknown ?? 0);
  return (
    <li class="item">
      <div class="row apart nowrap">
        <p>{need.held === 'under_five' || need.held === 'beside' ? t(`held.${need.held}`) : t('coverage.people', { count: total })}{need.sector ? ` · ${labelOf('sector', need.sector)}` : ''}</p>
        {rights.value.mayEdit('need', need) && <Link class="plain icon-only" aria-label={t('coverage.changeNeed', { count: total })} to={to('needForm', need.id, route.value.query)}><Icon name="edit" size={16} /></Link>}
      </div>
      <p class="small quiet">{[need.regionName, need.year && t('coverage.year', { year: String(need.year) })].filter(Boolean).join(' · ')}{need.source && <> · <span {...inIndonesian(need.example)}>{need.source}</span></>}{need.unverified && <span class="tag">{t('state.unverified')}</span>}{need.example && <span class="tag">{t('state.example')}</span>}</p>
    </li>
  );
}

interface Props { axis: string; region: string; term: string; day: string | undefined }

/** A cell that was opened from a page has the focus on its heading, and begins at its top; one that was come back to, or asked for by its address, is left as it is. */
function useOpened(there: boolean) {
  useEffect(() => {
    if (!there || !hasBefore() || returning.peek() !== undefined || route.peek().query['lihat']) return;
    const focused = document.activeElement;
    if (focused === null || focused === document.body || focused.id === 'content') goTo('cell', 'cell-top');
  }, [there]);
}

/** One cell opened: what it counts, and who could fill it. */
export function CellView({ axis, region, term, day }: Props) {
  const answer = useAnswer(`cell?${axis}|${region}|${term}|${day ?? ''}`, (stop) => cell({ axis, region, term, at: day }, stop));
  useOpened(answer.data !== undefined);
  return (
    <div class="stack loose" id="cell-top">
      <p><Link class="row" to={to('coverage', undefined, { ...route.value.query, sel: undefined, bantuan: undefined, urutBantuan: undefined, lihat: undefined })} onClickCapture={() => focusWhenThere('c-day-title')}><Icon name="back" size={16} />{t('coverage.back')}</Link></p>
      <Answered answer={answer} lines={8} heading={t('coverage.title')}>
        {(data) => (
          <>
            <header class="stack tight">
              <p class="small quiet">{data.term.label}</p>
              <div class="headed"><h1 id="cell" tabIndex={-1}>{data.region.name}<OfDay at={data.at} /></h1><Share title={t('coverage.titleOf', { axis: data.term.label, place: data.region.name })} at={data.at} /></div>
              <p class="row"><StateMark state={data.state} words partly={data.services.length === 0 ? data.parts?.length : undefined} />{isUnasked(data.services.length, data.need, data.held) && <UnaskedMark />}</p>
              <p>{data.sentence}</p>
            </header>
            <Figures data={data} />
            <section class="stack"><h2>{t('coverage.services')}</h2>{data.services.length === 0 ? <Empty>{t(data.parts ? 'coverage.noWhole' : 'coverage.noServices')}</Empty> : <ul class="list">{data.services.map((s) => <ServiceRow key={s.id} service={s} />)}</ul>}</section>
            {data.parts && <section class="stack"><h2>{t('coverage.parts')}</h2><p class="small quiet">{t('coverage.partsHelp')}</p><ul class="list">{data.parts.map((part) => <PartRow key={part.organization.id} part={part} />)}</ul></section>}
            <section class="stack"><div class="row apart"><h2>{t('coverage.needs')}</h2>{rights.value.mayAdd('need', { region: data.region.code }) && <Link class="button" to={to('needForm', undefined, route.value.query)}><Icon name="plus" size={16} />{t('needForm.new')}</Link>}</div>{data.needs.length === 0 ? <Empty>{t('coverage.noNeeds')}</Empty> : <ul class="list">{data.needs.map((n) => <NeedRow key={n.id} need={n} />)}</ul>}</section>
            {data.state !== 'covered' && <WhoCouldHelp axis={axis} region={region} term={term} termLabel={data.term.label} day={day} place={data.region.name} title={t('coverage.helpersOf', { term: data.term.label, place: data.region.name })} />}
          </>
        )}
      </Answered>
    </div>
  );
}
