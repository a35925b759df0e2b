import type { Values } from '../../api/questions';
import { type How, go, route, to } from '../../network/route';
import { dayOf } from '../../network/day';
import { DayField } from '../../ui/Day';
import { Check, Select, Text } from '../../ui/Fields';
import { Fold } from '../../ui/Fold';
import { t } from '../../words';
import { optionsOf, useProvinces } from '../search/pick';
import { readWeights } from './weights';

const names = { jenis: 'kind', wilayah: 'region', radius: 'radiusKm', isu: 'issue', keahlian: 'skill' } as const;

/** What the address asks, in the names of the server. */
export function asked(query: Record<string, string>): Values {
  const filters = Object.entries(names).map(([ours, theirs]) => [theirs, query[ours]]);
  const weights = Object.entries(readWeights(query).used).map(([part, value]) => [`weights.${part}`, value]);
  return Object.fromEntries([...filters, ...weights, ['at', dayOf(query)], ['withCapacity', query['tempat'] === 'ya' ? 'true' : undefined]].filter(([, value]) => value)) as Values;
}

/** Changes a part of the question; the list stays until there is another. */
export const change = (values: Record<string, string | undefined>, how?: How) => go(to('partners', undefined, { ...route.value.query, ...values }), how);

const filters = [...Object.keys(names), 'tempat'];
export const narrowed = (query: Record<string, string>) => filters.filter((name) => query[name]).length > 0;

/** Where the filters leave nobody: a step further, when distance is one of them, and all of them off. */
export function Loosen() {
  const { query } = route.value;
  const further = 2 * Number(query['radius'] ?? 0);
  return (
    <p class="actions">
      {further > 0 && <button type="button" class="button" onClick={() => change({ radius: String(further) })}>{t('partners.further', { count: further })}</button>}
      <button type="button" class="button" onClick={() => change(Object.fromEntries(filters.map((name) => [name, undefined])))}>{t('choose.clear')}</button>
    </p>
  );
}

export function Filters() {
  const { query } = route.value;
  const provinces = useProvinces();
  const count = [...filters.map((name) => query[name]), dayOf(query)].filter(Boolean).length;
  const all = t('choose.any');
  return (
    <Fold name="filters" class="panel" summary={<>{t('partners.filters')}{count > 0 && <span class="tag">{count}</span>}</>}>
      <div class="choices">
        <Select id="f-kind" label={t('partners.kind')} value={query['jenis'] ?? ''} any={all} options={optionsOf('actor_kind')} onChange={(v) => change({ jenis: v })} />
        <Select id="f-region" label={t('partners.region')} value={query['wilayah'] ?? ''} any={all} options={provinces} onChange={(v) => change({ wilayah: v })} />
        <Text id="f-radius" label={t('partners.radius')} type="number" value={query['radius'] ?? ''} onInput={(v) => change({ radius: v.replace(/\D/g, '') }, { field: 'radius' })} />
        <Select id="f-issue" label={t('partners.issue')} value={query['isu'] ?? ''} any={all} options={optionsOf('issue')} onChange={(v) => change({ isu: v })} />
        <Select id="f-skill" label={t('partners.skill')} value={query['keahlian'] ?? ''} any={all} options={optionsOf('skill')} onChange={(v) => change({ keahlian: v })} />
        <DayField id="f-day" day={dayOf(query)} onChange={(v) => change({ tanggal: v }, { field: 'tanggal' })} />
        <Check label={t('partners.withCapacity')} checked={query['tempat'] === 'ya'} onChange={(on) => change({ tempat: on ? 'ya' : undefined })} />
      </div>
    </Fold>
  );
}
