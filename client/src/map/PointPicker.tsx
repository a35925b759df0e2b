import type { Map as GlMap } from 'maplibre-gl';
import { useEffect, useRef } from 'preact/hooks';
import { type Picking, picking } from '../network/state';
import { t } from '../words';
import { isNarrow } from '../ui/narrow';
import { keepMiddle } from './camera';

/** The middle of what can be seen of the map: above the sheet of a phone. */
const middle = (map: GlMap) => {
  const { clientWidth, clientHeight } = map.getContainer();
  return { x: clientWidth / 2, y: isNarrow() ? clientHeight * 0.4 : clientHeight / 2 };
};

/** The map moves under a cross until the cross stands where it should: by thumb, mouse, arrow keys, or a tap on the spot. */
export function PointPicker({ map, now }: { map: GlMap; now: Picking }) {
  const accept = useRef<HTMLButtonElement>(null);
  const end = (point?: { longitude: number; latitude: number }) => { picking.value = undefined; now.settle(point); };
  const take = () => { const { x, y } = middle(map); const { lng, lat } = map.unproject([x, y]); end({ longitude: lng, latitude: lat }); };
  useEffect(() => {
    const { x, y } = middle(map);
    const { clientWidth, clientHeight } = map.getContainer();
    map.jumpTo({ center: [now.from.longitude, now.from.latitude], zoom: now.from.zoom, padding: { top: 0, left: 0, right: 0, bottom: 0 } });
    map.panBy([clientWidth / 2 - x, clientHeight / 2 - y], { animate: false });
    accept.current?.focus();
    const tap = (event: { point: { x: number; y: number } }) => { const at = middle(map); map.panBy([event.point.x - at.x, event.point.y - at.y], { animate: false }); };
    const escape = (event: KeyboardEvent) => { if (event.key === 'Escape') end(); };
    map.on('click', tap);
    addEventListener('keydown', escape);
    return () => { map.off('click', tap); removeEventListener('keydown', escape); keepMiddle(map, false); };
  }, [now]);
  return (
    <>
      <span class="cross" aria-hidden="true" />
      <div class="picker" role="group" aria-label={t('picker.label')}>
        <p class="small">{t('picker.help')}</p>
        <p class="row"><button type="button" ref={accept} class="button first" onClick={take}>{t('picker.take')}</button><button type="button" class="button" onClick={() => end()}>{t('form.cancel')}</button></p>
      </div>
    </>
  );
}
