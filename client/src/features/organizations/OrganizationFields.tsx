import { Check, Text } from '../../ui/Fields';
import { t } from '../../words';
import { part, text } from '../editing/draft';
import { errorOf } from '../editing/FormFrame';
import { Choice, Codes, Counted, type Editing, Line, ProvenanceFields, RegionField, Tick } from '../editing/parts';
import { Languages } from '../editing/Languages';
import { optionsOf } from '../search/pick';
import { Alike } from './Alike';

const precisions = ['exact', 'village', 'district', 'regency', 'hidden'] as const;
const statuses = ['incorporated', 'not_incorporated', 'unknown'] as const;

/** How many belong to it, as counts with their day and source; small ones are held back unless it published them itself. */
function Members({ edit }: { edit: Editing }) {
  const members = part(edit.draft['members']);
  const set = (name: string, value: unknown) => edit.set('members', { ...members, [name]: value }, `members.${name}`);
  return (
    <fieldset class="stack" id="field-members">
      <legend class="label">{t('field.members')}</legend>
      <p class="small quiet">{t('help.members')}</p>
      <Counted field="members" names={['women', 'men', 'other', 'unknown']} edit={edit} within={members} />
      <Text id="field-members-date" label={t('field.countedOn')} type="date" value={text(members['date'])} error={errorOf(edit.fault, 'members.date')} onInput={(v) => set('date', v)} />
      <Text id="field-members-source" label={t('field.countedBy')} value={text(members['source'])} error={errorOf(edit.fault, 'members.source')} onInput={(v) => set('source', v)} />
      <Check label={t('field.published')} help={t('help.published')} checked={members['published'] === true} onChange={(on) => set('published', on)} />
    </fieldset>
  );
}

export function OrganizationFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  return (
    <>
      <Line field="name" edit={edit} required />
      {!fixed && <Alike draft={edit.draft} />}
      <Line field="acronym" edit={edit} />
      <Choice field="actorKind" edit={edit} options={optionsOf('actor_kind')} required />
      <RegionField field="region" edit={edit} required />
      <Choice field="precision" edit={edit} options={precisions.map((p) => ({ value: p, label: t(`precision.${p}`) }))} any={t('precision.default')} help={t('help.precision')} />
      <Line field="purpose" edit={edit} long />
      <Tick field="mediates" edit={edit} help={t('help.mediates')} />
      <Codes field="issues" taxonomy="issue" edit={edit} />
      <Codes field="offers" taxonomy="skill" edit={edit} />
      <Codes field="needs" taxonomy="skill" edit={edit} />
      <details class="several">
        <summary>{t('organizationForm.more')}</summary>
        <div class="stack">
          <Codes field="sectors" taxonomy="sector" edit={edit} />
          <Choice field="legalForm" edit={edit} options={optionsOf('legal_form')} />
          <Choice field="legalStatus" edit={edit} options={statuses.map((s) => ({ value: s, label: t(`legalStatus.${s}`) }))} />
          <Line field="website" edit={edit} type="url" />
          <Line field="founded" edit={edit} type="number" />
          <Line field="retired" edit={edit} type="date" help={t('help.retired')} />
          <Languages edit={edit} />
          <Members edit={edit} />
          <Line field="note" edit={edit} long help={t('help.note')} />
        </div>
      </details>
      <ProvenanceFields edit={edit} />
    </>
  );
}
