import type { idForms } from './id.forms';

export const enForms: Record<keyof typeof idForms, string> = {
  'form.save': 'Save', 'form.saving': 'Saving …', 'form.cancel': 'Cancel', 'form.required': 'required', 'form.summary': '{count} {count|thing|things} to mend', 'form.reason': 'Reason for the change', 'form.reasonHelp': 'May stay empty. Shown in Activity.',
  'form.saved': 'Saved.', 'form.none': '— not chosen —',
  'organizationForm.new': 'Add an organization', 'organizationForm.change': 'Change the organization', 'organizationForm.more': 'More details',
  'tieForm.new': 'Propose a tie', 'tieForm.change': 'Change the tie', 'tieForm.from': 'From', 'tieForm.to': 'With', 'tieForm.swap': 'Swap direction', 'tieForm.reads': 'Reads: {sentence}',
  'field.name': 'Name', 'field.acronym': 'Acronym', 'field.actorKind': 'Kind of organization', 'field.legalForm': 'Legal form', 'field.legalStatus': 'Legal status', 'field.mediates': 'Mediates between others', 'field.purpose': 'Purpose',
  'field.region': 'Region', 'field.precision': 'Precision of location', 'field.issues': 'Issues', 'field.sectors': 'Sectors', 'field.offers': 'Can help with', 'field.needs': 'Needs', 'field.languages': 'Languages',
  'field.website': 'Website', 'field.founded': 'Year founded', 'field.retired': 'Ended on', 'field.note': 'Steward’s note', 'field.source': 'Source', 'field.sourceUrl': 'Address of the source', 'field.lastVerified': 'Last verified',
  'field.assertedBy': 'Asserted by', 'field.otherNames': 'Other names', 'field.members': 'Members', 'field.contacts': 'Contacts', 'field.provenance': 'Source', 'field.type': 'Kind of tie', 'field.from': 'From', 'field.to': 'With', 'field.status': 'Status',
  'field.strength': 'Strength', 'field.audience': 'Who sees it', 'field.validFrom': 'Valid from', 'field.validUntil': 'Valid until', 'field.valid': 'Validity', 'field.organization': 'Organization', 'field.areas': 'Service areas',
  'field.capacity': 'Capacity', 'field.functions': 'Functions', 'field.pillars': 'Pillars', 'field.terms': 'Kinds of service', 'field.description': 'Description', 'field.women': 'Women', 'field.men': 'Men', 'field.unknown': 'Not broken down',
  'field.year': 'Year', 'field.sector': 'Sector', 'field.level': 'Level', 'field.point': 'Point', 'field.service': 'Service', 'field.used': 'Used', 'field.id': 'Number', 'field.unitKind': 'Kind of unit', 'field.parent': 'Parent',
  'help.precision': 'How precisely others see its location.', 'help.source': 'How do you know? For example “Visit on 3 May 2026”.', 'help.strength': '1 barely known, 5 very close.',
  'precision.exact': 'Exact', 'precision.village': 'Village', 'precision.district': 'District', 'precision.regency': 'Regency or city', 'precision.hidden': 'Not shown',
  'legalStatus.incorporated': 'Incorporated', 'legalStatus.not_incorporated': 'Not incorporated', 'legalStatus.unknown': 'Not known',
  'audience.public': 'Anyone', 'audience.signed_in': 'Who has signed in', 'audience.parties': 'Its parties only', 'audience.default': 'By the general rule',
  'conflict.title': 'Someone else has just changed this', 'conflict.text': 'For each part that differs, choose what you entered or what is stored now. What you entered is not lost.', 'conflict.mine': 'What you entered', 'conflict.theirs': 'Stored now',
  'conflict.keepMine': 'Save what I entered', 'conflict.takeTheirs': 'Use what is stored',
};
