import type { Values } from '../../api/questions';
import { region } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { authorOf } from '../../network/author';
import { go, route, to } from '../../network/route';
import { me } from '../../network/state';
import { Select } from '../../ui/Fields';
import { Fold } from '../../ui/Fold';
import { t } from '../../words';
import { RegionPicker } from '../search/pick';

const names = { jenis: 'kind', oleh: 'by', wilayah: 'region' } as const;
/** Beside them: near which organization (sekitar), which is no filter that is cleared but what the page is about. */
const about = { sekitar: 'near' } as const;
const kinds = ['organization', 'tie', 'service', 'unit', 'place', 'need', 'region', 'term'] as const;

/** What the address asks of the log, in the names of the server: a kind (jenis), an author (oleh), a region (wilayah), an organization that it is near (sekitar). */
export const asked = (query: Record<string, string>): Values => Object.fromEntries(Object.entries({ ...names, ...about }).flatMap(([ours, theirs]) => (query[ours] ? [[theirs, query[ours]]] : [])));

/** Whether one of the filters is set. */
export const isNarrowed = (query: Record<string, string>) => Object.keys(names).some((name) => query[name]);

const change = (values: Record<string, string | undefined>) => go(to('activity', undefined, { ...route.value.query, ...values }));

/** All of the log again. */
export const ClearFilters = () => <p class="actions"><button type="button" class="button" onClick={() => change(Object.fromEntries(Object.keys(names).map((name) => [name, undefined])))}>{t('choose.clear')}</button></p>;

/** Whose changes there are to ask for; her own only for somebody who has an account. */
const authors = () => ['steward', 'seed', ...(me.value.account ? [me.value.account] : [])].map((value) => ({ value, label: value === 'steward' ? t('activity.anySteward') : authorOf(value) }));

function Place({ code }: { code: string | undefined }) {
  const answer = useAnswer(code ? `region/${code}` : undefined, (stop) => region(code ?? '', stop));
  if (!code) return <RegionPicker id="a-region" label={t('activity.place')} text="" onChoose={(chosen) => change({ wilayah: chosen })} />;
  return (
    <div class="field">
      <span class="label">{t('activity.place')}</span>
      <div class="row apart picked"><span>{answer.data?.name ?? code}</span><button type="button" class="plain" onClick={() => change({ wilayah: undefined })}>{t('activity.everywhere')}</button></div>
    </div>
  );
}

/** Only some of the log: what it is about, who did it, where. */
export function Filters() {
  const { query } = route.value;
  const count = Object.keys(names).filter((name) => query[name]).length;
  return (
    <Fold name="filters" class="panels panel" first={count > 0} summary={<>{t('partners.filters')}{count > 0 && <span class="tag">{count}</span>}</>}>
      <div class="choices">
        <Select id="a-kind" label={t('activity.kind')} value={query['jenis'] ?? ''} any={t('choose.any')} options={kinds.map((k) => ({ value: k, label: t(`kind.${k}`) }))} onChange={(v) => change({ jenis: v })} />
        <Select id="a-by" label={t('activity.who')} value={query['oleh'] ?? ''} any={t('choose.any')} options={authors()} onChange={(v) => change({ oleh: v })} />
        <Place code={query['wilayah']} />
      </div>
    </Fold>
  );
}
