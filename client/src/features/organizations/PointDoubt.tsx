import { computed, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { land } from '../../api/questions';
import type { Region } from '../../api/shapes';
import { kmBetween, rounded } from '../../map/distance';
import { kmOutside } from '../../map/outside';
import { outlineOf } from '../../map/shapes';
import { Check } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { kilometres, t } from '../../words';
import { part, text } from '../editing/draft';
import type { Editing } from '../editing/parts';

/** How far a point is outside of a region, or of any land. */
interface Far { km: number; region: string; sea?: boolean }
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

/** How far a point lies off all land, as the server knows it; nothing while it may well be on land, or the server cannot be asked. Who asks tells no more than about where it is. */
async function seaAt(at: [number, number], stop: AbortSignal): Promise<Far | undefined> {
  const [longitude, latitude] = rounded(...at);
  const found = await land({ longitude, latitude }, stop).catch(() => undefined);
  return found?.off === undefined || !found.region ? undefined : { km: found.off, region: found.region.name, sea: true };
}

/** Tells a point that lies in the sea or far outside of the chosen region, and asks whether it is right. */
export function PointDoubt({ edit, path }: { edit: Editing; path: Region[] | undefined }) {
  const { latitude, longitude } = part(edit.draft['point']);
  const code = text(edit.draft['region']);
  const [asked, ask] = useState('');
  const at = typeof latitude === 'number' && typeof longitude === 'number' ? [longitude, latitude] as [number, number] : undefined;
  const now = at ? `${at.join(' ')} ${path ? code : ''}` : '';
  useEffect(() => {
    if (now !== asked) { sure.value = false; ask(now); }
    const stop = new AbortController();
    if (!at) far.value = undefined;
    // Without an outline the point is measured from the middle of the region alone.
    else void Promise.all([seaAt(at, stop.signal), path && outlineOf(code).catch(() => undefined)]).then(([sea, outline]) => { if (!stop.signal.aborted) far.value = sea ?? (path && farFrom(at, path, outline)); });
    return () => stop.abort();
  }, [now]);
  useEffect(() => () => { far.value = undefined; sure.value = false; }, []);
  if (!far.value) return null;
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        <p>{t(far.value.sea ? 'placeForm.sea' : 'placeForm.far', { distance: kilometres(far.value.km), region: far.value.region })}</p>
        <Check id={field} label={t('placeForm.farSure')} checked={sure.value} onChange={(on) => { sure.value = on; }} />
      </div>
    </div>
  );
}
