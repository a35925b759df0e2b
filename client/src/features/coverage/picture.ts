import type { Cell, Coverage, CoverageRegion, CoverageState, Gap } from '../../api/answers';
import { loadGround } from '../../map/ground/ground';
import { hatchTile } from '../../map/hatch';
import { boxOf, mercator, middleOf, pathOf } from '../../map/flat';
import type { Shapes } from '../../map/painting';
import { isSchematic, outlinesOf } from '../../map/shapes';
import { type Block, type Ink, type Pen, drawOnto, fontOf, paragraph, picture, readInk, wrap } from '../../taking/paper';
import { aboutOf } from '../../taking/source';
import { number, t } from '../../words';
import { order, partSign, servedIn, signOf, signs } from './State';

/** How many regions the table of a picture shows at most: more cannot be read on a slide. */
const mostRegions = 48;
const [left, row] = [210, 24];

const inkOn: Record<CoverageState, string> = { covered: 'paper', thin: 'on-thin', nobody: 'paper', unknown: 'text' };

/** What the cells of each state are filled with; made once for a picture. */
type Fills = Record<CoverageState, CanvasPattern | string>;

function fillsOf(ink: Ink): Fills {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  if (pen) hatchTile(pen, ink('land'), ink('edge'));
  return { covered: ink('covered'), thin: ink('thin'), nobody: ink('nobody'), unknown: pen?.createPattern(tile, 'repeat') ?? ink('unknown') };
}

function centred(pen: Pen, text: string, x: number, y: number, size: number, weight: number, room?: number) {
  pen.font = fontOf(size, weight); pen.textAlign = 'center'; pen.textBaseline = 'middle';
  pen.fillText(text, x, y, room);
}

/** What the colours and signs stand for, and how many cells there are of each. */
function legend({ counts, regions }: Coverage, ink: Ink, fills: Fills): Block {
  const served = Object.entries(servedIn(regions)) as [CoverageState, number][];
  return {
    height: () => (served.length > 0 ? 52 : 24),
    draw(pen) {
      let x = 0;
      for (const state of order) {
        pen.fillStyle = fills[state]; pen.fillRect(x, 2, 22, 20);
        pen.fillStyle = ink(inkOn[state]); centred(pen, signs[state], x + 11, 12.5, 13, 600);
        pen.font = fontOf(14); pen.textAlign = 'left'; pen.fillStyle = ink('text');
        const words = `${t(`coverageState.${state}`)} ${number(counts[state] ?? 0)}`;
        pen.fillText(words, x + 30, 12.5);
        x += 30 + pen.measureText(words).width + 26;
      }
      // Those that are served in part are among the ones above: a line of their own, and no colour of a state.
      x = 0;
      for (const [state, count] of served) {
        pen.fillStyle = ink('text'); centred(pen, partSign, x + 11, 40.5, 13, 600);
        pen.font = fontOf(14); pen.textAlign = 'left';
        const words = t('coverage.partlyOf', { count, state: t(`coverageState.${state}`) });
        pen.fillText(words, x + 30, 40.5);
        x += 30 + pen.measureText(words).width + 26;
      }
    },
  };
}

/** One term on the map: every region in the colour of its state, and with its sign where there is room for one. */
function map(answer: Coverage, term: number, shapes: Shapes, provinces: GeoJSON.FeatureCollection, ink: Ink, fills: Fills): Block | undefined {
  const states = new Map(answer.regions.map((region) => [region.code, region.cells[term]?.state]));
  const marks = new Map(answer.regions.flatMap(({ code, cells }) => { const one = cells[term]; return one ? [[code, signOf(one.state, one.partly)]] : []; }));
  const regions = shapes.features.filter((shape) => states.get(shape.properties.code) !== undefined);
  const box = boxOf(regions);
  if (!box) return undefined;
  const high = (room: number) => Math.min(560, Math.max(220, (room * (box.bottom - box.top)) / (box.right - box.left)));
  return {
    height: (_, room) => high(room),
    draw(pen, room) {
      const tall = high(room);
      const scale = Math.min(room / (box.right - box.left), tall / (box.bottom - box.top)) * 0.96;
      const onPaper = ([x, y]: [number, number]): [number, number] => [room / 2 + (x - (box.left + box.right) / 2) * scale, tall / 2 + (y - (box.top + box.bottom) / 2) * scale];
      const project = (point: number[]) => onPaper(mercator(point));
      pen.beginPath(); pen.rect(0, 0, room, tall); pen.clip();
      pen.fillStyle = ink('water'); pen.fillRect(0, 0, room, tall);
      pen.lineJoin = 'round';
      for (const province of provinces.features) { pen.fillStyle = ink('land'); pen.fill(pathOf(province.geometry, project), 'evenodd'); }
      for (const shape of regions) {
        const [path, state] = [pathOf(shape.geometry, project), states.get(shape.properties.code) ?? 'unknown'];
        pen.fillStyle = fills[state]; pen.fill(path, 'evenodd');
        pen.strokeStyle = state === 'thin' ? ink('covered') : ink('paper'); pen.lineWidth = 0.8; pen.stroke(path);
      }
      for (const province of provinces.features) { pen.strokeStyle = ink('edge'); pen.lineWidth = 0.6; pen.stroke(pathOf(province.geometry, project)); }
      if (regions.length > mostRegions) return;
      for (const shape of regions) {
        const [middle, mark] = [middleOf(shape.geometry), marks.get(shape.properties.code) ?? signs.unknown];
        if (!middle) continue;
        const [x, y] = onPaper(middle);
        pen.lineWidth = 3; pen.strokeStyle = ink('paper'); pen.font = fontOf(13, 700); pen.textAlign = 'center'; pen.textBaseline = 'middle';
        pen.strokeText(mark, x, y);
        pen.fillStyle = ink('text'); pen.fillText(mark, x, y);
      }
    },
  };
}

function cell(pen: Pen, ink: Ink, fills: Fills, { state, services, partly }: Cell, x: number, y: number, wide: number) {
  pen.fillStyle = fills[state]; pen.fillRect(x + 1, y + 1, wide - 2, row - 2);
  pen.fillStyle = ink(inkOn[state]); centred(pen, services > 0 ? `${signs[state]} ${number(services)}` : signOf(state, partly), x + wide / 2, y + row / 2 + 0.5, 13, 600);
}

/** The table of regions and terms, signs and colours as on the page. */
function matrix(answer: Coverage, rows: CoverageRegion[], ink: Ink, fills: Fills): Block {
  const wide = (room: number) => (room - left) / Math.max(1, answer.terms.length);
  const heads = (pen: Pen, room: number) => { pen.font = fontOf(12, 600); return answer.terms.map(({ label }) => wrap(label, wide(room) - 8, (part) => pen.measureText(part).width)); };
  const head = (pen: Pen, room: number) => Math.max(1, ...heads(pen, room).map((lines) => lines.length)) * 15 + 10;
  return {
    height: (pen, room) => head(pen, room) + rows.length * row,
    draw(pen, room) {
      const [each, top] = [wide(room), head(pen, room)];
      pen.fillStyle = ink('text');
      heads(pen, room).forEach((lines, index) => lines.forEach((line, at) => centred(pen, line, left + each * (index + 0.5), top - 8 - 15 * (lines.length - at - 0.5), 12, 600, each - 6)));
      rows.forEach((region, index) => {
        const y = top + index * row;
        pen.fillStyle = ink('text'); pen.font = fontOf(14); pen.textAlign = 'left'; pen.textBaseline = 'middle';
        pen.fillText(region.name, 0, y + row / 2, left - 10);
        region.cells.forEach((one, at) => cell(pen, ink, fills, one, left + each * at, y, each));
      });
    },
  };
}

/** Gets the map of one term alone ready to stand on a printed page, and gives what draws it there at once; nothing where its regions have no shapes. */
export async function coverageMap(answer: Coverage, term: number): Promise<((onto: HTMLCanvasElement) => void) | undefined> {
  const [shapes, ground] = await Promise.all([outlinesOf(answer.level), loadGround(), document.fonts.ready]);
  const ink = readInk();
  const drawn = shapes && map(answer, term, shapes, ground.provinces, ink, fillsOf(ink));
  return drawn && ((onto) => drawOnto(onto, [drawn, ...(isSchematic(shapes) ? [paragraph(t('coverage.schematic'), 13, ink('quiet'))] : [])], ink));
}

/** What the page shows below the map: the table of regions, or the list of gaps. */
export type Below = { regions: CoverageRegion[] } | { gaps: Gap[]; more: boolean };

function below(answer: Coverage, shown: Below, ink: Ink, fills: Fills): Block[] {
  if ('gaps' in shown) return [...shown.gaps.map((gap, index) => paragraph(t('picture.gap', { number: index + 1, sentence: gap.sentence }), 14, ink('text'))), ...(shown.more ? [paragraph(t('picture.moreGaps', { count: shown.gaps.length }), 13, ink('quiet'))] : [])];
  const rows = shown.regions.slice(0, mostRegions);
  return [matrix(answer, rows, ink, fills), ...(rows.length < shown.regions.length ? [paragraph(t('picture.some', { count: rows.length, total: shown.regions.length }), 13, ink('quiet'))] : [])];
}

/** One answer of coverage as a picture to put on a slide or into a report: title, day, what it says, map, table or gaps, and where it came from. */
export async function coveragePicture(title: string, answer: Coverage, term: number, shown: Below): Promise<Blob> {
  const [ink, about] = [readInk(), aboutOf(title, answer.at)];
  const fills = fillsOf(ink);
  const [shapes, ground] = await Promise.all([outlinesOf(answer.level), loadGround()]);
  const drawn = shapes && map(answer, term, shapes, ground.provinces, ink, fills);
  return picture([
    paragraph(about.title, 26, ink('text'), 700),
    paragraph(about.date, 15, ink('quiet')),
    paragraph(answer.sentence, 16, ink('text')),
    legend(answer, ink, fills),
    ...(drawn ? [paragraph(t('picture.onMap', { term: answer.terms[term]?.label ?? '' }), 15, ink('text'), 600), drawn] : []),
    ...(drawn && isSchematic(shapes) ? [paragraph(t('coverage.schematic'), 13, ink('quiet'))] : []),
    ...below(answer, shown, ink, fills),
    paragraph(about.source, 13, ink('quiet')),
    paragraph(about.address, 13, ink('quiet')),
  ], ink);
}
