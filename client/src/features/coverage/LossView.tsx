import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LostCell } from '../../api/answers';
import type { Summary } from '../../api/shapes';
import { loss } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { shown } from '../../network/state';
import { Share } from '../../taking/Share';
import { useAbout } from '../../ui/about';
import { OfDay } from '../../ui/Day';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Named, OrganizationRow } from '../../ui/Row';
import { Answered } from '../../ui/States';
import { t } from '../../words';

/** So many of who is affected are put on the map. */
const most = 60;

function Affected({ title, organizations, children }: { title: string; organizations: Summary[]; children?: (one: Summary) => ComponentChildren }) {
  return organizations.length === 0 ? null : <section class="stack" aria-label={title}><h2>{title} <span class="quiet numbers">{organizations.length}</span></h2><ul class="list">{organizations.map((one) => <OrganizationRow key={one.id} organization={one}>{children?.(one)}</OrganizationRow>)}</ul></section>;
}

function Cells({ cells, axis, at }: { cells: LostCell[]; axis: string; at: string | undefined }) {
  if (cells.length === 0) return null;
  const cell = ({ region, term }: LostCell, more: Record<string, string> = {}) => to('coverage', undefined, { sumbu: axis, tanggal: at, sel: `${region.code}:${term.code}`, ...more });
  return (
    <section class="stack" aria-label={t('fragility.cells')}>
      <h2>{t('fragility.cells')} <span class="quiet numbers">{cells.length}</span></h2>
      <ul class="list">
        {cells.map((one) => {
          const name = t('fragility.cell', { term: one.term.label, region: one.region.name });
          return <li key={`${one.region.code}:${one.term.code}`} class="item"><Link to={cell(one)}>{name}</Link><p class="small"><Link to={cell(one, { lihat: 'bantuan' })} aria-label={`${t('fragility.helpers')}: ${name}`}>{t('fragility.helpers')}</Link></p></li>;
        })}
      </ul>
    </section>
  );
}

interface Props { id: string; axis: string; region: string | undefined; at: string | undefined }

/** What the loss of one organization would take: who, by name, and where nobody would be left. Nothing is written. */
export function LossView({ id, axis, region, at }: Props) {
  const answer = useAnswer(`loss/${id}?${axis}|${region ?? ''}|${at ?? ''}`, (stop) => loss(id, { axis, region, at }, stop));
  const { data } = answer;
  useAbout(data && t('fragility.titleOf', { name: data.organization.name }));
  useEffect(() => { shown.value = data ? { selected: data.organization, found: [...data.withoutOffice, ...data.cutOff].slice(0, most), asked: id } : {}; }, [data]);
  useEffect(() => () => { shown.value = {}; }, []);
  return (
    <div class="stack loose">
      <p><Link class="row" to={to('fragility', undefined, route.value.query)}><Icon name="back" size={16} />{t('fragility.back')}</Link></p>
      <Answered answer={answer} lines={8} heading={t('fragility.title')}>
        {({ organization, withoutOffice, cutOff, cells, more, sentence, at: day }) => (
          <>
            <header class="stack tight">
              <div class="headed"><h1>{t('fragility.titleOf', { name: organization.name })}<OfDay at={day} /></h1><Share title={t('fragility.titleOf', { name: organization.name })} at={day} /></div>
              <p>{sentence}</p>
              <p class="small quiet">{t('fragility.thought')}</p>
              <p><Named organization={organization} /></p>
            </header>
            <Affected title={t('fragility.withoutOffice')} organizations={withoutOffice}>
              {(one) => <p class="about small"><Link to={to('introductions', undefined, { dari: one.id, jenis: 'local_government' })} aria-label={t('fragility.otherOf', { name: one.name })}>{t('fragility.other')}</Link></p>}
            </Affected>
            <Affected title={t('fragility.cutOff')} organizations={cutOff} />
            {more !== undefined && <p class="quiet">{t('fragility.more', { count: more })}</p>}
            <Cells cells={cells} axis={axis} at={at} />
          </>
        )}
      </Answered>
    </div>
  );
}
