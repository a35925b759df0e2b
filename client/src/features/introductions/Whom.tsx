import { useKept } from '../../network/visits';
import { Select } from '../../ui/Fields';
import { focusWhenThere } from '../../ui/focus';
import { t } from '../../words';
import { OrganizationPicker, optionsOf, useProvinces } from '../search/pick';

interface Props { query: Record<string, string>; change: (values: Record<string, string | undefined>) => void }

function OfKind({ query, change }: Props) {
  const provinces = useProvinces();
  return (
    <>
      <div class="choices">
        <Select id="i-kind" label={t('introductions.kind')} value={query['jenis'] ?? ''} any={t('choose.any')} options={optionsOf('actor_kind')} onChange={(v) => change({ jenis: v, ke: undefined })} />
        <Select id="i-sector" label={t('introductions.sector')} value={query['sektor'] ?? ''} any={t('choose.any')} options={optionsOf('sector')} onChange={(v) => change({ sektor: v, ke: undefined })} />
        <Select id="i-region" label={t('introductions.region')} value={query['wilayah'] ?? ''} any={t('choose.any')} options={provinces} onChange={(v) => change({ wilayah: v, ke: undefined })} />
      </div>
      {!query['jenis'] && !query['sektor'] && <p class="note" role="status">{t('introductions.pickKind')}</p>}
    </>
  );
}

const goals = ['one', 'own', 'kind'] as const;
type Goal = (typeof goals)[number];
const labels = { one: 'introductions.toOne', own: 'introductions.toOwn', kind: 'introductions.toKind' } as const;

/** Whether the address says to whom. */
export const goalIn = ({ ke, berwenang, jenis, sektor }: Record<string, string>) => (ke ?? berwenang ?? jenis ?? sektor) !== undefined;

/** Nothing of another goal stays in the address. */
const none = { ke: undefined, jenis: undefined, sektor: undefined, wilayah: undefined, berwenang: undefined };

const goalOf = ({ ke, berwenang, jenis, sektor }: Record<string, string>): Goal => (ke ? 'one' : berwenang ? 'own' : (jenis ?? sektor) ? 'kind' : 'one');

/** One organization, the local government that is responsible for her region, or the nearest of a kind. */
export function Whom({ query, change }: Props) {
  const [goal, keep] = useKept<Goal>('whom', goalOf(query));
  const [, open] = useKept('fold/asked', false);
  /** Whoever goes from goal to goal by keys has not chosen yet: what she is in stays open. So it does where more is to be chosen. */
  const choose = (next: Goal, byHand: boolean) => {
    open(next === 'kind' || !byHand);
    if (next === 'own' && byHand) focusWhenThere('found');
    change({ ...none, ...(next === 'own' ? { berwenang: '1' } : {}) });
    keep(next);
  };
  return (
    <>
      <fieldset class="goals">
        <legend>{t('introductions.how')}</legend>
        {goals.map((one) => <label key={one} class="check"><input type="radio" name="whom" {...(goal === one ? { id: 'goal' } : {})} checked={goal === one} onClick={(event) => { if (goal !== one) choose(one, event.detail > 0); }} /><span>{t(labels[one])}{one === 'own' && <span class="small quiet block">{t('introductions.toOwnHelp')}</span>}</span></label>)}
      </fieldset>
      {goal === 'kind' && <OfKind query={query} change={change} />}
      {goal === 'one' && <OrganizationPicker id="introductions-to" next="found" label={t('introductions.to')} chosen={query['ke']} onChoose={(id) => { open(false); change({ ...none, ke: id }); }} onKind={(jenis) => { open(false); change({ ...none, jenis }); keep('kind'); }} onClear={() => change({ ke: undefined })} />}
    </>
  );
}
