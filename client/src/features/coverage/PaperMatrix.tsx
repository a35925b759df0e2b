import type { Coverage, CoverageRegion } from '../../api/answers';
import { number, t } from '../../words';
import { isUnasked, signOf } from './State';
import './paper.css';

/** As many columns as can be read beside the names of regions on a sheet of A4 that lies. */
const widest = 10;

/** The columns of each table, as even as they come out: 36 are four times nine. Pairs of the first one and the one after the last. */
export function spread(columns: number): [number, number][] {
  const tables = Math.ceil(columns / widest);
  return Array.from({ length: tables }, (_, index) => [Math.round((columns * index) / tables), Math.round((columns * (index + 1)) / tables)]);
}

interface Group { name?: string | undefined; regions: CoverageRegion[] }

/** The table of regions and terms on paper: a few columns on each sheet, with the headings and the regions again on every one. */
export function PaperMatrix({ answer: { terms }, groups }: { answer: Coverage; groups: Group[] }) {
  return (
    <div class="paper-matrix">
      {spread(terms.length).map(([from, until]) => (
        <table key={from}>
          <caption>{t('coverage.columns', { from: from + 1, until, total: terms.length })}</caption>
          <thead><tr><th scope="col">{t('coverage.region')}</th>{terms.slice(from, until).map((term) => <th key={term.code} scope="col">{term.label}</th>)}</tr></thead>
          {groups.map(({ name, regions }) => (
            <tbody key={name ?? ''}>
              {name && <tr><th scope="rowgroup" class="group" colSpan={until - from + 1}>{name}</th></tr>}
              {regions.map((region) => (
                <tr key={region.code}>
                  <th scope="row">{region.name}</th>
                  {region.cells.slice(from, until).map((cell, index) => <td key={terms[from + index]?.code} class={`cell ${cell.state}`}>{signOf(cell.state, cell.partly)}{cell.services > 0 ? ` ${number(cell.services)}` : ''}{isUnasked(cell.services, cell.need, cell.held) ? ' ?' : ''}</td>)}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      ))}
    </div>
  );
}
