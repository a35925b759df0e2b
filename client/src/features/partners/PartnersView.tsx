import { useEffect } from 'preact/hooks';
import type { Partners } from '../../api/answers';
import { partners } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { OfDay, WrongDay } from '../../ui/Day';
import { Outcome } from '../../ui/Outcome';
import { Answered, Empty } from '../../ui/States';
import { t } from '../../words';
import { Beginning } from '../search/Beginning';
import { OrganizationPicker, isUnknown } from '../search/pick';
import { ToShortlist } from '../shortlist/Note';
import { Candidate } from './Candidate';
import { Compare } from './Compare';
import { Filters, Loosen, asked, narrowed } from './Filters';
import { UnusableWeights, Weights } from './Weights';
import { readCompared } from './comparing';
import { PartnersTable } from './table';

function useOnMap(answer: Partners | undefined, asked: string) {
  useEffect(() => { if (answer) shown.value = { selected: answer.organization, candidates: answer.items.map((p) => p.organization), asked }; }, [answer]);
  useEffect(() => () => { shown.value = {}; }, []);
}

/** As many as one answer holds, the best of all. */
const most = 20;
const counted = (count: number) => (count === 0 ? 'partners.none' : count < most ? 'partners.count' : 'partners.best');
const seeing = (count: number) => (count === 0 ? 'choose.seeNone' : count < most ? 'partners.see' : 'partners.seeBest');

function Suggestions({ answer }: { answer: Partners }) {
  const [one, other] = readCompared(route.value.query);
  return (
    <section class="stack">
      {one && other && <Compare key={one + other} answer={answer} ids={[one, other]} />}
      {one && !other && (asTable() || !answer.items.some((p) => p.organization.id === one)) && <p class="note" role="status">{t('compare.another')}</p>}
      <div class="row apart">
        <div role="status"><h2 id="found" tabIndex={-1}>{t(counted(answer.items.length), { count: answer.items.length })}<OfDay at={answer.at} /></h2></div>
        {answer.items.length > 0 && <ShapeSwitch />}
      </div>
      {answer.items.length === 0 && (narrowed(route.value.query) ? <Loosen /> : <Empty>{t('partners.noneAtAll')}</Empty>)}
      {asTable() && answer.items.length > 0 ? <PartnersTable answer={answer} /> : <ol class="list">{answer.items.map((partner, index) => <Candidate key={partner.organization.id} partner={partner} rank={index + 1} weights={answer.weights} from={answer.organization} />)}</ol>}
    </section>
  );
}

/** Who could be a partner of an organization, and why. */
export function PartnersView() {
  const { query } = route.value;
  const id = query['untuk'];
  const values = asked(query);
  const question = JSON.stringify(values);
  const answer = useAnswer(id ? `partners/${id}?${question}` : undefined, (stop) => partners(id ?? '', { ...values, limit: most }, stop));
  useOnMap(answer.data, question);
  return (
    <div class="stack loose">
      <header class="stack">
        <div class="headed"><h1>{t('partners.title')}</h1>{answer.data && <Share title={t('partners.tableOf', { name: answer.data.organization.name })} at={answer.data.at} />}</div>
        {!id && <p class="quiet">{t('partners.intro')}</p>}
        <ToShortlist />
        <OrganizationPicker
          id="partners-for" next="found" label={id ? t('partners.for') : t('choose.organization')} chosen={id}
          onChoose={(chosen) => go(to('partners', undefined, { untuk: chosen, tanggal: query['tanggal'] }))} onClear={() => go(to('partners'))}
        />
        {id && !isUnknown(answer) && <div class="panels"><Filters /><Weights weights={answer.data?.weights} refused={answer.fault !== undefined} /></div>}
        {id && <UnusableWeights />}
        {id && <WrongDay />}
        {answer.data && readCompared(query).length < 2 && <Outcome of="found" slow={answer.slow}>{t(seeing(answer.data.items.length), { count: answer.data.items.length })}</Outcome>}
      </header>
      {!id && <Beginning to={(chosen) => to('partners', undefined, { untuk: chosen, tanggal: query['tanggal'] })} next="found" />}
      {id && !isUnknown(answer) && <Answered answer={answer} lines={10}>{(data) => <Suggestions answer={data} />}</Answered>}
    </div>
  );
}
