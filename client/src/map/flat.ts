/** Mercator in units of the circumference of the earth, y downwards (EPSG:3857, as on the map). */
export const mercator = ([longitude = 0, latitude = 0]: number[]): [number, number] => [longitude / 360 + 0.5, 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI)];

/** The way back: longitude and latitude of a point in Mercator. */
export const onEarth = ([x, y]: [number, number]): [number, number] => [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];

export type Ring = number[][];
export const ringsOf = (geometry: GeoJSON.Geometry): Ring[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);

export interface Box { left: number; top: number; right: number; bottom: number }

/** The smallest box around the shapes, in Mercator; undefined without any. */
export function boxOf(shapes: GeoJSON.Feature[]): Box | undefined {
  let box: Box | undefined;
  for (const shape of shapes) {
    for (const ring of ringsOf(shape.geometry)) {
      for (const point of ring) {
        const [x, y] = mercator(point);
        box = box ? { left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x), bottom: Math.max(box.bottom, y) } : { left: x, top: y, right: x, bottom: y };
      }
    }
  }
  return box;
}

/** Twice the area of a ring, with its sign, and the point that it balances on (Bourke 1988), in the ring's own units. */
function balance(ring: [number, number][]): { area: number; at: [number, number] } {
  let [area, x, y] = [0, 0, 0];
  for (const [index, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    const part = x0 * y1 - x1 * y0;
    area += part; x += (x0 + x1) * part; y += (y0 + y1) * part;
  }
  return area === 0 ? { area, at: ring[0] ?? [0, 0] } : { area, at: [x / (3 * area), y / (3 * area)] };
}

/** Where a sign for the whole shape stands, in Mercator: in the balance of its largest part. */
export function middleOf(geometry: GeoJSON.Geometry): [number, number] | undefined {
  const parts = ringsOf(geometry).map((ring) => balance(ring.map(mercator)));
  return parts.sort((a, b) => Math.abs(b.area) - Math.abs(a.area))[0]?.at;
}

/** Whether a point, in degrees like the shape, lies in it; what lies in a hole of it does not (even-odd rule). */
export function holds(geometry: GeoJSON.Geometry, [x, y]: [number, number]): boolean {
  let inside = false;
  for (const ring of ringsOf(geometry)) {
    for (const [index, [x0 = 0, y0 = 0]] of ring.entries()) {
      const [x1 = 0, y1 = 0] = ring[(index + 1) % ring.length] ?? [];
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
    }
  }
  return inside;
}

/** Where the edges of a shape are met on the way from west to east along a latitude: what lies between the first and the second is in it, between the second and the third is not, and so on. */
export function crossings(geometry: GeoJSON.Geometry, y: number): number[] {
  const found: number[] = [];
  for (const ring of ringsOf(geometry)) {
    let last = ring[ring.length - 1];
    for (const point of ring) {
      if (last !== undefined) {
        const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [last, point];
        if (y0 > y !== y1 > y) found.push(x0 + ((y - y0) * (x1 - x0)) / (y1 - y0));
      }
      last = point;
    }
  }
  return found.sort((a, b) => a - b);
}

/** The shape as a path, its points put on the paper by `project`. */
export function pathOf(geometry: GeoJSON.Geometry, project: (point: number[]) => [number, number]): Path2D {
  const path = new Path2D();
  for (const ring of ringsOf(geometry)) {
    ring.forEach((point, index) => { if (index) path.lineTo(...project(point)); else path.moveTo(...project(point)); });
    path.closePath();
  }
  return path;
}
