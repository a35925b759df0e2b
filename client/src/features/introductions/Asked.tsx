import type { Introductions } from '../../api/answers';
import { dayOf } from '../../network/day';
import type { How } from '../../network/route';
import { labelOf } from '../../network/state';
import { useKept } from '../../network/visits';
import { DayField } from '../../ui/Day';
import { Check } from '../../ui/Fields';
import { t } from '../../words';
import { OrganizationPicker, useProvinces } from '../search/pick';
import { Whom, goalIn } from './Whom';

type Change = (values: Record<string, string | undefined>, how?: How) => void;
interface Props { query: Record<string, string>; change: Change; answer: Introductions | undefined; folds: boolean }

const changeDay = (change: Change) => (day: string | undefined) => change({ tanggal: day }, { field: 'tanggal' });

/** To whom, in a few words. */
function useGoal({ ke, berwenang, jenis, sektor, wilayah }: Record<string, string>, answer: Introductions | undefined): string {
  const provinces = useProvinces();
  if (ke) return answer?.target?.name ?? '…';
  if (berwenang) return t('introductions.toOwn');
  const place = wilayah && (provinces.find((p) => p.value === wilayah)?.label ?? wilayah);
  return [jenis && labelOf('actor_kind', jenis), sektor && labelOf('sector', sektor), place].filter(Boolean).join(' · ');
}

/** Who asks and for whom: fields until that is answered, and then one line that opens, so that the answer is seen first. They stay the same fields, so that who is in one of them stays there. */
export function Asked({ query, change, answer, folds }: Props) {
  const { dari: from } = query;
  const goal = useGoal(query, answer);
  const [open, keep] = useKept('fold/asked', false);
  return (
    <div {...(folds ? { class: 'panels' } : {})}>
      <details {...(folds ? { class: 'panel' } : {})} open={!folds || open} onToggle={(event) => { if (folds && event.currentTarget.open !== open) keep(event.currentTarget.open); }}>
        <summary hidden={!folds}><span class="small">{t('introductions.asked', { one: answer?.from.name ?? '…', other: goal })}</span></summary>
        <div class="stack">
          <OrganizationPicker id="introductions-from" next={goalIn(query) ? 'found' : 'goal'} label={t('introductions.from')} chosen={from} onChoose={(id) => change({ dari: id })} onClear={() => change({ dari: undefined })} />
          {from && <Whom query={query} change={change} />}
          {from && goalIn(query) && <Check label={t('introductions.oneSided')} help={t('introductions.oneSidedHelp')} checked={query['sepihak'] !== undefined} onChange={(on) => change({ sepihak: on ? '1' : undefined })} />}
          {from && <DayField id="i-day" day={dayOf(query)} onChange={changeDay(change)} />}
        </div>
      </details>
    </div>
  );
}
