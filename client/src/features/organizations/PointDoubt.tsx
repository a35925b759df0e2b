import { computed, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Region } from '../../api/shapes';
import { kmBetween } from '../../map/distance';
import { kmOutside } from '../../map/outside';
import { outlineOf } from '../../map/shapes';
import { Check } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { kilometres, t } from '../../words';
import { part, text } from '../editing/draft';
import type { Editing } from '../editing/parts';

interface Far { km: number; region: string }
const far = signal<Far | undefined>(undefined);
const sure = signal(false);
const field = 'field-point-sure';

/** The field that asks whether a point so far off is right, until it is answered. */
export const doubted = computed(() => (far.value && !sure.value ? field : undefined));

/** Outlines are no better than this, and a shape that only stands for a regency much less. */
const tolerance = { outline: 5, schematic: 25 };
/** Farther from the middle of a district or a village than this, a point is hardly in it. */
const widest = { district: 40, village: 20 };

/** How far a point lies outside of a region, as far as that is known; nothing while it may well be in it. */
export function farFrom(at: [number, number], path: Region[], outline: GeoJSON.Feature | undefined): Far | undefined {
  const place = path.at(-1);
  if (!place) return undefined;
  const outside = outline ? kmOutside(outline.geometry, at) : 0;
  const outlined = path.find((one) => one.id === outline?.properties?.['code']);
  if (outlined && outside > tolerance[outline?.properties?.['schematic'] === true ? 'schematic' : 'outline']) return { km: outside, region: outlined.name };
  const most = place.level === 'district' || place.level === 'village' ? widest[place.level] : Infinity;
  const away = place.point && !place.point.derived ? kmBetween(at, [place.point.longitude, place.point.latitude]) : 0;
  return away > most ? { km: away, region: place.name } : undefined;
}

/** Tells a point that lies far outside of the chosen region, and asks whether it is right. */
export function PointDoubt({ edit, path }: { edit: Editing; path: Region[] | undefined }) {
  const { latitude, longitude } = part(edit.draft['point']);
  const code = text(edit.draft['region']);
  const [asked, ask] = useState('');
  const now = typeof latitude === 'number' && typeof longitude === 'number' && path ? `${longitude} ${latitude} ${code}` : '';
  useEffect(() => {
    if (now !== asked) { sure.value = false; ask(now); }
    let gone = false;
    if (now === '' || !path) far.value = undefined;
    // Without an outline the point is measured from the middle of the region alone.
    else void outlineOf(code).catch(() => undefined).then((outline) => { if (!gone) far.value = farFrom([longitude as number, latitude as number], path, outline); });
    return () => { gone = true; };
  }, [now]);
  useEffect(() => () => { far.value = undefined; sure.value = false; }, []);
  if (!far.value) return null;
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        <p>{t('placeForm.far', { distance: kilometres(far.value.km), region: far.value.region })}</p>
        <Check id={field} label={t('placeForm.farSure')} checked={sure.value} onChange={(on) => { sure.value = on; }} />
      </div>
    </div>
  );
}
