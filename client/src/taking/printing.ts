type Photograph = () => Promise<HTMLImageElement>;
let photographer: Photograph | undefined;

/** Who can make a picture of the map as it is; called by the map when it stands. */
export function prepare(make: Photograph | undefined) { photographer = make; }

/** The map as it is now; undefined where there is none, or it cannot be drawn. */
export const photographMap = async (): Promise<HTMLImageElement | undefined> => photographer?.().catch(() => undefined);

let drawing: (() => Promise<void>) | undefined;

/** A view that puts a picture of its own on paper in place of the map says how; what it answers takes that back. */
export function drawForPaper(draw: () => Promise<void>): () => void {
  drawing = draw;
  return () => { if (drawing === draw) drawing = undefined; };
}

/** Prints the page when what goes on paper is ready; it is printed without it when that fails. */
export async function printPage() {
  await (drawing ? drawing().catch(() => undefined) : photographMap());
  print();
}
