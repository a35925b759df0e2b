const grouped = /^-?\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/;

/** The number that somebody wrote, whichever of the two languages writes it so ("1.200", "1,200", "0,5"). What is no number, or larger than a number can hold to the last digit, stays as it was written: nothing that was typed is lost or guessed at. */
export function readNumber(typed: string, whole: boolean): number | string {
  const text = typed.trim();
  const plain = whole && grouped.test(text) ? text.replaceAll(/[.,\s]/g, '') : whole ? text : text.replace(',', '.');
  if (!(whole ? /^-?\d+$/ : /^-?(?:\d+\.?\d*|\.\d+)$/).test(plain)) return text;
  const value = Number(plain);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : text;
}
