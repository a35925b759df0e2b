import { Several } from '../../ui/Fields';
import { languageName, t } from '../../words';
import { texts } from './draft';
import { errorOf } from './FormFrame';
import type { Editing } from './parts';

/** Indonesian and the languages of most home workers; what is stored beside them stays choosable. */
const common = ['id', 'jv', 'su', 'mad', 'ban', 'bbc', 'bug', 'mak', 'min', 'ms', 'sas', 'ace', 'bew', 'bjn', 'gor', 'nia', 'en'];

export function Languages({ edit }: { edit: Editing }) {
  const chosen = texts(edit.draft['languages']);
  const codes = [...new Set([...common, ...chosen])];
  return <Several id="field-languages" label={t('field.languages')} values={chosen} options={codes.map((code) => ({ value: code, label: languageName(code) }))} error={errorOf(edit.fault, 'languages')} onChange={(v) => edit.set('languages', v)} />;
}
