import { bands, familyOf, families, outlines } from '../ui/signs';
import type { Colours } from './colours';
import { hatchTile } from './hatch';
import { square } from './overlaid';

export interface Drawn { width: number; height: number; data: Uint8ClampedArray }
type Pen = CanvasRenderingContext2D;
export const ratio = 2;

function draw(size: number, paint: (pen: Pen) => void): Drawn | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  pen.scale(ratio, ratio);
  paint(pen);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

function circle(pen: Pen, x: number, y: number, radius: number) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Who is no longer active is grey and struck through. */
function strike(pen: Pen, colours: Colours) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(3, 21); pen.lineTo(21, 3);
  pen.lineCap = 'round';
  pen.lineWidth = 6; pen.strokeStyle = colours.paper; pen.stroke();
  pen.lineWidth = 2.5; pen.strokeStyle = colours.text; pen.stroke();
}

/** "sign:family:style": style holds "r" for a ring (mediates), "s" for soft (blurred), "o" for an outline on white (while coverage is shown), "x" for retired. */
function sign(name: string, style: string, colours: Colours): Drawn | undefined {
  const family = familyOf(name);
  const colour = style.includes('x') ? colours.edge : style.includes('o') ? colours.text : colours.family[family];
  const size = family === 'home_workers' ? 26 : 22;
  return draw(32, (pen) => {
    if (style.includes('r')) {
      circle(pen, 16, 16, 14.5);
      pen.fillStyle = colours.paper; pen.fill();
      pen.lineWidth = 1.8; pen.strokeStyle = colours.text; pen.stroke();
    }
    const shape = new Path2D(outlines[family]);
    const drawn = style.includes('r') ? 17 : size;
    pen.translate(16 - drawn / 2, 16 - drawn / 2);
    pen.scale(drawn / 24, drawn / 24);
    const hollow = style.includes('o') || style.includes('s');
    pen.lineJoin = 'round';
    pen.lineWidth = hollow ? 7 : 4.5; pen.strokeStyle = colours.paper; pen.stroke(shape);
    pen.fillStyle = hollow ? colours.paper : colour; pen.fill(shape);
    if (hollow) {
      pen.lineWidth = 3; pen.strokeStyle = colour;
      if (style.includes('s')) pen.setLineDash([3.5, 2.5]);
      pen.stroke(shape);
    }
    if (style.includes('x')) strike(pen, colours);
  });
}

function short(count: number): string {
  return count < 1000 ? String(count) : `${Math.round(count / 100) / 10}k`;
}

/** How large the ring is that counts so many. */
export const cellRadius = (total: number) => Math.min(28, 13 + 3.2 * Math.log10(Math.max(1, total)));

/** "cell:style:f0.f1.f2.f3.f4.f5": how many organizations a cell holds, with a ring of their families; style holds "o" for an outline (while coverage is shown), "q" for one without its number. */
function cell(style: string, counts: number[], colours: Colours): Drawn | undefined {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const radius = cellRadius(total);
  // No larger than what is drawn: names keep out of the whole of it.
  const middle = Math.ceil(radius + 2);
  return draw(2 * middle, (pen) => {
    circle(pen, middle, middle, radius + 1.5);
    pen.fillStyle = colours.paper; pen.fill();
    const parts = families.flatMap((family, index) => (counts[index] ? [{ family, part: (2 * Math.PI * counts[index]) / total }] : []));
    const gap = parts.length > 1 ? 1.2 / radius : 0;
    let angle = -Math.PI / 2;
    for (const { family, part } of parts) {
      const band = style.includes('o') ? 5 : bands[family];
      pen.beginPath();
      pen.arc(middle, middle, radius - band / 2, angle, angle + Math.max(part - gap, part / 2));
      pen.lineWidth = band;
      pen.strokeStyle = style.includes('o') ? colours.text : colours.family[family];
      pen.stroke();
      angle += part;
    }
    // Where others are selected it stands back, and signs stand on it: a number would be read as theirs.
    if (style.includes('q')) return;
    pen.fillStyle = colours.text;
    pen.font = `600 ${total > 999 ? 11 : 12.5}px 'Noto Sans Variable', sans-serif`;
    pen.textAlign = 'center'; pen.textBaseline = 'middle';
    pen.fillText(short(total), middle, middle + 0.5);
  });
}

function arrow(colour: string, colours: Colours): Drawn | undefined {
  return draw(16, (pen) => {
    const shape = new Path2D('M3 2.500L13 8L3 13.500z');
    pen.lineJoin = 'round';
    pen.lineWidth = 2.5; pen.strokeStyle = colours.paper; pen.stroke(shape);
    pen.fillStyle = colour; pen.fill(shape);
  });
}

/** The sign of a state of coverage, as in its legend: full, half, empty with or without a quarter, or a question. */
function stateSign(state: string, colours: Colours): Drawn | undefined {
  return draw(18, (pen) => {
    circle(pen, 9, 9, 7.5);
    pen.fillStyle = colours.paper; pen.fill();
    pen.fillStyle = pen.strokeStyle = colours.text; pen.lineWidth = 1.6;
    if (state === 'unknown') {
      pen.font = "700 12px 'Noto Sans Variable', sans-serif"; pen.textAlign = 'center'; pen.textBaseline = 'middle';
      pen.fillText('?', 9, 9.5);
      return;
    }
    circle(pen, 9, 9, 5.2);
    pen.stroke();
    if (state === 'covered') pen.fill();
    if (state === 'part') { pen.beginPath(); pen.moveTo(9, 9); pen.arc(9, 9, 5.2, -Math.PI / 2, 0); pen.closePath(); pen.fill(); }
    if (state === 'thin') { pen.beginPath(); pen.arc(9, 9, 5.2, Math.PI / 2, Math.PI * 1.5); pen.fill(); }
  });
}

/** Around who is under the pointer. */
function halo(colours: Colours): Drawn | undefined {
  return draw(36, (pen) => {
    circle(pen, 18, 18, 15.5);
    pen.lineWidth = 4.5; pen.strokeStyle = colours.paper; pen.stroke();
    pen.lineWidth = 2.5; pen.strokeStyle = colours.action; pen.stroke();
  });
}

/** The map asks for an image by its name; this draws it. */
export function imageOf(name: string, colours: Colours): Drawn | undefined {
  const [what, first = '', second = ''] = name.split(':');
  if (what === 'sign') return sign(first, second, colours);
  if (what === 'cell') return cell(first, second.split('.').map((n) => Number(n) || 0), colours);
  if (what === 'arrow') return arrow(first === 'chosen' ? colours.action : first === 'ended' ? colours.edge : first === 'disputed' ? colours.danger : colours.text, colours);
  if (what === 'state') return stateSign(first, colours);
  if (what === 'halo') return halo(colours);
  if (what === 'blank') return draw(square, () => undefined);
  return what === 'hatch' ? draw(8, (pen) => hatchTile(pen, colours.land, colours.edge)) : undefined;
}
