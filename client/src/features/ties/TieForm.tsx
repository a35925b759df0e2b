import { t } from '../../words';

export function TieForm({ id }: { id?: string }) {
  return <h1>{t(id ? 'tieForm.change' : 'tieForm.new')}</h1>;
}
