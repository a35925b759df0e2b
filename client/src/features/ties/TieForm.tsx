import { route, to } from '../../network/route';
import { type Draft, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { TieFields } from './TieFields';

const home = (draft: Draft) => (text(draft['from']) ? to('organization', text(draft['from'])) : to('map'));
const form: FormOf = {
  kind: 'tie', title: { create: 'tieForm.new', change: 'tieForm.change' }, remove: 'tieForm.remove', removeHelp: 'tieForm.removeHelp', after: home, back: home,
  about: (draft) => [text(draft['from']), text(draft['to'])].filter(Boolean), fields: (edit, fixed) => <TieFields edit={edit} fixed={fixed} />,
};

/** Proposes a tie between two organizations, or changes one. */
export function TieForm({ id }: { id?: string }) {
  const { dari = '', ke = '' } = route.value.query;
  const fresh = { type: 'partners_with', status: 'proposed', provenance: {}, ...(dari ? { from: dari } : {}), ...(ke ? { to: ke } : {}) };
  return <ElementForm of={form} id={id} fresh={fresh} context={`${dari}|${ke}`} />;
}
