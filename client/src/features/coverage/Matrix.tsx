import type { Cell, Coverage, CoverageRegion, CoverageTerm } from '../../api/answers';
import { regions } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route } from '../../network/route';
import { TableTools } from '../../taking/Table';
import { Blocks, cut, usePrinting } from '../../ui/Blocks';
import { Check } from '../../ui/Fields';
import { Link } from '../../ui/Link';
import { useNarrow } from '../../ui/room';
import { Empty } from '../../ui/States';
import { locale, number, t } from '../../words';
import { useProvinces } from '../search/pick';
import { PaperMatrix } from './PaperMatrix';
import { isUnasked, signOf, stateWords } from './State';
import { grouped, inOrder, orders, readMatrixOrder } from './order';
import { type Question, cellAddress, change, columnOf } from './question';
import { cellsOf, columns } from './tables';

function CellLink({ region, term, cell }: { region: CoverageRegion; term: CoverageTerm; cell: Cell }) {
  const unasked = isUnasked(cell.services, cell.need, cell.held);
  const state = [stateWords(cell.state, cell.partly), unasked ? t('coverage.unasked') : undefined, cell.needUnder ? t('coverage.fewNeed') : undefined].filter(Boolean).join('; ');
  return (
    <td>
      <Link to={cellAddress(region.code, term.code)} class={`cell ${cell.state}`}>
        <span aria-hidden="true">{signOf(cell.state, cell.partly)}</span>
        <span class="hidden">{t('coverage.open', { region: region.name, term: term.label, state })}</span>
        {cell.services > 0 && <span class="numbers">{number(cell.services)}</span>}
        {unasked && <span class="sign" aria-hidden="true">?</span>}
        {cell.needUnder && <span class="sign" aria-hidden="true">&lt;{number(cell.needUnder)}</span>}
      </Link>
    </td>
  );
}

/** A line of the table: a region, or the heading of those that follow it. */
type Line = { group: string } | { region: CoverageRegion };
const keyOf = (line: Line) => ('group' in line ? `/${line.group}` : line.region.code);

function Row({ region, terms, index }: { region: CoverageRegion; terms: CoverageTerm[]; index: number }) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">{region.name}</th>
      {region.cells.map((cell, index) => {
        const it = terms[index];
        return it ? <CellLink key={it.code} region={region} term={it} cell={cell} /> : null;
      })}
    </tr>
  );
}

/** The regions above those of the answer, by code: the provinces, or all regencies of the one that is chosen. */
function useAbove({ level, parent }: Question): Map<string, string> {
  const values = level === 'district' ? { parent: parent?.slice(0, 2), level: 'regency', limit: 200 } : { level: 'province', limit: 100 };
  const answer = useAnswer(level === 'province' ? undefined : `above/${JSON.stringify(values)}`, (stop) => regions(values, stop));
  return new Map(answer.data?.items.map((r) => [r.id, r.name]));
}

function OrderChoice({ question, term }: { question: Question; term: CoverageTerm | undefined }) {
  const { urut, kelompok } = route.value.query;
  const words = { kode: t('order.code'), nama: t('order.name'), belum: t('order.unmet', { term: term?.label ?? '' }) };
  return (
    <div class="row order">
      <label class="row small" for="c-order">{t('order.label')}<select id="c-order" class="input fitting" value={readMatrixOrder(urut)} onChange={(event) => change({ urut: event.currentTarget.value === 'kode' ? undefined : event.currentTarget.value })}>
        {orders.map((o) => <option key={o} value={o} selected={o === readMatrixOrder(urut)}>{words[o]}</option>)}
      </select></label>
      {question.level !== 'province' && <Check label={t(question.level === 'district' ? 'order.groupBy.regency' : 'order.groupBy.province')} checked={kelompok === 'ya'} onChange={(on) => change({ kelompok: on ? 'ya' : undefined })} />}
    </div>
  );
}

/** Regions by terms; a cell opens the services and the needs that it counts. On a phone its order and what can be taken of it stand below, so that the first region is seen at once. */
export function Matrix({ answer, question }: { answer: Coverage; question: Question }) {
  const above = useAbove(question);
  const printing = usePrinting();
  const narrow = useNarrow();
  const provinces = new Map(useProvinces().map((p) => [p.value, p.label]));
  if (answer.regions.length === 0) return <Empty>{t('coverage.none')}</Empty>;
  const { urut, kelompok } = route.value.query;
  const at = columnOf(answer.terms, question.term);
  const sorted = inOrder(answer.regions, readMatrixOrder(urut), at, locale());
  const groups = kelompok === 'ya' && question.level !== 'province' ? grouped(sorted) : [{ code: '', regions: sorted }];
  if (printing) return <PaperMatrix answer={answer} groups={groups.map((g) => ({ name: g.code === '' ? undefined : above.get(g.code) ?? g.code, regions: g.regions }))} />;
  const bodies = groups.flatMap((g): Line[][] => (g.code === '' ? cut(g.regions.map((region) => ({ region }))) : [[{ group: g.code }, ...g.regions.map((region) => ({ region }))]]));
  const count = bodies.reduce((sum, body) => sum + body.length, 0);
  const tools = (
    <div class="row apart">
      <OrderChoice question={question} term={answer.terms[at]} />
      <TableTools counted="coverage.fileRows" title={t('coverage.table')} at={answer.at} rows={cellsOf(answer, groups.flatMap((g) => g.regions), above, provinces)} columns={columns(question.axis, question.level)} />
    </div>
  );
  return (
    <>
      {!narrow && tools}
      <div class="matrix" role="region" aria-label={t('coverage.table')} tabIndex={0}>
        <table aria-rowcount={count + 1}>
          <caption class="hidden">{t('coverage.table')}</caption>
          <thead>
            <tr>
              <th scope="col" class="corner">{t('coverage.region')}</th>
              {answer.terms.map((it, index) => <th key={it.code} scope="col" class={index === at ? 'chosen' : ''}><button type="button" aria-pressed={index === at} onClick={() => change({ di: it.code })}>{it.label}</button></th>)}
            </tr>
          </thead>
          <Blocks
            bodies={bodies} keyOf={keyOf} estimate={36}
            row={(line, index) => ('group' in line ? <tr key={keyOf(line)} class="group" aria-rowindex={index + 2}><th scope="rowgroup" colSpan={answer.terms.length + 1}><span>{above.get(line.group) ?? line.group}</span></th></tr> : <Row key={keyOf(line)} region={line.region} terms={answer.terms} index={index} />)}
          />
        </table>
      </div>
      {narrow && tools}
    </>
  );
}
