import { organizationPage } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { taxonomy } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { t } from '../../words';
import { text } from '../editing/draft';
import { errorOf } from '../editing/FormFrame';
import { Choice, type Editing, Line, ProvenanceFields, Validity } from '../editing/parts';
import { OrganizationPicker } from '../search/pick';

const statuses = ['proposed', 'confirmed', 'disputed', 'ended'] as const;
const audiences = ['public', 'signed_in', 'parties'] as const;

function useEnd(id: string) {
  const answer = useAnswer(id ? `organization/${id}` : undefined, (stop) => organizationPage(id, stop));
  return answer.data?.organization;
}

/** Only the kinds of tie that may join these two kinds of organization; what is stored stays choosable. */
function useTypes(edit: Editing) {
  const from = useEnd(text(edit.draft['from']));
  const end = useEnd(text(edit.draft['to']));
  const joins = (kinds: string[] | undefined, kind: string | undefined) => !kinds?.length || kind === undefined || kinds.includes(kind);
  const terms = taxonomy('tie_type').filter((term) => term.code === edit.draft['type'] || (joins(term.fromKinds, from?.actorKind) && joins(term.toKinds, end?.actorKind)));
  const chosen = terms.find((term) => term.code === edit.draft['type']);
  const sentence = from && end && chosen ? `${from.name} ${chosen.label} ${end.name}` : undefined;
  return { options: terms.map((term) => ({ value: term.code, label: term.label })), sentence, directed: chosen?.symmetric !== true };
}

export function TieFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  const { options, sentence, directed } = useTypes(edit);
  const swap = () => { const { from, to } = edit.draft; edit.set('from', to); edit.set('to', from); };
  const clear = (field: string) => (fixed ? {} : { onClear: () => edit.set(field, undefined) });
  return (
    <>
      <OrganizationPicker id="field-from" label={t('tieForm.from')} required chosen={text(edit.draft['from']) || undefined} error={errorOf(edit.fault, 'from')} onChoose={(id) => edit.set('from', id)} {...clear('from')} />
      <Choice field="type" edit={edit} options={options} required />
      <OrganizationPicker id="field-to" label={t('tieForm.to')} required chosen={text(edit.draft['to']) || undefined} error={errorOf(edit.fault, 'to')} onChoose={(id) => edit.set('to', id)} {...clear('to')} />
      {!fixed && directed && <p><button type="button" class="button" onClick={swap}><Icon name="swap" size={16} />{t('tieForm.swap')}</button></p>}
      {sentence && <p class="note">{t('tieForm.reads', { sentence })}</p>}
      <Choice field="status" edit={edit} options={statuses.map((s) => ({ value: s, label: t(`tieStatus.${s}`) }))} required />
      <Line field="strength" edit={edit} type="number" help={t('help.strength')} />
      <Choice field="audience" edit={edit} options={audiences.map((a) => ({ value: a, label: t(`audience.${a}`) }))} any={t('audience.default')} help={t('help.audience')} />
      <Validity edit={edit} />
      <Line field="note" edit={edit} long help={t('help.note')} />
      <ProvenanceFields edit={edit} />
    </>
  );
}
