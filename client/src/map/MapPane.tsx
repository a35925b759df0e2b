import { useEffect, useRef, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import { freshTiles, pulses } from '../live/fresh';
import { colouring, me, picking, reached, pointed, sheet, shown } from '../network/state';
import { Icon } from '../ui/Icon';
import { language, t } from '../words';
import { prepare } from '../taking/printing';
import { route } from '../network/route';
import { readHidden } from './families';
import { Tools } from './Tools';
import { here, measuring, streetless } from './tools';
import { showAll, visibleMiddle } from './camera';
import type { Engine } from './engine';
import { PointPicker } from './PointPicker';

type Phase = 'loading' | 'ready' | 'failed' | 'unreached';

/** How long it waits before it asks by itself for what did not come. */
const patience = 10_000;

/** Starts the map after the list is there: its script is a chunk of its own. */
function useEngine(place: { current: HTMLDivElement | null }) {
  const engine = useRef<Engine | undefined>(undefined);
  const [phase, setPhase] = useState<Phase>('loading');
  const [tries, setTries] = useState(0);
  const again = () => { setPhase('loading'); setTries((n) => n + 1); };
  useEffect(() => {
    let [gone, lacks] = [false, 'unreached' as Phase];
    const stops: (() => void)[] = [];
    const begin = async () => {
      const { start, fetchWorker } = await import('./engine');
      await fetchWorker();
      lacks = 'failed';
      if (gone || !place.current) return;
      const made = await start(place.current);
      if (gone) { made.remove(); return; }
      engine.current = made;
      let [spoken, driven] = [language.peek(), ''] as [typeof language.value, string];
      setPhase('ready');
      prepare(made.drawn);
      stops.push(() => prepare(undefined));
      stops.push(effect(() => made.map.getCanvas().setAttribute('aria-label', t('map.help'))), effect(() => { if (sheet.value !== 'full') made.cover(); }), effect(() => made.show(shown.value)), effect(() => made.point(pointed.value)), effect(() => { const { mapStyle } = me.value; if (mapStyle && mapStyle !== driven) { driven = mapStyle; streetless.value = false; made.drive(mapStyle).catch(() => { streetless.value = true; }); } }), effect(() => made.leaveOut(readHidden(route.value.query))), effect(() => made.own(here.value, measuring.value ?? [])), effect(() => { if (freshTiles.value) made.refresh(freshTiles.value); }), effect(() => { if (reached.value) made.reached(); }), effect(() => { if (language.value !== spoken) { spoken = language.value; made.refresh(freshTiles.peek()); } }), effect(() => { if (pulses.value.length) made.pulse(pulses.value); }));
    };
    const timer = setTimeout(() => { begin().catch(() => { if (!gone) setPhase(lacks); }); }, 60);
    return () => { gone = true; clearTimeout(timer); for (const stop of stops) stop(); engine.current?.remove(); };
  }, [tries]);
  const server = reached.value;
  const lost = useRef(server);
  useEffect(() => {
    if (phase !== 'unreached') return undefined;
    if (server !== lost.current) { lost.current = server; again(); return undefined; }
    const timer = setTimeout(again, patience);
    return () => clearTimeout(timer);
  }, [phase, server]);
  return { engine, phase, again };
}

/** Where the middle of the visible map is on the screen and on the earth. */
function middleOf(engine: { current: Engine | undefined }, place: { current: HTMLDivElement | null }) {
  const pixels = () => (place.current ? visibleMiddle(place.current) : undefined);
  const middle = (): [number, number] | undefined => {
    const at = pixels();
    return at && engine.current?.map.unproject(at).toArray();
  };
  return { middle, pixels };
}

export function MapPane() {
  const place = useRef<HTMLDivElement>(null);
  const { engine, phase, again } = useEngine(place);
  const zoom = (by: number) => { const map = engine.current?.map; if (map) map.zoomTo(map.getZoom() + by); };
  return (
    <section class="map" id="map" tabIndex={-1} aria-label={t('map.label')}>
      <div ref={place} class="map-canvas" />
      {phase === 'loading' && <p class="map-note quiet">{t('map.loading')}</p>}
      {phase === 'ready' && (shown.value.awaiting || colouring.value) && <p class="map-note late quiet" role="status">{t('map.colouring')}</p>}
      {phase === 'ready' && picking.value && engine.current && <PointPicker map={engine.current.map} now={picking.value} />}
      {phase === 'unreached' && <div class="map-note failed" role="status"><p>{t('map.unreached')}</p><p><button type="button" class="button" onClick={again}>{t('state.again')}</button></p></div>}
      {phase === 'failed' && <p class="map-note failed">{t('map.failed')}</p>}
      {phase === 'ready' && (
        <div class="map-buttons" role="group" aria-label={t('map.label')}>
          <button type="button" aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => zoom(1)}><Icon name="plus" /></button>
          <button type="button" aria-label={t('map.zoomOut')} title={t('map.zoomOut')} onClick={() => zoom(-1)}><Icon name="minus" /></button>
          <button type="button" aria-label={t('map.home')} title={t('map.home')} onClick={() => { if (engine.current) showAll(engine.current.map); }}><Icon name="home" /></button>
        </div>
      )}
      {phase === 'ready' && <Tools {...middleOf(engine, place)} />}
    </section>
  );
}
