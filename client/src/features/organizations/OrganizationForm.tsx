import { t } from '../../words';

export function OrganizationForm({ id }: { id?: string }) {
  return <h1>{t(id ? 'organizationForm.change' : 'organizationForm.new')}</h1>;
}
