/** An address of this site as somebody else sees it; without whom, as oneself. What leads elsewhere leads to the start. */
export function seenAs(address: string, as?: string): string {
  const base = URL.parse(address, location.origin);
  const url = base?.origin === location.origin ? base : new URL(location.origin);
  if (as === undefined) url.searchParams.delete('preview');
  else url.searchParams.set('preview', as);
  return url.pathname + url.search + url.hash;
}
