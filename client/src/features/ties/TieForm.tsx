import { type Route, route, to } from '../../network/route';
import { type Draft, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { TieFields } from './TieFields';

const freshOf = (from: string, end: string): Draft => ({ type: 'partners_with', status: 'proposed', provenance: {}, ...(from ? { from } : {}), ...(end ? { to: end } : {}) });
const home = (draft: Draft) => (text(draft['from']) ? to('organization', text(draft['from'])) : to('map'));
const form: FormOf = {
  kind: 'tie', title: { create: 'tieForm.new', change: 'tieForm.change' }, remove: 'tieForm.remove', removeHelp: 'tieForm.removeHelp', after: home, back: home,
  about: (draft) => [text(draft['from']), text(draft['to'])].filter(Boolean), fields: (edit, fixed) => <TieFields edit={edit} fixed={fixed} />,
};

/** A tie between two that are chosen, proposed where they were found: whether it is saved or left, it leads back there. */
export function ProposeTie({ from, to: other, back }: { from: string; to: string; back: Route }) {
  const here: FormOf = { ...form, within: true, title: { create: 'partners.propose', change: 'tieForm.change' }, after: () => back, back: () => back, saved: (draft) => (draft['status'] === 'proposed' ? 'tieForm.proposed' : 'form.saved') };
  return <ElementForm of={here} id={undefined} fresh={freshOf(from, other)} context={`${from}|${other}`} />;
}

/** Proposes a tie between two organizations, or changes one. */
export function TieForm({ id }: { id?: string }) {
  const { dari = '', ke = '' } = route.value.query;
  return <ElementForm of={form} id={id} fresh={freshOf(dari, ke)} context={`${dari}|${ke}`} />;
}
