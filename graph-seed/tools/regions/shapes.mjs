// Points, polygons and kilometres: enough geometry to say whether a point can be right.
const kilometresPerDegree = 111.195

/** Great-circle distance in km between two [longitude, latitude] points (haversine, radius 6371 km). */
export function kilometres([a, b], [c, d]) {
  const rad = Math.PI / 180
  const h = Math.sin((d - b) * rad / 2) ** 2 + Math.cos(b * rad) * Math.cos(d * rad) * Math.sin((c - a) * rad / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

export const polygonsOf = geometry => geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

function insideRing([x, y], ring) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]
    const [bx, by] = ring[j]
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside
  }
  return inside
}

export const contains = (geometry, point) =>
  polygonsOf(geometry).some(([outer, ...holes]) => insideRing(point, outer) && !holes.some(hole => insideRing(point, hole)))

function kilometresToSegment([x, y], [ax, ay], [bx, by]) {
  const east = Math.cos(y * Math.PI / 180)
  const [ux, uy, vx, vy] = [(bx - ax) * east, by - ay, (x - ax) * east, y - ay]
  const along = Math.max(0, Math.min(1, (ux * vx + uy * vy) / (ux * ux + uy * uy || 1)))
  return Math.hypot(vx - along * ux, vy - along * uy) * kilometresPerDegree
}

/** Kilometres from a point to a shape, 0 inside it. */
export function kilometresOutside(geometry, point) {
  if (contains(geometry, point)) return 0
  let best = Infinity
  for (const rings of polygonsOf(geometry))
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) best = Math.min(best, kilometresToSegment(point, ring[i - 1], ring[i]))
  return best
}

/** The geometry of one object of a TopoJSON topology, as GeoJSON coordinates. */
export function topologyGeometry(topology, object) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform
  const arcs = topology.arcs.map(arc => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty])
  })
  const arc = index => index < 0 ? arcs[~index].toReversed() : arcs[index]
  const ring = indices => indices.flatMap((index, i) => i === 0 ? arc(index) : arc(index).slice(1))
  const coordinates = object.type === 'Polygon' ? object.arcs.map(ring) : object.arcs.map(polygon => polygon.map(ring))
  return { type: object.type, coordinates }
}

/** The point among the given ones with the least sum of distances to the others. */
export function medoid(points) {
  let [best, least] = [points[0], Infinity]
  for (const point of points) {
    const sum = points.reduce((total, other) => total + kilometres(point, other), 0)
    if (sum < least) [best, least] = [point, sum]
  }
  return best
}
