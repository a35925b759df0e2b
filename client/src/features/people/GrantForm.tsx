import { query } from '../../api/http';
import { holderOf } from '../../network/author';
import { peopleTold } from '../../network/people';
import { route } from '../../network/route';
import { useSeats } from '../../network/seats';
import { me, rights } from '../../network/state';
import { named, t } from '../../words';
import '../../words/manage';
import { Text } from '../../ui/Fields';
import { Opening } from '../../ui/Opening';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { text } from '../editing/draft';
import { errorOf, fieldId } from '../editing/FormFrame';
import { Choice, type Editing, Validity } from '../editing/parts';
import { type Scope, peopleOf, rolesFor, scopeOfDraft, scopeOfQuery, whoseScope } from './scope';
import { ScopeName } from './ScopeName';

/** Whose right it is to be: one of the people that she knows, by name; somebody else by the id that her own page tells. Who has no account yet is invited. */
function Holder({ edit, scope }: { edit: Editing; scope: Scope }) {
  const told = peopleTold();
  const known = (told ?? []).filter((person) => person.account !== me.value.account);
  const chosen = text(edit.draft['account']);
  const options = known.map(({ account, name }) => ({ value: account, label: name ?? t('grantForm.nameless', { id: account.slice(-4) }) }));
  const byId = chosen !== '' && !known.some((person) => person.account === chosen);
  const lists = known.length > 0 && !byId;
  const error = errorOf(edit.fault, 'account');
  return (
    <>
      {lists && <Choice field="account" label={t('grantForm.whom')} edit={edit} options={options} required />}
      {(!lists || chosen === '') && (
        <Opening when={byId || (told !== undefined && !lists)} {...(lists ? {} : { id: fieldId('account') })} summary={t(lists ? 'grantForm.other' : 'grantForm.byId')}>
          <Text id="field-account-id" label={t('grantForm.id')} help={t('help.account')} required value={byId ? chosen : ''} error={lists ? undefined : error} onInput={(v) => edit.set('account', v)} />
        </Opening>
      )}
      <p class="small">{t('grantForm.invite')} <a href={`/undangan${query({ organisasi: scope.organization, wilayah: scope.region })}`}>{t('people.invite')}</a></p>
    </>
  );
}

function GrantFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  const scope = scopeOfDraft(edit.draft);
  const seats = useSeats(scope.organization ? [scope.organization] : []);
  const given = rolesFor(scope).filter((role) => role === edit.draft['role'] || rights.value.mayGive(role, whoseScope(scope, seats)));
  const role = text(edit.draft['role']);
  return (
    <>
      <p><ScopeName scope={scope} /></p>
      {fixed ? <p><b>{holderOf(text(edit.draft['account']))}</b></p> : <Holder edit={edit} scope={scope} />}
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
