import type { Cell, Coverage, CoverageRegion, CoverageTerm } from '../../api/answers';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import { number, t } from '../../words';
import { isUnasked, signs } from './State';
import { cellAddress, change } from './question';

function CellLink({ region, term, cell }: { region: CoverageRegion; term: CoverageTerm; cell: Cell }) {
  const unasked = isUnasked(cell.services, cell.need);
  const state = [t(`coverageState.${cell.state}`), unasked ? t('coverage.unasked') : undefined].filter(Boolean).join('; ');
  return (
    <td>
      <Link to={cellAddress(region.code, term.code)} class={`cell ${cell.state}`}>
        <span aria-hidden="true">{signs[cell.state]}</span>
        <span class="hidden">{t('coverage.open', { region: region.name, term: term.label, state })}</span>
        {cell.services > 0 && <span class="numbers">{number(cell.services)}</span>}
        {unasked && <span class="sign" aria-hidden="true">?</span>}
      </Link>
    </td>
  );
}

/** Regions by terms; a cell opens the services and the needs that it counts. */
export function Matrix({ answer, term }: { answer: Coverage; term: string | undefined }) {
  if (answer.regions.length === 0) return <Empty>{t('coverage.none')}</Empty>;
  const chosen = term ?? answer.terms[0]?.code;
  return (
    <div class="matrix" role="region" aria-label={t('coverage.table')} tabIndex={0}>
      <table>
        <caption class="hidden">{t('coverage.table')}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{t('coverage.region')}</th>
            {answer.terms.map((it) => <th key={it.code} scope="col" class={it.code === chosen ? 'chosen' : ''}><button type="button" aria-pressed={it.code === chosen} onClick={() => change({ di: it.code })}>{it.label}</button></th>)}
          </tr>
        </thead>
        <tbody>
          {answer.regions.map((region) => (
            <tr key={region.code}>
              <th scope="row">{region.name}</th>
              {region.cells.map((cell, index) => {
                const it = answer.terms[index];
                return it ? <CellLink key={it.code} region={region} term={it} cell={cell} /> : null;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
