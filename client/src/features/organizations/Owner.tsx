import { t } from '../../words';
import { text } from '../editing/draft';
import { errorOf } from '../editing/FormFrame';
import type { Editing } from '../editing/parts';
import { OrganizationPicker } from '../search/pick';

/** Whose unit, place or service it is; somebody who came from no organization chooses one. */
export function Owner({ edit }: { edit: Editing }) {
  return <OrganizationPicker id="field-organization" label={t('field.organization')} required chosen={text(edit.draft['organization']) || undefined} error={errorOf(edit.fault, 'organization')} onChoose={(id) => edit.set('organization', id)} />;
}
