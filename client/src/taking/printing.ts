let beforePrinting: (() => Promise<void>) | undefined;

/** What has to be made ready for paper, such as a picture of the map. */
export function prepare(make: (() => Promise<void>) | undefined) { beforePrinting = make; }

/** Prints the page when what goes on paper is ready; it is printed without it when that fails. */
export async function printPage() {
  await beforePrinting?.().catch(() => undefined);
  print();
}
