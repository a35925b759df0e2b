import type { idForms } from './id.forms';

export const enForms: Record<keyof typeof idForms, string> = {
  'form.save': 'Save', 'form.saving': 'Saving …', 'form.cancel': 'Cancel', 'form.required': 'required', 'form.summary': '{count} {count|thing|things} to mend', 'form.reason': 'Reason for the change', 'form.reasonHelp': 'May stay empty. Shown in Activity.',
  'form.removed': 'Removed. Its history stays.', 'form.removeNow': 'Remove', 'form.removeReason': 'Why remove it?', 'form.removeHelp': 'For what was entered by mistake. Do not remove an organization that has ended: fill in the day it ended, so that its history stays.', 'organizationForm.remove': 'Remove this organization', 'form.saved': 'Saved.', 'form.none': '— not chosen —',
  'organizationForm.new': 'Add an organization', 'organizationForm.change': 'Change the organization', 'organizationForm.more': 'More details',
  'tieForm.new': 'Add a tie', 'tieForm.change': 'Change the tie', 'tieForm.from': 'From', 'tieForm.to': 'With', 'tieForm.swap': 'Swap direction', 'tieForm.reads': 'Reads: {sentence}',
  'help.precision': 'How precisely others see its location. Automatic: home-worker groups to the district, others exact.', 'help.audience': 'Automatic: its parties only when it touches home workers, otherwise anyone.', 'help.source': 'How do you know? For example “Visit on 3 May 2026”.', 'help.strength': '1 barely known, 5 very close.',
  'precision.exact': 'Exact', 'precision.village': 'Village', 'precision.district': 'District', 'precision.regency': 'Regency or city', 'precision.default': 'Automatic', 'precision.hidden': 'Not shown',
  'legalStatus.incorporated': 'Incorporated', 'legalStatus.not_incorporated': 'Not incorporated', 'legalStatus.unknown': 'Not known',
  'audience.public': 'Anyone', 'audience.signed_in': 'Who has signed in', 'audience.parties': 'Its parties only', 'audience.default': 'Automatic',
  'conflict.title': 'Someone else has just changed this', 'conflict.text': 'For each part that differs, choose what you entered or what is stored now. What you entered is not lost.', 'conflict.mine': 'What you entered', 'conflict.theirs': 'Stored now',
  'conflict.keepMine': 'Save what I entered', 'conflict.takeTheirs': 'Use what is stored',
};
