import './tools.css';
import { useEffect, useRef } from 'preact/hooks';
import { route } from '../network/route';
import { picking, sheet } from '../network/state';
import { copyMap } from '../taking/printing';
import { Icon } from '../ui/Icon';
import { Sign } from '../ui/Sign';
import { families } from '../ui/signs';
import { kilometres, locale, named, t } from '../words';
import type { Point } from './arcs';
import { kmAlong } from './distance';
import { hide, readHidden } from './families';
import { credits, here, locate, measuring, moved, scale, streetless } from './tools';

const metres = (value: number) => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'meter', maximumFractionDigits: 0 }).format(value);
const length = (km: number) => (km < 1 ? metres(km * 1000) : kilometres(km));

function ScaleBar() {
  const bar = scale.value;
  return bar ? <p class="scale" style={{ width: `${bar.pixels}px`, translate: moved.value.map((by) => `${by}px`).join(' ') }}><span class="hidden">{t('scale.label')}: </span>{length(bar.km)}</p> : null;
}

/** Points are put by a click on the map, or at its middle by a button, so that keys are enough. */
interface Middle { middle: () => Point | undefined; pixels: () => Point | undefined }

const measureButton = 'measure-button';

/** Ends measuring; whoever does stands where it was begun. */
function endMeasuring() {
  measuring.value = undefined;
  document.getElementById(measureButton)?.focus();
}

/** Escape ends measuring, but for where it has something else to close first. */
function useEscape(on: boolean) {
  useEffect(() => {
    if (!on) return undefined;
    const press = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const own = target instanceof Element && target.closest('input, select, textarea, dialog, details[open]') !== null;
      if (key === 'Escape' && !own && !defaultPrevented && !picking.peek()) endMeasuring();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on]);
}

function Measuring({ middle }: Middle) {
  const points = measuring.value;
  useEscape(points !== undefined);
  if (!points) return null;
  const add = () => { const at = middle(); if (at) measuring.value = [...points, at]; };
  return (
    <section class="measure" aria-label={t('measure.label')}>
      <p role="status">{points.length < 2 ? t('measure.how') : t('measure.length', { length: length(kmAlong(points)), count: points.length })}</p>
      <div class="row">
        <button type="button" class="button" onClick={add}>{t('measure.add')}</button>
        <button type="button" class="button" disabled={points.length === 0} onClick={() => { measuring.value = points.slice(0, -1); }}>{t('measure.undo')}</button>
        <button type="button" class="button" onClick={endMeasuring}>{t('measure.end')}</button>
      </div>
    </section>
  );
}

/** Says that some families are hidden, wherever one is, and brings them back. */
function Dimmed() {
  const hidden = readHidden(route.value.query);
  if (hidden.length === 0) return null;
  return <p class="dimmed small"><span>{t('legend.hidden', { count: hidden.length })}</span><button type="button" class="plain" onClick={() => hide([])}>{t('legend.all')}</button></p>;
}

function Here() {
  return here.value ? <p class="dimmed small"><span>{t('locate.rounded')}</span><button type="button" class="plain" onClick={() => { here.value = undefined; }}>{t('locate.forget')}</button></p> : null;
}

/** On paper the map is a picture, with what its signs mean. It is drawn when the page goes there, by whatever way. */
export function MapOnPaper() {
  const [figure, canvas] = [useRef<HTMLElement>(null), useRef<HTMLCanvasElement>(null)];
  useEffect(() => {
    const begin = () => { if (figure.current && canvas.current) figure.current.hidden = !copyMap(canvas.current); };
    const end = () => { if (figure.current && canvas.current) { figure.current.hidden = true; canvas.current.width = 0; } };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => { removeEventListener('beforeprint', begin); removeEventListener('afterprint', end); };
  }, []);
  return <figure class="map-print" ref={figure} hidden><canvas ref={canvas} role="img" aria-label={t('map.label')} /><figcaption>{families.map((f) => <span key={f}><Sign family={f} size={14} /> {named('family', f)}</span>)}</figcaption></figure>;
}

/** What can be done with the map besides moving it. */
export function Tools({ middle, pixels }: Middle) {
  const [x, y] = (measuring.value && sheet.value ? pixels() : undefined) ?? [];
  return (
    <>
      {x !== undefined && <span class="aim" aria-hidden="true" style={{ left: `${x}px`, top: `${y}px` }} />}
      <div class="map-foot">{streetless.value && <p class="dimmed small" role="status">{t('map.streetless')}</p>}<Here /><Dimmed /><Measuring middle={middle} pixels={pixels} /><ScaleBar />{credits.value && <p class="credits">{credits.value}</p>}</div>
      <div class="map-buttons second" role="group" aria-label={t('map.tools')}>
        <button type="button" aria-label={t('locate.label')} title={t('locate.label')} onClick={locate}><Icon name="locate" /></button>
        <button type="button" id={measureButton} aria-label={t('measure.label')} title={t('measure.label')} aria-pressed={measuring.value !== undefined} onClick={() => { if (!measuring.value) sheet.value = 'peek'; measuring.value = measuring.value ? undefined : []; }}><Icon name="measure" /></button>
      </div>
    </>
  );
}
