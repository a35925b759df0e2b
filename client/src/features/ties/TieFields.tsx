import { organizationPage, service } from '../../api/questions';
import type { Organization, OrganizationPage } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { rights, taxonomy } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { t } from '../../words';
import { text } from '../editing/draft';
import { errorOf } from '../editing/FormFrame';
import { Group } from '../editing/Group';
import { Choice, type Editing, Line, Validity } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { OrganizationPicker } from '../search/pick';
import { isOwn, statementsOf, swapped } from './sides';
import { AgreementFields, ConfirmationFields, ProposerField, SupplyFields } from './TieDetails';

const statuses = ['proposed', 'confirmed', 'disputed', 'ended'] as const;
const audiences = ['public', 'signed_in', 'parties'] as const;

/** What a source confirms is entered by stewards; an editor says what her own side says on the page of the tie. What is stored stays. Whoever suggests is offered only what whoever decides can take over as it is:
 *  where a side has spoken for itself, the status follows from that. */
function statusesFor(edit: Editing, ends: (Organization | undefined)[]) {
  const spoken = edit.suggests === true && statementsOf(edit.draft).some(isOwn);
  const maySource = !edit.suggests && rights.value.maySource(...ends.flatMap((end) => (end ? [{ id: end.id, region: end.region }] : [])));
  return statuses.filter((s) => edit.draft['status'] === s || (!spoken && (s !== 'confirmed' || maySource)));
}

const useEnd = (id: string) => useAnswer(id ? `organization/${id}` : undefined, (stop) => organizationPage(id, stop)).data;

/** Only the kinds of tie that may join these two kinds of organization; what is stored stays choosable. */
function typesOf(edit: Editing, from: Organization | undefined, end: Organization | undefined) {
  const joins = (kinds: string[] | undefined, kind: string | undefined) => !kinds?.length || kind === undefined || kinds.includes(kind);
  const terms = taxonomy('tie_type').filter((term) => term.code === edit.draft['type'] || (joins(term.fromKinds, from?.actorKind) && joins(term.toKinds, end?.actorKind)));
  const chosen = terms.find((term) => term.code === edit.draft['type']);
  const sentence = from && end && chosen ? `${from.name} ${chosen.label} ${end.name}` : undefined;
  return { options: terms.map((term) => ({ value: term.code, label: term.label })), sentence, directed: chosen?.symmetric !== true };
}

interface AboutService { edit: Editing; pages: (OrganizationPage | undefined)[] }

/** The service or programme that the tie is about: one of either side's, or whichever is stored. */
function ServiceField({ edit, pages }: AboutService) {
  const chosen = text(edit.draft['service']);
  const options = pages.flatMap((page) => (page?.services ?? []).map((s) => ({ value: s.id, label: t('tieForm.serviceOf', { service: s.name, name: page?.organization.name ?? '' }) })));
  const missing = chosen !== '' && !options.some((o) => o.value === chosen);
  const stored = useAnswer(missing ? `service/${chosen}` : undefined, (stop) => service(chosen, stop)).data;
  if (options.length === 0 && !missing) return null;
  return <Choice field="service" edit={edit} options={missing ? [{ value: chosen, label: stored?.name ?? t('value.hidden') }, ...options] : options} any={t('tieForm.noService')} help={t('help.tieService')} />;
}

/** Whoever proposes a tie sees what is asked of her; what may stay empty is out of the way until she opens it, or changes the tie. */
export function TieFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  const pages = [useEnd(text(edit.draft['from'])), useEnd(text(edit.draft['to']))];
  const [from, end] = pages.map((page) => page?.organization);
  const { options, sentence, directed } = typesOf(edit, from, end);
  const swap = () => { const { from: one, to: other } = edit.draft; for (const [field, value] of Object.entries({ from: other, to: one, statements: swapped(statementsOf(edit.draft)) })) edit.set(field, value); };
  const clear = (field: string) => (fixed ? {} : { onClear: () => edit.set(field, undefined) });
  const strength = <Line field="strength" edit={edit} type="number" help={t('help.strength')} />;
  const note = !edit.suggests && <Line field="note" edit={edit} long help={t('help.note')} />;
  return (
    <>
      <OrganizationPicker id="field-from" label={t('tieForm.from')} required chosen={text(edit.draft['from']) || undefined} error={errorOf(edit.fault, 'from')} onChoose={(id) => edit.set('from', id)} {...clear('from')} />
      <Choice field="type" edit={edit} options={options} required />
      <OrganizationPicker id="field-to" label={t('tieForm.to')} required chosen={text(edit.draft['to']) || undefined} error={errorOf(edit.fault, 'to')} onChoose={(id) => edit.set('to', id)} {...clear('to')} />
      {!fixed && directed && <p><button type="button" class="button" onClick={swap}><Icon name="swap" size={16} />{t('tieForm.swap')}</button></p>}
      {sentence && <p class="note">{t('tieForm.reads', { sentence })}</p>}
      {!fixed && !edit.suggests && <ProposerField edit={edit} from={from} end={end} />}
      <Choice field="status" edit={edit} options={statusesFor(edit, [from, end]).map((s) => ({ value: s, label: t(`tieStatus.${s}`) }))} required />
      {fixed && strength}
      <Choice field="audience" edit={edit} options={audiences.map((a) => ({ value: a, label: t(`audience.${a}`) }))} any={t('audience.default')} help={t('help.audience')} />
      {fixed && <><Validity edit={edit} /><ServiceField edit={edit} pages={pages} /></>}
      {!edit.suggests && <ConfirmationFields edit={edit} from={from} end={end} />}
      <AgreementFields edit={edit} />
      <SupplyFields edit={edit} />
      {!fixed && <Group title={t('tieForm.details')} fields={['strength', 'valid', 'service', 'note']} edit={edit}>{strength}<Validity edit={edit} /><ServiceField edit={edit} pages={pages} />{note}</Group>}
      {fixed && note}
      <ProvenanceFields edit={edit} />
    </>
  );
}
