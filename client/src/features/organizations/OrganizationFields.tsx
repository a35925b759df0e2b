import { Text } from '../../ui/Fields';
import { t } from '../../words';
import { texts } from '../editing/draft';
import { errorOf } from '../editing/FormFrame';
import { Group } from '../editing/Group';
import { Languages } from '../editing/Languages';
import { Members } from '../editing/Members';
import { Choice, Codes, type Editing, Line, RegionField, Tick } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { optionsOf } from '../search/pick';
import { Alike } from './Alike';
import { ContactFields } from './ContactFields';
import { precisions } from './seen';

const statuses = ['incorporated', 'not_incorporated', 'unknown'] as const;

/** One name a line: former ones, others by which people call it, those in other languages. */
function OtherNames({ edit }: { edit: Editing }) {
  return <Text id="field-otherNames" label={t('field.otherNames')} help={t('help.otherNames')} long value={texts(edit.draft['otherNames']).join('\n')} error={errorOf(edit.fault, 'otherNames')} onInput={(v) => edit.set('otherNames', v.split('\n'))} />;
}

const further = ['otherNames', 'sectors', 'legalForm', 'legalStatus', 'website', 'founded', 'retired', 'languages', 'members', 'note'];

function Further({ edit }: { edit: Editing }) {
  return (
    <Group title={t('organizationForm.more')} fields={further} edit={edit}>
      <OtherNames edit={edit} />
      <Codes field="sectors" taxonomy="sector" edit={edit} />
      <Choice field="legalForm" edit={edit} options={optionsOf('legal_form')} />
      <Choice field="legalStatus" edit={edit} options={statuses.map((s) => ({ value: s, label: t(`legalStatus.${s}`) }))} />
      <Line field="website" edit={edit} type="url" />
      <Line field="founded" edit={edit} type="number" />
      <Line field="retired" edit={edit} type="date" help={t('help.retired')} />
      <Languages edit={edit} />
      <Members edit={edit} />
      {!edit.suggests && <Line field="note" edit={edit} long help={t('help.note')} />}
    </Group>
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
      {!edit.suggests && <ContactFields edit={edit} />}
      <Further edit={edit} />
      <ProvenanceFields edit={edit} />
    </>
  );
}
