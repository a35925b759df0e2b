import type { Map as GlMap, MapGeoJSONFeature } from 'maplibre-gl';
import type { Family, Summary } from '../api/shapes';
import { inView } from '../network/state';
import { families, familyOf } from '../ui/signs';
import { visibleMiddle } from './camera';

const most = 60;

/** From this zoom on the map shows a part of the country, and its middle says where somebody is looking. */
const regional = 6;

const rounded = (degrees: number) => Math.round(degrees * 100) / 100;

function summaryOf(feature: MapGeoJSONFeature): Summary {
  const { id, name, family, actorKind, mediates, kindLabel, regionName, regencyName } = feature.properties as Record<string, string>;
  return { id: id ?? String(feature.id), name: name ?? '', actorKind: actorKind ?? '', family: familyOf(family), ...(mediates ? { mediates: true } : {}), ...(kindLabel ? { kindLabel } : {}), ...(regionName ? { regionName } : {}), ...(regencyName ? { regencyName } : {}) };
}

/** Tells the sheet what is on the map, so that the list holds what the eye sees, without what the legend leaves out. */
export function look(map: GlMap, hidden: Family[]) {
  if (!map.getLayer('organizations')) return;
  const features = map.queryRenderedFeatures({ layers: ['organizations', 'cells'] });
  const single = new Map<string, Summary>();
  const cells = new Map<string, number>();
  for (const feature of features) {
    if (feature.layer.id === 'cells') {
      const at = feature.geometry.type === 'Point' ? feature.geometry.coordinates.map((n) => n.toFixed(4)).join() : '';
      cells.set(at, families.reduce((sum, f, index) => sum + (hidden.includes(f) ? 0 : Number(feature.properties[`f${index}`] ?? 0)), 0));
    } else {
      const one = summaryOf(feature);
      if (!hidden.includes(one.family)) single.set(one.id, one);
    }
  }
  const items = [...single.values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, most);
  const { lng, lat } = map.unproject(visibleMiddle(map.getContainer()));
  const middle = map.getZoom() < regional ? {} : { middle: { longitude: rounded(lng), latitude: rounded(lat) } };
  inView.value = { items, ...middle, total: single.size + [...cells.values()].reduce((sum, n) => sum + n, 0) };
}
