const inJakarta = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The server counts its days in Jakarta, so "today" on the page is today there. */
export const today = (): string => inJakarta.format(new Date());

/** True for a day of the calendar, written year-month-day. */
export function isDay(text: string): boolean {
  const time = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that the address asks about (tanggal); none is today, so that an address that was kept goes on asking about today. */
export const dayOf = ({ tanggal }: Record<string, string>): string | undefined => (tanggal && isDay(tanggal) ? tanggal : undefined);

/** What stands in the address for a day and is none; today stands in for it. */
export const wrongDay = ({ tanggal }: Record<string, string>): string | undefined => (tanggal && !isDay(tanggal) ? tanggal : undefined);

/** The same day so many years earlier, for comparing with other days as text. */
export const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
