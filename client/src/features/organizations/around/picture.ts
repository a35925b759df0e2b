import Graph from 'graphology';
import Sigma from 'sigma';
import type { Around, TieLine } from '../../../api/shapes';
import { readColours } from '../../../map/colours';
import { outlines } from '../../../ui/signs';
import { inLines, labelsThatFit, shortNames } from './labels';
import { ringsOf } from './layout';

type Colours = ReturnType<typeof readColours>;
interface Point { x: number; y: number }
const radius = (steps: number) => (steps === 0 ? 15 : steps === 1 ? 11 : 8);

function graphOf(around: Around): Graph {
  const graph = new Graph({ multi: true, type: 'directed' });
  const spots = ringsOf(around);
  for (const { organization: o, steps } of around.nodes) {
    const { x = 0, y = 0 } = spots.get(o.id) ?? {};
    graph.addNode(o.id, { x, y, size: radius(steps), label: o.name, color: 'rgba(0,0,0,0)' });
  }
  for (const tie of around.ties) {
    if (graph.hasNode(tie.from) && graph.hasNode(tie.to)) graph.addDirectedEdgeWithKey(tie.id, tie.from, tie.to, { size: 1, hidden: true });
  }
  return graph;
}

/** As on the map: solid confirmed, dashed proposed, dotted disputed, thin grey ended; as wide as it is strong, an arrow in the middle of what has a direction.
 * Ties of others with each other stand back. */
function line(pen: CanvasRenderingContext2D, tie: TieLine, from: Point, to: Point, own: boolean, colours: Colours) {
  const dashes = { confirmed: [], ended: [], proposed: [6, 4], disputed: [1.5, 4] }[tie.status];
  pen.setLineDash(dashes);
  pen.strokeStyle = tie.status === 'ended' ? colours.edge : tie.status === 'disputed' ? colours.danger : colours.text;
  pen.lineWidth = tie.status === 'ended' ? 1 : 0.8 + (tie.strength ?? 2) * 0.5;
  pen.globalAlpha = own ? 0.8 : 0.25;
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  pen.globalAlpha = 1;
  pen.setLineDash([]);
  if (tie.symmetric || !own) return;
  pen.save();
  pen.translate((from.x + to.x) / 2, (from.y + to.y) / 2);
  pen.rotate(Math.atan2(to.y - from.y, to.x - from.x));
  pen.fillStyle = pen.strokeStyle;
  pen.fill(new Path2D('M-4 -4L5 0L-4 4z'));
  pen.restore();
}

function sign(pen: CanvasRenderingContext2D, { organization: o, steps }: Around['nodes'][number], at: Point, colours: Colours) {
  const size = radius(steps) * 2;
  pen.save();
  pen.translate(at.x, at.y);
  if (steps === 0 || o.mediates) {
    pen.beginPath();
    pen.arc(0, 0, size / 2 + 4, 0, 2 * Math.PI);
    pen.fillStyle = colours.paper; pen.fill();
    pen.lineWidth = steps === 0 ? 3 : 1.6; pen.strokeStyle = steps === 0 ? colours.action : colours.text; pen.stroke();
  }
  pen.scale(size / 24, size / 24);
  pen.translate(-12, -12);
  const shape = new Path2D(outlines[o.family]);
  pen.lineJoin = 'round'; pen.lineWidth = 4.5; pen.strokeStyle = colours.paper; pen.stroke(shape);
  pen.fillStyle = colours.family[o.family]; pen.fill(shape);
  pen.restore();
}

const font = (bold: boolean) => `${bold ? 650 : 500} 12px 'Noto Sans Variable', sans-serif`;
const height = 15;

function write(pen: CanvasRenderingContext2D, words: string, x: number, y: number, bold: boolean, colours: Colours) {
  pen.font = font(bold);
  pen.textAlign = 'left';
  pen.textBaseline = 'top';
  pen.lineJoin = 'round'; pen.lineWidth = 4; pen.strokeStyle = colours.paper;
  pen.strokeText(words, x, y);
  pen.fillStyle = colours.text;
  pen.fillText(words, x, y);
}

/** Names where they can be read, from the middle outwards. */
function names(pen: CanvasRenderingContext2D, around: Around, at: Map<string, Point>, size: { width: number; height: number }, colours: Colours) {
  pen.font = font(false);
  const shortened = shortNames(around.nodes.map(({ organization: o }) => o.acronym ?? o.name));
  const words = new Map(around.nodes.map(({ organization: o }, index) => [o.id, inLines(shortened[index] ?? o.name)]));
  const all = around.nodes.map(({ organization: { id }, steps }) => ({ id, ...(at.get(id) ?? { x: 0, y: 0 }), radius: radius(steps) + (steps === 0 ? 5 : 1), width: Math.max(...(words.get(id) ?? []).map((one) => pen.measureText(one).width)) + 4, height: height * (words.get(id)?.length ?? 1) }));
  for (const { id, x, y } of labelsThatFit(all, size.width, size.height)) words.get(id)?.forEach((one, row) => write(pen, one, x + 2, y + row * height, id === around.nodes[0]?.organization.id, colours));
}

/** The whole name of who is under the pointer, pushed inwards where it would be cut. */
function hovered(pen: CanvasRenderingContext2D, { x, y, size, label: text }: { x: number; y: number; size: number; label?: string | null }, colours: Colours) {
  if (!text) return;
  pen.font = font(true);
  const wide = pen.measureText(text).width + 12;
  const left = Math.min(Math.max(x - wide / 2, 2), Math.max(2, pen.canvas.clientWidth - wide - 2));
  pen.fillStyle = colours.paper;
  pen.fillRect(left, y + size + 2, wide, height + 8);
  write(pen, text, left + 6, y + size + 6, true, colours);
}

/** Draws ties, signs and names, the same as on the map; sigma keeps the places, the size and what is under the pointer. */
function painter(sigma: Sigma, around: Around, canvas: HTMLCanvasElement, colours: () => Colours) {
  return () => {
    const { width, height } = sigma.getDimensions();
    const ratio = devicePixelRatio || 1;
    canvas.width = width * ratio; canvas.height = height * ratio;
    canvas.style.width = `${width}px`; canvas.style.height = `${height}px`;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.scale(ratio, ratio);
    const at = new Map(around.nodes.map(({ organization: { id } }) => { const { x, y } = sigma.getNodeDisplayData(id) ?? { x: 0, y: 0 }; return [id, sigma.framedGraphToViewport({ x, y })] as const; }));
    const now = colours();
    const me = around.nodes[0]?.organization.id;
    for (const tie of around.ties) { const [from, to] = [at.get(tie.from), at.get(tie.to)]; if (from && to) line(pen, tie, from, to, tie.from === me || tie.to === me, now); }
    for (const node of around.nodes.toReversed()) { const spot = at.get(node.organization.id); if (spot) sign(pen, node, spot, now); }
    names(pen, around, at, { width, height }, now);
  };
}

export interface Wishes { open: (id: string) => void; point: (id: string | undefined) => void }

/** The picture of the network around an organization. It neither pans nor zooms, so that a thumb that scrolls the page is never caught in it. */
export function draw(container: HTMLElement, around: Around, { open, point }: Wishes): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  let colours = readColours();
  const sigma = new Sigma(graphOf(around), container, {
    enableCameraPanning: false, enableCameraZooming: false, enableCameraRotation: false, renderLabels: false, renderEdgeLabels: false, zIndex: false, stagePadding: 34,
    defaultDrawNodeHover: (pen, data) => hovered(pen, data, colours),
  });
  sigma.getTouchCaptor().enabled = false;
  const canvas = sigma.createCanvas('signs', { beforeLayer: 'labels' });
  canvas.style.pointerEvents = 'none';
  sigma.on('afterRender', painter(sigma, around, canvas, () => colours));
  sigma.on('clickNode', ({ node }) => open(node));
  sigma.on('enterNode', ({ node }) => { container.style.cursor = 'pointer'; point(node); });
  sigma.on('leaveNode', () => { container.style.cursor = ''; point(undefined); });
  const repaint = () => { colours = readColours(); sigma.refresh(); };
  scheme.addEventListener('change', repaint);
  sigma.refresh();
  return () => { scheme.removeEventListener('change', repaint); sigma.kill(); };
}
