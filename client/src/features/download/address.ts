/** The formats in which the network can be had, those that most ask for first. */
export const formats = ['xlsx', 'csv', 'geojson', 'graphml', 'gexf', 'hxl', 'jsonld', 'hsds', 'kumu'] as const;
export type Format = (typeof formats)[number];

/** What is asked for; what is absent is everything. */
export interface Part { region?: string | undefined; organization?: string | undefined; at?: string | undefined; language: string; preview?: string | undefined }

/** Where a file comes from. An organization comes with those who are tied to it: alone it would be no network. */
export function fileAddress(format: Format, { region, organization, at, language, preview }: Part): string {
  const asked = Object.entries({ region, organizations: organization, neighbours: organization && 'true', at, language, preview }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/api/exports/${format}?${new URLSearchParams(asked).toString()}`;
}

/** Where the log comes from: it knows regions, and has every day in it. */
export function logAddress({ region, language, preview }: Pick<Part, 'region' | 'language' | 'preview'>): string {
  const asked = Object.entries({ region, language, preview }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/api/changesets/log?${new URLSearchParams(asked).toString()}`;
}
