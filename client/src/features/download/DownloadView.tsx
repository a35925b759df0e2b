import { preview } from '../../api/preview';
import { region } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { dayOf, today } from '../../network/day';
import { go, route, to } from '../../network/route';
import { isSignedIn, isSteward } from '../../network/state';
import { DayField, WrongDay } from '../../ui/Day';
import { Check } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { date, language, t } from '../../words';
import { OrganizationPicker, RegionPicker } from '../search/pick';
import { type Part, fileAddress, formats, logAddress } from './address';
import '../../words/download';

/** The part is chosen by the address, so that a link to it can be handed on. */
function change(more: Record<string, string | undefined>) {
  const all = Object.entries({ ...route.value.query, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  go(to('download', undefined, Object.fromEntries(all) as Record<string, string>));
}

function Chosen({ code, organization }: { code: string | undefined; organization: string | undefined }) {
  const answer = useAnswer(code ? `region/${code}` : undefined, (stop) => region(code ?? '', stop));
  return (
    <div class="stack">
      {organization
        ? <OrganizationPicker id="download-organization" label={t('download.of')} chosen={organization} onChoose={(id) => change({ organisasi: id })} onClear={() => change({ organisasi: undefined })} />
        : <RegionPicker key={answer.data?.id ?? ''} id="download-region" label={t('download.region')} help={t('download.regionHelp')} text={answer.data?.name ?? ''} onChoose={(id) => change({ wilayah: id })} onEmpty={() => change({ wilayah: undefined })} />}
    </div>
  );
}

/** The network, or a part of it, as a file: which part, of which day, in which format. */
export function DownloadView() {
  const { query } = route.value;
  const { wilayah: code, organisasi: organization } = query;
  const day = dayOf(query);
  const part: Part = { region: organization ? undefined : code, organization, at: day, language: language.value, preview };
  return (
    <div class="stack loose">
      <header class="stack tight">
        <h1>{t('download.title')}</h1>
        <p class="quiet">{t(isSignedIn.value && preview === undefined ? 'download.introYours' : 'download.intro')}</p>
      </header>
      <Chosen code={code} organization={organization} />
      <WrongDay />
      <Check label={t('download.onDay')} help={t('download.onDayHelp')} checked={day !== undefined} onChange={(on) => change({ tanggal: on ? today() : undefined })} />
      {day !== undefined && <DayField id="download-day" day={day} onChange={(chosen) => change({ tanggal: chosen ?? today() })} />}
      <section class="stack">
        <h2>{day ? t('download.formatsOn', { date: date(day) }) : t('download.formats')}</h2>
        <ul class="stack loose">
          {formats.map((format) => (
            <li key={format} class="stack tight">
              <a class="button" href={fileAddress(format, part)} download><Icon name="save" size={16} />{t(`download.${format}`)}</a>
              <span class="small quiet">{t(`download.${format}For`)}</span>
            </li>
          ))}
        </ul>
      </section>
      {!organization && (
        <section class="stack">
          <h2>{t('download.history')}</h2>
          <div class="stack tight">
            <a class="button" href={logAddress(part)} download><Icon name="save" size={16} />{t('download.log')}</a>
            <span class="small quiet">{t('download.logFor')}</span>
          </div>
        </section>
      )}
      {isSteward.value && <p class="small"><Link to={to('import')}>{t('import.title')}</Link></p>}
      <p class="small"><a href="/docs/">{t('download.api')}</a></p>
    </div>
  );
}
