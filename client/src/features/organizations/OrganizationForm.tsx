import { to } from '../../network/route';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { OrganizationFields } from './OrganizationFields';

const form: FormOf = {
  kind: 'organization', title: { create: 'organizationForm.new', change: 'organizationForm.change' }, remove: 'organizationForm.remove',
  after: (_, id) => to('organization', id), back: (draft) => (typeof draft['id'] === 'string' ? to('organization', draft['id']) : to('map')),
  about: (draft) => (typeof draft['id'] === 'string' ? [draft['id']] : []), gone: to('activity'), fields: (edit, fixed) => <OrganizationFields edit={edit} fixed={fixed} />,
};

/** Adds an organization, or changes one from the version that was read. */
export const OrganizationForm = ({ id }: { id?: string }) => <ElementForm of={form} id={id} fresh={{ provenance: {} }} />;
