import { query } from '../../api/http';
import { grants } from '../../api/questions';
import type { GrantElement } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { authorOf, holderOf } from '../../network/author';
import { today } from '../../network/day';
import { gather, mostPages } from '../../network/paging';
import { route, to } from '../../network/route';
import { useSeats } from '../../network/seats';
import { me, rights } from '../../network/state';
import { useKept } from '../../network/visits';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Answered, Empty } from '../../ui/States';
import { date, locale, named, t } from '../../words';
import '../../words/manage';
import { History } from '../activity/History';
import { Denied } from '../editing/Denied';
import { type Scope, peopleOf, rolesFor, scopeOfQuery, whoseScope } from './scope';
import { ScopeName } from './ScopeName';

/** Whether a right holds today, in words when it does not. */
export function notNow({ valid }: Pick<GrantElement, 'valid'>, day: string): 'people.over' | 'people.later' | undefined {
  if (valid?.until && valid.until < day) return 'people.over';
  return valid?.from && valid.from > day ? 'people.later' : undefined;
}

/** Words at the beginning of a line. */
const begins = (words: string) => words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);

function Holder({ grant, scope, mayGive }: { grant: GrantElement; scope: Scope; mayGive: boolean }) {
  const { valid, provenance, account } = grant;
  const when = [valid?.from && t('tie.since', { date: date(valid.from) }), valid?.until && t('tie.until', { date: date(valid.until) })].filter(Boolean);
  const state = notNow(grant, today());
  const elsewhere = grant.organization !== scope.organization || grant.region !== scope.region;
  const name = holderOf(account);
  return (
    <li class="item stack tight">
      <div class="row apart">
        <p class="name">{account === me.value.account ? begins(name) : name} <span class="tag">{named('role', grant.role)}</span>{state && <span class="tag">{t(state)}</span>}</p>
        {mayGive && <Link class="plain" to={to('grantForm', grant.id)}>{t('people.change')}<span class="hidden"> {named('role', grant.role)} {name}</span></Link>}
      </div>
      {elsewhere && <p class="small"><ScopeName scope={grant.organization ? { organization: grant.organization } : grant.region ? { region: grant.region } : {}} /></p>}
      <p class="small quiet">{[...when, provenance.assertedBy && t('people.givenBy', { who: authorOf(provenance.assertedBy) })].filter(Boolean).join(' · ')}</p>
      <History kind="grant" id={grant.id} version={grant.version} mayRestore={mayGive} />
    </li>
  );
}

/** Who may do what, for an organization, a region or everything: since when, until when, given by whom; with the way to give and to take back, for who may. */
export function PeopleView() {
  const scope = scopeOfQuery(route.value.query);
  const [steps, setSteps] = useKept('steps', 1);
  const answer = useAnswer(`grants?${JSON.stringify(scope)}${steps}`, (stop) => gather((cursor, limit) => grants({ ...scope, limit, cursor }, stop), steps * 50, steps * mostPages));
  const seats = useSeats(scope.organization ? [scope.organization] : []);
  const whose = whoseScope(scope, seats);
  const mayGive = rolesFor(scope).some((role) => rights.value.mayGive(role, whose));
  if (!rights.value.writes) return <div class="stack"><h1>{t('people.title')}</h1><Denied back owner={scope.organization} /></div>;
  return (
    <div class="stack">
      <header class="stack tight"><h1>{t('people.title')}</h1><p><ScopeName scope={scope} /></p></header>
      <p class="quiet">{t('people.intro')}</p>
      {rights.value.mayGive('coordinator') && <p class="small"><Link to={to('care')}>{t('care.title')}</Link></p>}
      {mayGive && (
        <p class="actions">
          <a class="button" href={`/undangan${query({ organisasi: scope.organization, wilayah: scope.region })}`}><Icon name="account" size={16} />{t('people.invite')}</a>
          <Link class="button" to={to('grantForm', undefined, { organisasi: scope.organization, wilayah: scope.region })}><Icon name="plus" size={16} />{t('grantForm.new')}</Link>
        </p>
      )}
      <Answered answer={answer}>
        {({ items, next }) => items.length === 0 ? <Empty>{t('people.none')}</Empty> : (
          <>
            <ul class="list">{items.map((grant) => <Holder key={grant.id} grant={grant} scope={scope} mayGive={rights.value.mayGive(grant.role, grant.organization === scope.organization ? whose : { id: grant.organization, region: grant.region })} />)}</ul>
            {next && <button type="button" class="button" onClick={() => setSteps(steps + 1)}>{t('state.more')}</button>}
          </>
        )}
      </Answered>
      {(scope.organization ?? scope.region) && rights.value.mayGive('coordinator') && <p class="small"><Link to={peopleOf({})}>{t('people.all')}</Link></p>}
    </div>
  );
}
