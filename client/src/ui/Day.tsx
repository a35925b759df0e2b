import type { ComponentChildren } from 'preact';
import { today, wrongDay } from '../network/day';
import { route } from '../network/route';
import { date, t } from '../words';
import { Text } from './Fields';
import { Unknown } from './States';

interface Props { id: string; day: string | undefined; onChange: (day: string | undefined) => void }

/** The day in the world that a question is about. A field that is being typed in is no day yet, and changes nothing. */
export function DayField({ id, day, onChange }: Props) {
  return <Text id={id} label={t('day.label')} type="date" value={day ?? today()} onInput={(value) => { if (value) onChange(value === today() ? undefined : value); }} />;
}

/** The heading of a question with the day that it is about beside it, so that the answer stays high on a small screen. */
export function DayHeading({ id, day, at, onChange, children }: Props & { at: string | undefined; children: ComponentChildren }) {
  return (
    <div class="titled">
      <h1 id={`${id}-title`} tabIndex={-1}>{children}<OfDay at={at} /></h1>
      <DayField id={id} day={day} onChange={onChange} />
    </div>
  );
}

/** The address names a day that is none: which, and what is shown instead. */
export function WrongDay() {
  const value = wrongDay(route.value.query);
  return value === undefined ? null : <Unknown>{t('day.unknown', { value })}</Unknown>;
}

/** Behind a heading: of which day the answer is, when that is not today. */
export function OfDay({ at }: { at: string | undefined }) {
  return at === undefined || at === today() ? null : <span class="of-day"> {t('day.of', { date: date(at) })}</span>;
}
