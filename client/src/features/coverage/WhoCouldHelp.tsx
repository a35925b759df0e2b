import { useEffect } from 'preact/hooks';
import type { CellHelper } from '../../api/answers';
import type { Level } from '../../api/shapes';
import { helpers } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { first } from '../../first';
import { route, to } from '../../network/route';
import { returning } from '../../network/visits';
import { goTo } from '../../ui/Outcome';
import { ShapeSwitch, asTable } from '../../taking/Shape';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { Named, OrganizationRow, whereOf } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { kilometres, t } from '../../words';

interface Props { axis: string; region: string; term: string; termLabel: string; day: string | undefined; place: string; title: string }

/** The level of a region by its code. */
const levelOf = (code: string): Level => (['province', 'regency', 'district', 'village'] as const)[code.split('.').length - 1] ?? 'village';

/** Who does elsewhere what is missing here, as rows. */
function HelpersTable({ title, at, items }: { title: string; at: string | undefined; items: CellHelper[] }) {
  return (
    <Table
      title={title} at={at} rows={items} of="bantuan" keyOf={(h) => h.organization.id}
      columns={[
        { key: 'nama', label: t('table.name'), value: (h) => h.organization.name, show: (h) => <Named organization={h.organization} small /> },
        { key: 'km', label: t('table.km'), value: (h) => (h.inside ? undefined : h.km) },
        { key: 'sebagian', label: t('table.inside'), value: (h) => h.inside?.map((r) => r.name).join('; ') },
        { key: 'jenis', label: t('table.kind'), value: (h) => h.organization.kindLabel ?? h.organization.actorKind },
        { key: 'wilayah', label: t('table.region'), value: (h) => whereOf(h.organization) },
        { key: 'sisa', label: t('table.spare'), value: (h) => h.spareCapacity },
        { key: 'layanan', label: t('table.services'), value: (h) => h.services?.map((s) => s.name).join('; ') },
        { key: 'alasan', label: t('table.why'), value: (h) => h.sentence },
      ]}
    />
  );
}

/** Who comes first: one that serves a part of the region already is not told by how far it is from its middle. */
function Foremost({ helper: { organization: { name }, inside, km }, place }: { helper: CellHelper; place: string }) {
  if (inside) return <p>{t('coverage.insideHelper', { name, count: inside.length, place })}</p>;
  return km === undefined ? null : <p>{t('coverage.nearestHelper', { name, km: kilometres(km), place })}</p>;
}

/** The address may ask for this section alone: once it is there, it is seen and has the focus. Who comes back finds the page as she left it. */
function useLanding(there: boolean) {
  const asked = route.value.query['lihat'] === 'bantuan';
  const drawn = first.value === undefined;
  useEffect(() => { if (asked && there && drawn && returning.peek() === undefined) goTo('helpers'); }, [asked, there, drawn]);
}

/** The nearest who could help: as a sentence, as a list, and as a table to take along. */
export function WhoCouldHelp({ axis, region, term, termLabel, day, place, title }: Props) {
  const answer = useAnswer(`helpers?${axis}|${region}|${term}|${day ?? ''}`, (stop) => helpers({ axis, region, term, limit: 10, at: day }, stop));
  useLanding(answer.data !== undefined);
  return (
    <section class="stack" aria-label={t('coverage.helpers')}>
      <h2 id="helpers" tabIndex={-1}>{t('coverage.helpers')}</h2>
      <Answered answer={answer}>
        {({ items }) => {
          const [nearest] = items;
          if (!nearest) return <Empty>{t('coverage.noHelpers')}</Empty>;
          return (
            <>
              <Foremost helper={nearest} place={place} />
              <p class="small no-print"><Link to={to('closing', undefined, { sumbu: axis, induk: region, tingkat: levelOf(region), di: term, tanggal: day })}>{t('closing.linkOf', { term: termLabel, region: place })}</Link></p>
              <ShapeSwitch of="bantuan" />
              {asTable('bantuan')
                ? <HelpersTable title={title} at={day} items={items} />
                : <ol class="list">{items.map((h, index) => <OrganizationRow key={h.organization.id} organization={h.organization} rank={index + 1}><p class="about">{h.sentence}</p></OrganizationRow>)}</ol>}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
