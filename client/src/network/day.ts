const inJakarta = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The server counts its days in Jakarta, so "today" on the page is today there. */
export const today = (): string => inJakarta.format(new Date());

/** The day that the address asks about (tanggal); none is today, so that an address that was kept goes on asking about today. */
export const dayOf = (query: Record<string, string>): string | undefined => query['tanggal'] || undefined;

/** The same day so many years earlier, for comparing with other days as text. */
export const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
