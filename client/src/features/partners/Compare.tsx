import { useEffect } from 'preact/hooks';
import type { Partner, Partners } from '../../api/answers';
import { organizationPage } from '../../api/questions';
import type { OrganizationPage, Summary } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { to } from '../../network/route';
import { Link } from '../../ui/Link';
import { goTo } from '../../ui/Outcome';
import { useWholeSheet } from '../../ui/room';
import { Answered } from '../../ui/States';
import { t } from '../../words';
import { compare } from './comparing';
import { Propose, ProposeWay, proposing } from './Propose';
import { ComparedTable, type Side } from './ComparedTable';

function Head({ organization, partner, from }: { organization: Summary; partner: Partner | undefined; from: Summary }) {
  return (
    <>
      <p class="small"><ProposeWay from={from} partner={partner ?? { organization }} plain /></p>
      <p class="small"><Link to={to('introductions', undefined, { dari: from.id, ke: organization.id })}>{t('partners.introduce')}</Link></p>
    </>
  );
}

/** Whoever has just chosen the second one is led to the comparison; whoever came by its address is left alone. */
function useArrival() {
  useEffect(() => {
    if (!document.activeElement?.closest('.item')) return;
    goTo('comparison');
  }, []);
}

/** Two suggestions side by side: what each offers and needs, where it is, how it was verified, and where its points come from. */
export function Compare({ answer, ids: [one, other] }: { answer: Partners; ids: [string, string] }) {
  useWholeSheet(true);
  useArrival();
  const pages = [useAnswer(`organization/${one}`, (stop) => organizationPage(one, stop)), useAnswer(`organization/${other}`, (stop) => organizationPage(other, stop))] as const;
  const sideOf = (page: OrganizationPage): Side => ({ page, partner: answer.items.find((p) => p.organization.id === page.organization.id) });
  return (
    <section class="stack" aria-labelledby="comparison">
      <div class="row apart">
        <h2 id="comparison" tabIndex={-1}>{t('compare.title')}</h2>
        <button type="button" class="plain" onClick={() => compare([])}>{t('compare.close')}</button>
      </div>
      <Answered answer={pages[0]} lines={8}>{(first) => (
        <Answered answer={pages[1]} lines={8}>{(second) => (
          <><ComparedTable sides={[sideOf(first), sideOf(second)]} weights={answer.weights} head={({ page: { organization }, partner }) => <Head organization={organization} partner={partner} from={answer.organization} />} />
          {[first, second].filter(({ organization }) => organization.id === proposing()).map(({ organization }) => <Propose key={organization.id} from={answer.organization} other={organization} />)}</>
        )}</Answered>
      )}</Answered>
    </section>
  );
}
