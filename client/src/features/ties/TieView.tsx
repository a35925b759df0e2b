import { useEffect, useRef, useState } from 'preact/hooks';
import { Fault } from '../../api/http';
import { acceptAnswer, tiePage } from '../../api/questions';
import type { SideOfTie, TiePage } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { isSteward, revision, rights, shown, taxonomy } from '../../network/state';
import { asSeenFrom, lineOf } from '../../network/ties';
import { Icon } from '../../ui/Icon';
import { Line } from '../../ui/Line';
import { Link } from '../../ui/Link';
import { Named } from '../../ui/Row';
import { Answered } from '../../ui/States';
import { useAbout } from '../../ui/about';
import { date, named, t } from '../../words';
import { History } from '../activity/History';
import { Improve } from '../suggestions/Improve';
import { Blocked } from '../editing/Blocked';
import { offerUndo } from '../editing/undo';
import { Fact, Source } from '../organizations/About';
import { Fresh } from '../organizations/Fresh';
import { AskSide } from './AskSide';
import { StateForm } from './StateForm';
import '../../words/tie';

/** Takes an answer that came by way of the other side; what it says is read first. */
function Accept({ id, version, side }: { id: string; version: number | undefined; side: SideOfTie }) {
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const { name } = side.organization;
  const accept = async () => {
    setBusy(true);
    try {
      const { change } = await acceptAnswer(id, side.side, version, key.current);
      offerUndo('tieView.accepted', change);
      revision.value += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <div class="note">
      <div class="stack grow">
        {fault && <Blocked fault={fault} />}
        <p>{t('tieView.waits', { name })}</p>
        <p><button type="button" class="button first" disabled={busy} onClick={() => void accept()}>{t('tieView.accept', { name })}</button></p>
      </div>
    </div>
  );
}

/** One side: who it is, what it last said, and what a steward can do about it. */
function Side({ page, side, other }: { page: TiePage; side: SideOfTie; other: SideOfTie }) {
  const { tie } = page;
  const mayEdit = rights.value.mayEdit('tie', side.organization, other.organization);
  return (
    <section class="stack tight" aria-label={side.organization.name}>
      <h3><Named organization={side.organization} /></h3>
      <p>{side.sentence}</p>
      {mayEdit && (
        <>
          {side.waits && (isSteward.value || rights.value.byRegion) && <Accept id={tie.id} version={tie.version} side={side} />}
          {rights.value.mayEdit('organization', side.organization) && <StateForm key={`state-${tie.version}`} id={tie.id} version={tie.version} side={side} />}
          <AskSide key={`ask-${tie.version}`} tie={tie} side={side} other={other} />
        </>
      )}
    </section>
  );
}

function Facts({ page: { tie } }: { page: TiePage }) {
  const valid = [tie.valid?.from && t('tie.since', { date: date(tie.valid.from) }), tie.valid?.until && t('tie.until', { date: date(tie.valid.until) })].filter(Boolean).join(' ');
  return (
    <dl class="facts">
      {valid && <Fact term={t('field.valid')}>{valid}</Fact>}
      {tie.strength !== undefined && <Fact term={t('field.strength')}>{t('tie.strength', { count: tie.strength })}</Fact>}
      <Fact term={t('tieView.who')}>{named('audience', tie.audience)}</Fact>
      {tie.note && <Fact term={t('organization.note')}>{tie.note}</Fact>}
      <Source provenance={tie.provenance} />
    </dl>
  );
}

/** The map shows both sides and the tie between them. */
function useOnMap({ at, tie, sides, sentence }: TiePage) {
  const symmetric = taxonomy('tie_type').find((type) => type.code === tie.type)?.symmetric === true;
  useEffect(() => {
    const ends = sides.map((side) => side.organization);
    shown.value = { selected: sides[0].organization, ends, ties: [asSeenFrom(sides, tie, symmetric, sentence)], at };
  }, [sides, tie, symmetric]);
  useEffect(() => () => { shown.value = {}; }, []);
}

function Page({ page }: { page: TiePage }) {
  const { tie, sides: [from, end] } = page;
  useOnMap(page);
  const mayEdit = rights.value.mayEdit('tie', from.organization, end.organization);
  const status = lineOf({ status: tie.status, ...(tie.valid?.until ? { until: tie.valid.until } : {}) }, page.at);
  return (
    <article class="stack loose">
      <header class="stack tight">
        <p class="small quiet row"><Line kind={status} strength={tie.strength} size={40} />{t('kind.tie')} · {t(`tieStatus.${status}`)}</p>
        <h1>{page.sentence}</h1>
        <p class="small">{t(page.current ? 'tieView.counts' : 'tieView.notCounted')}</p>
        {tie.provenance.example && <p class="row small"><span class="tag">{t('state.exampleLong')}</span></p>}
        <Fresh of={['tie', tie.id]} provenance={tie.provenance} edit={mayEdit ? to('tieForm', tie.id) : undefined} />
        {mayEdit && <p class="actions"><Link class="button" to={to('tieForm', tie.id)}><Icon name="edit" size={18} />{t('tieForm.change')}</Link></p>}
        <Improve mayEdit={mayEdit} form={to('tieForm', tie.id)} ends={page.current} />
      </header>
      <section class="stack"><h2>{t('tieView.sides')}</h2><Side page={page} side={from} other={end} /><Side page={page} side={end} other={from} /></section>
      <section class="stack tight"><h2>{t('tieView.about')}</h2><Facts page={page} /></section>
      <History kind="tie" id={tie.id} version={tie.version} mayRestore={mayEdit} />
    </article>
  );
}

/** A tie: what it says, what each of its two sides says of it, and since when. */
export function TieView({ id }: { id: string }) {
  const answer = useAnswer(`tie/${id}`, (stop) => tiePage(id, stop));
  useAbout(answer.data?.sentence);
  return <Answered answer={answer} lines={8} heading={t('kind.tie')}>{(page) => <Page page={page} />}</Answered>;
}
