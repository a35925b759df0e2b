type Photograph = () => Promise<HTMLImageElement>;
let photographer: Photograph | undefined;

/** Who can make a picture of the map as it is; called by the map when it stands. */
export function prepare(make: Photograph | undefined) { photographer = make; }

/** The map as it is now; undefined where there is none, or it cannot be drawn. */
export const photographMap = async (): Promise<HTMLImageElement | undefined> => photographer?.().catch(() => undefined);

/** Prints the page when what goes on paper is ready; it is printed without it when that fails. */
export async function printPage() {
  await photographMap();
  print();
}
