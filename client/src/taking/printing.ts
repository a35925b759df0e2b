/** Gives the canvas of the map as it is now, to be read at once: what is drawn on the screen is gone with the next frame. */
type Draw = () => HTMLCanvasElement;
let draw: Draw | undefined;

/** Who has the map; called by the map when it stands. */
export function prepare(made: Draw | undefined) { draw = made; }

/** Whether this page has a map. */
export const hasMap = () => draw !== undefined;

/** The map as it is now; undefined where there is none, or it cannot be drawn. */
export async function photographMap(): Promise<HTMLImageElement | undefined> {
  if (!draw) return undefined;
  try {
    const image = new Image();
    image.src = draw().toDataURL('image/png');
    await image.decode();
    return image;
  } catch {
    return undefined;
  }
}

/** Draws the map as it is now onto a canvas of the page, before this returns; false where there is none. */
export function copyMap(onto: HTMLCanvasElement): boolean {
  if (!draw) return false;
  const drawn = draw();
  Object.assign(onto, { width: drawn.width, height: drawn.height });
  onto.getContext('2d')?.drawImage(drawn, 0, 0);
  return true;
}

let drawing: (() => Promise<void>) | undefined;

/** A view that puts a picture of its own on paper in place of the map says what has to be ready for it; what it answers takes that back. */
export function drawForPaper(draw: () => Promise<void>): () => void {
  drawing = draw;
  return () => { if (drawing === draw) drawing = undefined; };
}

/** Prints the page when what goes on paper is ready; it is printed without it when that fails. */
export async function printPage() {
  await drawing?.().catch(() => undefined);
  print();
}
