import { organizationPage } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { route, to } from '../../network/route';
import { t } from '../../words';
import { type Draft, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { Members } from '../editing/Members';
import { Choice, type Editing, Line, RegionField } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { optionsOf } from '../search/pick';
import { Owner } from './Owner';

/** The organization's other units: one may stand above this one. */
function useOthers(draft: Draft) {
  const owner = text(draft['organization']);
  const answer = useAnswer(owner ? `organization/${owner}` : undefined, (stop) => organizationPage(owner, stop));
  return (answer.data?.units ?? []).filter((u) => u.id !== draft['id']).map((u) => ({ value: u.id, label: u.name }));
}

function UnitFields({ edit }: { edit: Editing }) {
  const others = useOthers(edit.draft);
  return (
    <>
      <Owner edit={edit} />
      <Line field="name" edit={edit} required help={t('help.unitName')} />
      <Choice field="unitKind" edit={edit} options={optionsOf('unit_kind')} required />
      <RegionField field="region" edit={edit} help={t('help.unitRegion')} />
      {others.length > 0 && <Choice field="parent" edit={edit} options={others} label={t('unitForm.parent')} any={t('unitForm.noParent')} />}
      <Members edit={edit} />
      <ProvenanceFields edit={edit} />
    </>
  );
}

/** Whose it is. */
export const ownerOf = (draft: Draft) => [text(draft['organization'])].filter(Boolean);
export const homeOf = (draft: Draft) => (text(draft['organization']) ? to('organization', text(draft['organization'])) : to('map'));
const form: FormOf = {
  kind: 'unit', title: { create: 'unitForm.new', change: 'unitForm.change' }, remove: 'unitForm.remove', removeHelp: 'form.removeHelpOther', after: homeOf, back: homeOf,
  about: ownerOf, fields: (edit) => <UnitFields edit={edit} />,
};

/** Adds a unit to an organization, or changes one. */
export function UnitForm({ id }: { id?: string }) {
  const { organisasi = '' } = route.value.query;
  return <ElementForm of={form} id={id} fresh={{ provenance: {}, ...(organisasi ? { organization: organisasi } : {}) }} context={organisasi} />;
}
