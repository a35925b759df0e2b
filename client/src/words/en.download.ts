import type { idDownload } from './id.download';

/** The same in English. */
export const enDownload: Record<keyof typeof idDownload, string> = {
  'download.intro': 'The file holds what anybody may see: organizations, services, ties and needs, with their sources. Contacts of people are left out.', 'download.introYours': 'The file holds what you may see, and that you took it is written down. Contacts of people are in it only for organizations that you keep: take good care of the file.',
  'download.of': 'This organization and those tied to it', 'download.region': 'Region', 'download.regionHelp': 'Empty means all of Indonesia.', 'download.onDay': 'Only what holds on one day', 'download.onDayHelp': 'Without this, what has ended and organizations that are gone are in it as well.',
  'download.formats': 'Choose the kind of file', 'download.formatsOn': 'As of {date}: choose the kind of file',
  'download.xlsx': 'Workbook (XLSX)', 'download.xlsxFor': 'For Excel, LibreOffice or Google Sheets: a sheet for each list.', 'download.csv': 'All lists (CSV in a ZIP)', 'download.csvFor': 'For statistics programs and databases.',
  'download.geojson': 'Points on a map (GeoJSON)', 'download.geojsonFor': 'For QGIS and web maps. A blurred location says how exact it is.', 'download.graphml': 'Network (GraphML)', 'download.graphmlFor': 'For Gephi, Cytoscape, yEd, R or Python.', 'download.gexf': 'Network (GEXF)', 'download.gexfFor': 'For Gephi, with the colours of this map and the days on which ties hold.',
  'download.hxl': 'Who does what where (HXL)', 'download.hxlFor': 'Services by region, to exchange data with humanitarian organizations.', 'download.jsonld': 'Linked data (JSON-LD)', 'download.jsonldFor': 'With the terms of schema.org, for search engines and developers.', 'download.hsds': 'Directory of services (HSDS)', 'download.hsdsFor': 'The Open Referral standard 3.0: organizations, services, their areas and places, for other directories of services. Contacts, ties and needs are not in it.', 'download.kumu': 'Kumu (JSON)', 'download.kumuFor': 'To import into Kumu.',
  'download.history': 'History of changes', 'download.log': 'All changes (NDJSON)', 'download.logFor': 'A line for each change, oldest first: who, when, what and why, as far as you may see it now.',
  'download.api': 'For programs: documentation of the API',
};
