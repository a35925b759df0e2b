import type { OrganizationPage, TieOnPage } from '../../api/shapes';
import type { Whose } from '../../network/rights';
import { to } from '../../network/route';
import { rights } from '../../network/state';
import { isOver, lineOf, offMap } from '../../network/ties';
import { Icon } from '../../ui/Icon';
import { LineKey } from '../../ui/Line';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { list, number, t } from '../../words';
import { TieList } from '../ties/TieList';
import { TieTable } from '../ties/TieTable';

export interface Grouped { current: TieOnPage[]; disputed: TieOnPage[]; proposed: TieOnPage[]; later: TieOnPage[]; ended: TieOnPage[] }

/** Ties by where they stand on a day: in force, disputed until that is settled, only proposed, not begun, over. What is disputed counts as no tie anywhere, so it is not told as one that is in force. */
export function grouped(ties: TieOnPage[], at: string): Grouped {
  const groups: Grouped = { current: [], disputed: [], proposed: [], later: [], ended: [] };
  for (const tie of ties) {
    const group = isOver(tie, at) ? 'ended' : tie.status === 'proposed' || tie.status === 'disputed' ? tie.status : tie.from !== undefined && tie.from > at ? 'later' : 'current';
    groups[group].push(tie);
  }
  return groups;
}

/** More than these would push the rest of the page out of reach. */
const first = 8;

function Group({ title, ties, of, at }: { title: string; ties: TieOnPage[]; of: Whose; at: string }) {
  if (ties.length === 0) return null;
  const rest = ties.slice(first);
  return (
    <section class="stack tight">
      <h3>{title} <span class="numbers">{number(ties.length)}</span></h3>
      <TieList ties={ties.slice(0, first)} of={of} at={at} />
      {rest.length > 0 && <details><summary>{t('organization.moreTies', { count: rest.length })}</summary><TieList ties={rest} of={of} at={at} /></details>}
    </section>
  );
}

/** How many ties stand how, in one sentence; of what there is none nothing is said. */
export function tiesSaid(name: string, groups: Grouped): string {
  const said = (['current', 'disputed', 'proposed', 'later', 'ended'] as const).filter((group) => groups[group].length > 0).map((group) => t(`tiesSaid.${group}`, { count: groups[group].length }));
  return t('organization.tiesSaid', { name, ties: list(said) });
}

export function Ties({ page }: { page: OrganizationPage }) {
  const groups = grouped(page.ties, page.at);
  const { current, disputed, proposed, later, ended } = groups;
  const { name, retired } = page.organization;
  return (
    <section class="stack">
      <div class="row apart">
        <h2>{t('organization.ties')} <span class="quiet numbers">{number(page.ties.length)}</span></h2>
        {!retired && rights.value.mayAdd('tie', page.organization) && <Link class="button" to={to('tieForm', undefined, { dari: page.organization.id })}><Icon name="plus" size={16} />{t('organization.addTie')}</Link>}
      </div>
      {page.ties.length === 0 ? <Empty>{t('organization.noTies')}</Empty> : <><p>{tiesSaid(name, groups)}</p>{page.organization.position && <LineKey kinds={page.ties.filter((tie) => tie.other.position).map((tie) => lineOf(tie, page.at))} />}{offMap(page.organization, page.ties) > 0 && <p class="small quiet">{t('organization.offMap', { count: offMap(page.organization, page.ties) })}</p>}<ShapeSwitch /></>}
      {asTable() && page.ties.length > 0 ? <TieTable title={t('organization.tiesOf', { name })} at={page.at} ties={page.ties} /> : (
        <>
          <Group title={t('organization.tiesCurrent')} ties={current} of={page.organization} at={page.at} />
          <Group title={t('tieStatus.disputed')} ties={disputed} of={page.organization} at={page.at} />
          <Group title={t('organization.tiesProposed')} ties={proposed} of={page.organization} at={page.at} />
          <Group title={t('organization.tiesLater')} ties={later} of={page.organization} at={page.at} />
          {ended.length > 0 && <details><summary>{t('organization.endedTies')} <span class="quiet numbers">{number(ended.length)}</span></summary><TieList ties={ended} of={page.organization} at={page.at} /></details>}
        </>
      )}
      {!retired && current.length > 0 && <p class="small no-print"><Link to={to('fragility', page.organization.id)}>{t('fragility.linkOf', { name })}</Link></p>}
    </section>
  );
}
