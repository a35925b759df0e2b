import { route, to } from '../../network/route';
import { t } from '../../words';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { Group } from '../editing/Group';
import { Languages } from '../editing/Languages';
import { Choice, Codes, type Editing, Line, Validity } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { AreaFields } from './AreaFields';
import { Owner } from './Owner';
import { homeOf, ownerOf } from './UnitForm';

/** A service that says nothing else is running. */
const statuses = ['planned', 'ended'] as const;

export const ServiceStatus = ({ edit }: { edit: Editing }) => <Choice field="status" edit={edit} options={statuses.map((s) => ({ value: s, label: t(`serviceStatus.${s}`) }))} any={t('serviceStatus.active')} absent="active" />;

function ServiceFields({ edit }: { edit: Editing }) {
  return (
    <>
      <Owner edit={edit} />
      <Line field="name" edit={edit} required />
      <Line field="description" edit={edit} long />
      <ServiceStatus edit={edit} />
      <Codes field="terms" taxonomy="service_term" edit={edit} help={t('help.coverageCounts')} />
      <Codes field="functions" taxonomy="hso_function" edit={edit} help={t('help.functions')} />
      <Codes field="pillars" taxonomy="pillar" edit={edit} help={t('help.pillars')} />
      <Codes field="issues" taxonomy="issue" edit={edit} />
      <AreaFields edit={edit} />
      <Line field="capacity" edit={edit} type="number" help={t('help.capacity')} />
      <Line field="used" edit={edit} type="number" help={t('help.used')} />
      <Group title={t('organizationForm.more')} fields={['eligibility', 'cost', 'schedule', 'accessibility', 'languages', 'valid']} edit={edit}>
        <Line field="eligibility" edit={edit} help={t('help.eligibility')} />
        <Line field="cost" edit={edit} help={t('help.cost')} />
        <Line field="schedule" edit={edit} />
        <Line field="accessibility" edit={edit} help={t('help.accessibility')} />
        <Languages edit={edit} />
        <Validity edit={edit} />
      </Group>
      <ProvenanceFields edit={edit} />
    </>
  );
}

const form: FormOf = {
  kind: 'service', title: { create: 'serviceForm.new', change: 'serviceForm.change' }, remove: 'serviceForm.remove', removeHelp: 'serviceForm.removeHelp',
  about: ownerOf, after: (_, id) => to('service', id), back: homeOf, fields: (edit) => <ServiceFields edit={edit} />,
};

/** Adds a service of an organization with the areas that it reaches, or changes one. */
export function ServiceForm({ id }: { id?: string }) {
  const { organisasi = '' } = route.value.query;
  return <ElementForm of={form} id={id} fresh={{ provenance: {}, ...(organisasi ? { organization: organisasi, areas: [{}] } : { areas: [{}] }) }} context={organisasi} />;
}
