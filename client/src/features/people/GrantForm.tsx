import { route } from '../../network/route';
import { useSeats } from '../../network/seats';
import { rights } from '../../network/state';
import { named, t } from '../../words';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { text } from '../editing/draft';
import { Choice, type Editing, Line, Validity } from '../editing/parts';
import { peopleOf, rolesFor, scopeOfDraft, scopeOfQuery, whoseScope } from './scope';
import { ScopeName } from './ScopeName';
import { holderName } from './who';

function GrantFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  const scope = scopeOfDraft(edit.draft);
  const seats = useSeats(scope.organization ? [scope.organization] : []);
  const given = rolesFor(scope).filter((role) => role === edit.draft['role'] || rights.value.mayGive(role, whoseScope(scope, seats)));
  const role = text(edit.draft['role']);
  return (
    <>
      <p><ScopeName scope={scope} /></p>
      {fixed ? <p><b>{holderName(text(edit.draft['account']))}</b></p> : <Line field="account" edit={edit} required help={t('help.account')} />}
      <Choice field="role" edit={edit} options={given.map((one) => ({ value: one, label: named('role', one) }))} required />
      {role && <p class="note small">{named('roleDoes', role)}</p>}
      <Validity edit={edit} />
    </>
  );
}

const form: FormOf = {
  kind: 'grant', title: { create: 'grantForm.new', change: 'grantForm.change' }, remove: 'grantForm.remove', removeHelp: 'grantForm.removeHelp',
  after: (draft) => peopleOf(scopeOfDraft(draft)), back: (draft) => peopleOf(scopeOfDraft(draft)), about: (draft) => [text(draft['organization'])].filter(Boolean),
  fields: (edit, fixed) => <GrantFields edit={edit} fixed={fixed} />,
};

/** Gives somebody a right for an organization (organisasi), a region (wilayah) or everything, or changes how long it holds. */
export function GrantForm({ id }: { id?: string }) {
  const scope = scopeOfQuery(route.value.query);
  const [only, ...others] = rolesFor(scope);
  const fresh = { provenance: { source: t('grantForm.source') }, ...scope, ...(others.length === 0 && only ? { role: only } : {}) };
  return <ElementForm of={form} id={id} fresh={fresh} context={scope.organization ?? scope.region ?? ''} />;
}
