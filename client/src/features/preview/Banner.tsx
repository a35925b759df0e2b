import { preview } from '../../api/preview';
import { region, withheld } from '../../api/questions';
import type { Withheld } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { route, writeAddress } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { isKey, list, named, t } from '../../words';
import { seenAs } from './address';

/** As whom the server answers, in words; it is the public for whom she may not look as. */
function useWho(audience: string | undefined): string | undefined {
  const code = audience?.split('coordinator:')[1];
  const place = useAnswer(code === undefined ? undefined : `region/${code}`, (stop) => region(code ?? '', stop));
  if (audience === undefined) return undefined;
  return code === undefined ? named('preview.as', audience) : t('preview.coordinator', { place: place.data?.name ?? code });
}

/** What is withheld of an organization, gathered by how: not there, less exact, small numbers held back. */
export function told({ fields, elements }: Withheld): string[] {
  const of = (how: string) => fields.filter(({ others }) => others === how).map(({ name }) => named('field', name));
  const counted = (count: (one: Withheld['elements'][number]) => number) => elements.filter((one) => count(one) > 0).map((one) => counts(one.kind, count(one)));
  const groups = [
    ['preview.leftOut', [...of('by_consent'), ...of('left_out'), ...counted((one) => one.hidden)]],
    ['preview.coarser', [...of('coarser'), ...counted((one) => one.coarser)]],
    ['preview.smallCounts', of('small_counts')],
  ] as const;
  return groups.filter(([, what]) => what.length > 0).map(([key, what]) => t(key, { what: list([...what]) }));
}

function counts(kind: string, count: number): string {
  const key = `sources.${kind}`;
  return isKey(key) ? t(key, { count }) : named('kind', kind);
}

/** Says over everything that the page is seen as somebody else sees it, what of an open organization that one does not see, and the way back. */
function Shown() {
  const { view, id } = route.value;
  const organization = view === 'organization' ? id : undefined;
  const answer = useAnswer(`withheld?${organization ?? ''}`, (stop) => withheld({ organization }, stop));
  const who = useWho(answer.data?.audience);
  if (!answer.data || who === undefined) return null;
  const withholds = told(answer.data);
  return (
    <aside class="note preview" aria-label={t('preview.label')}>
      <Icon name="person" />
      <div class="stack tight grow">
        <p><b>{t('preview.seeing', { who })}</b> <a href={seenAs(writeAddress(route.value))}>{t('preview.end')}</a></p>
        {organization && (withholds.length === 0 ? <p class="small">{t('preview.all')}</p> : withholds.map((words) => <p key={words} class="small">{words}</p>))}
      </div>
    </aside>
  );
}

export const PreviewBanner = () => (preview === undefined ? null : <Shown />);
