import { organizations } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { gather, mostPages } from '../../network/paging';
import { to } from '../../network/route';
import { taxonomy } from '../../network/state';
import { useKept } from '../../network/visits';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { OrganizationRow } from '../../ui/Row';
import { Answered, Empty } from '../../ui/States';
import { useAbout } from '../../ui/about';
import { type Key, named, t } from '../../words';

/** The questions that lead from a term to the organizations it stands with, by its list. */
const uses: Record<string, { by: 'issue' | 'offers' | 'needs' | 'kind'; title: Key }[]> = {
  issue: [{ by: 'issue', title: 'terms.workOn' }],
  skill: [{ by: 'offers', title: 'terms.offer' }, { by: 'needs', title: 'terms.need' }],
  actor_kind: [{ by: 'kind', title: 'terms.ofKind' }],
};

/** Where a term is told with who it stands with; nothing for a term that no organization is asked by. */
export const termAddress = (list: string, code: string) => (uses[list] ? to('terms', undefined, { daftar: list, istilah: code }) : undefined);

function Who({ by, code, title }: { by: string; code: string; title: Key }) {
  const [steps, setSteps] = useKept(`steps/${by}`, 1);
  const answer = useAnswer(`organizations/${by}?${code}&${steps}`, (stop) => gather((cursor, limit) => organizations({ [by]: code, limit, cursor }, stop), steps * 50, steps * mostPages));
  return (
    <section class="stack">
      <h2>{t(title)}</h2>
      <Answered answer={answer}>
        {({ items, next }) => items.length === 0 ? <Empty>{t('terms.nobody')}</Empty> : (
          <>
            <ul class="list">{items.map((o) => <OrganizationRow key={o.id} organization={{ ...o, ...(o.provenance.example ? { example: true } : {}) }} />)}</ul>
            {next && <button type="button" class="button" onClick={() => setSteps(steps + 1)}>{t('state.more')}</button>}
          </>
        )}
      </Answered>
    </section>
  );
}

/** One term: what it means, what it rests on, and which organizations it stands with. */
export function TermView({ list, code }: { list: string; code: string }) {
  const term = taxonomy(list).find((one) => one.code === code);
  useAbout(term?.label);
  return (
    <div class="stack loose">
      <p><Link class="row" to={to('terms', undefined, { daftar: list })}><Icon name="back" size={16} />{named('taxonomy', list)}</Link></p>
      <header class="stack tight">
        <h1>{term?.label ?? code}</h1>
        {term?.legalReference && <p class="small quiet">{term.legalReference}</p>}
        {term?.description && <p>{term.description}</p>}
      </header>
      {(uses[list] ?? []).map(({ by, title }) => <Who key={by + code} by={by} code={code} title={title} />)}
    </div>
  );
}
