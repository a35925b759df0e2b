import { region } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route } from '../../network/route';
import { me, mayPreview } from '../../network/state';
import { t } from '../../words';
import { Denied } from '../editing/Denied';
import { RegionPicker } from '../search/pick';
import { seenAs } from './address';

const as = (who: string) => seenAs(route.value.query['dari'] ?? '/', who);

function Coordinator({ code }: { code: string }) {
  const answer = useAnswer(`region/${code}`, (stop) => region(code, stop));
  return <li><a href={as(`coordinator:${code}`)}>{t('preview.choose', { who: t('preview.coordinator', { place: answer.data?.name ?? code }) })}</a></li>;
}

/** Chooses as whom to look: as anybody, as whoever signed in, and, who keeps a region, as its coordinator. The page that was left is shown again, as that one sees it. */
export function PreviewView() {
  if (!mayPreview.value) return <div class="stack"><h1>{t('preview.title')}</h1><Denied back /></div>;
  const stewards = (me.value.grants ?? []).filter(({ role }) => role === 'steward');
  const regions = [...new Set(stewards.flatMap((grant) => grant.region ?? []))];
  return (
    <div class="stack">
      <h1>{t('preview.title')}</h1>
      <p class="quiet">{t('preview.intro')}</p>
      <ul class="ways">
        <li><a href={as('public')}>{t('preview.choose', { who: t('preview.as.public') })}</a></li>
        <li><a href={as('signed_in')}>{t('preview.choose', { who: t('preview.as.signed_in') })}</a></li>
        {regions.map((code) => <Coordinator key={code} code={code} />)}
      </ul>
      {stewards.some((grant) => grant.region === undefined) && <RegionPicker id="preview-region" label={t('preview.ofRegion')} text="" onChoose={(code) => location.assign(as(`coordinator:${code}`))} />}
      <p class="small"><a href="/privasi">{t('privacy.title')}</a></p>
    </div>
  );
}
