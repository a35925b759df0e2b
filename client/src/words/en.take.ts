import type { idTake } from './id.take';

export const enTake: Record<keyof typeof idTake, string> = {
  'partners.tableOf': 'Suggested partners for {name}', 'introductions.tableOf': 'Introductions from {one} to {other}', 'introductions.tableFrom': 'Introductions from {one}', 'coverage.tableOfGaps': 'Gaps',
  'region.tableOf': 'Organizations in {name}',
  'shape.label': 'Form', 'shape.list': 'List', 'shape.table': 'Table',
  'table.copy': 'Copy the table', 'table.copied': 'The table was copied. Paste it into any spreadsheet.', 'table.notCopied': 'This browser does not allow copying. Save it as CSV instead.', 'table.save': 'Save as CSV', 'table.saved': 'The file {name} was saved.',
  'table.rows': '{count} {count|row|rows}', 'table.rank': 'No.', 'table.name': 'Name', 'table.kind': 'Kind', 'table.region': 'Region', 'table.code': 'Region code', 'table.within': 'Part of', 'table.match': 'Match (%)', 'table.km': 'Distance (km)',
  'table.verified': 'Last verified', 'table.why': 'Reasons', 'table.path': 'Path', 'table.step': 'Step', 'table.from': 'From', 'table.to': 'To', 'table.tie': 'Tie', 'table.status': 'Status', 'table.strength': 'Strength (1–5)', 'table.trust': 'Trust (%)',
  'table.term': 'Field', 'table.state': 'State', 'table.services': 'Services', 'table.capacity': 'Capacity (people a year)', 'table.need': 'Need (people)', 'table.unmet': 'Not served (people)', 'table.when': 'Time', 'table.who': 'By', 'table.what': 'Change', 'table.reason': 'Reason for the change',
  'compare.choose': 'Compare', 'compare.title': 'Two suggestions side by side', 'compare.close': 'Close the comparison', 'compare.another': 'Choose one more to compare.', 'compare.aspect': 'What is compared', 'compare.both': 'with both', 'compare.match': 'Match', 'compare.where': 'Where', 'compare.away': 'about {km} from you', 'compare.verified': 'How it was verified', 'compare.nothing': 'Nothing on record', 'compare.filtered': 'Not among the suggestions with these filters',
  'take.title': 'Title', 'take.date': 'Date', 'take.source': 'Source', 'take.address': 'Address', 'take.sourcePublic': 'NetworkMap at {host}, what anyone can see', 'take.sourceSteward': 'NetworkMap at {host}, what stewards can see; do not pass it on without permission',
  'order.label': 'Order', 'order.code': 'By region code', 'order.name': 'By name', 'order.unmet': 'Most not served: {term}', 'order.group': 'Group by {level}', 'order.onMap': 'See on the map', 'order.onMapOf': 'See on the map: {region}, {term}', 'order.shownOnMap': '{region} is shown on the map.',
};
