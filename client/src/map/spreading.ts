import type { Summary } from '../api/shapes';
import type { Point } from './arcs';

/** Pixels between the centre of who is selected and those who stand on the same point, so that no sign lies under its halo. */
const besideSelected = 40;
const ringOf = (count: number) => 12 + count * 3;

/** Where everybody is drawn at a zoom: those who share a point stand on a ring around it, the first one to the right, since nobody knows who is where; who is selected stays in the middle. */
export function spread(people: Summary[], selected: string | undefined, zoom: number): Map<string, Point> {
  const degrees = 360 / (512 * 2 ** zoom);
  const together = new Map<string, Summary[]>();
  for (const one of people) {
    const key = `${one.position?.longitude ?? 0},${one.position?.latitude ?? 0}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return new Map([...together.values()].flatMap((group) => {
    const middle = group.find((one) => one.id === selected);
    const others = group.filter((one) => one !== middle);
    const radius = middle ? besideSelected : group.length > 1 ? ringOf(group.length) : 0;
    const at = (one: Summary, index: number): [string, Point] => {
      const [longitude, latitude] = [one.position?.longitude ?? 0, one.position?.latitude ?? 0];
      const angle = (2 * Math.PI * index) / others.length;
      const narrow = Math.cos((latitude * Math.PI) / 180);
      return [one.id, [longitude + radius * degrees * Math.cos(angle), latitude - radius * degrees * narrow * Math.sin(angle)]];
    };
    return [...(middle ? [[middle.id, [middle.position?.longitude ?? 0, middle.position?.latitude ?? 0]] as [string, Point]] : []), ...others.map(at)];
  }));
}

/** Who is framed: the first ten, without those who are so much farther than the rest that showing them would hide where everybody else is. */
export function framed(selected: Summary | undefined, candidates: Summary[]): Summary[] {
  const near = candidates.filter((one) => one.position).slice(0, 10);
  const middle = selected?.position;
  if (!middle || near.length < 3) return near;
  const far = (one: Summary) => Math.hypot((one.position?.longitude ?? 0) - middle.longitude, (one.position?.latitude ?? 0) - middle.latitude);
  const typical = near.map(far).sort((a, b) => a - b)[Math.floor(near.length / 2)] ?? 0;
  return near.filter((one) => far(one) <= Math.max(0.6, typical * 3));
}
