import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FragileOrganization, Fragility, SoleProvider } from '../../api/answers';
import { fragility } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { DayHeading, WrongDay } from '../../ui/Day';
import { Select } from '../../ui/Fields';
import { Fold } from '../../ui/Fold';
import { Link } from '../../ui/Link';
import { useNarrow } from '../../ui/room';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { named, t } from '../../words';
import { useProvinces } from '../search/pick';
import '../../words/depth';
import { FragilityTable } from './FragilityTable';
import { LossView } from './LossView';
import { axes, readQuestion } from './question';

const change = (values: Record<string, string | undefined>) => go(to('fragility', undefined, { ...route.value.query, ...values }));

/** On a phone the choices fold into one line that says what is chosen, so that the answer is seen at once. */
function Choices() {
  const { axis, parent: region } = readQuestion(route.value.query);
  const place = useProvinces().find((one) => one.value === region?.slice(0, 2))?.label ?? t('coverage.all');
  if (!useNarrow()) return <Fields />;
  return <div class="panels"><Fold name="choices" class="panel" summary={<span class="small">{t('fragility.chosen', { place, axis: named('axis', axis) })}</span>}><Fields /></Fold></div>;
}

function Fields() {
  const { axis, parent: region } = readQuestion(route.value.query);
  return (
    <div class="choices">
      <Select id="f-parent" label={t('coverage.parent')} value={region?.slice(0, 2) ?? ''} any={t('coverage.all')} options={useProvinces()} onChange={(induk) => change({ induk })} />
      <Select id="f-axis" label={t('coverage.axis')} value={axis} options={axes.map((a) => ({ value: a, label: t(`axis.${a}`) }))} onChange={(sumbu) => change({ sumbu })} />
    </div>
  );
}

function Row({ item: { organization, sentence } }: { item: FragileOrganization | SoleProvider }) {
  return (
    <OrganizationRow organization={organization}>
      <p class="about">{sentence}</p>
      <p class="about small"><Link to={to('fragility', organization.id, route.value.query)} aria-label={t('fragility.whoOf', { name: organization.name })}>{t('fragility.who')}</Link></p>
    </OrganizationRow>
  );
}

function Part({ title, none, children }: { title: string; none: string; children: ComponentChildren[] }) {
  return <section class="stack" aria-label={title}><h2>{title}</h2>{children.length === 0 ? <Empty>{none}</Empty> : <ol class="list">{children}</ol>}</section>;
}

function Lists({ answer: { organizations, providers, ties } }: { answer: Fragility }) {
  return (
    <>
      <Part title={t('fragility.organizations')} none={t('fragility.none')}>{organizations.map((item) => <Row key={item.organization.id} item={item} />)}</Part>
      <Part title={t('fragility.providers')} none={t('fragility.noProviders')}>{providers.map((item) => <Row key={item.organization.id} item={item} />)}</Part>
      <Part title={t('fragility.ties')} none={t('fragility.noTies')}>
        {ties.map(({ id, from, to: other, sentence }) => <li key={id} class="item"><p>{sentence}</p><p class="small"><Link to={to('tie', id)}>{t('fragility.tie', { from: from.name, to: other.name })}</Link></p></li>)}
      </Part>
    </>
  );
}

/** Who and what holds the network together, and who alone serves somewhere. */
function Everything() {
  const { axis, parent: region, day: at } = readQuestion(route.value.query);
  const key = `${axis}|${region ?? ''}|${at ?? ''}`;
  const answer = useAnswer(`fragility?${key}`, (stop) => fragility({ axis, region, at }, stop));
  const { data } = answer;
  useEffect(() => { shown.value = data && data.organizations.length > 0 ? { found: data.organizations.map((o) => o.organization), asked: key } : {}; }, [data]);
  useEffect(() => () => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <div class="headed"><DayHeading id="f-day" day={at} at={data?.at} onChange={(tanggal) => change({ tanggal })}>{t('fragility.title')}</DayHeading>{data && <Share title={t('fragility.title')} at={data.at} />}</div>
      <WrongDay />
      <p class="quiet">{t('fragility.intro')}</p>
      <Choices />
      <Answered answer={answer} lines={10}>
        {(answer) => <><ShapeSwitch />{asTable() ? <FragilityTable answer={answer} /> : <Lists answer={answer} />}</>}
      </Answered>
    </div>
  );
}

/** What would break: of the whole network, or with one organization. */
export function FragilityView({ id }: { id?: string }) {
  const { axis, parent, day } = readQuestion(route.value.query);
  return id === undefined ? <Everything /> : <LossView id={id} axis={axis} region={parent} at={day} />;
}
