import type { Mention } from '../../api/answers';
import type { Fault } from '../../api/http';
import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { named, t } from '../../words';
import { pageOf } from './Told';

/** A tie has no page but the form that changes it. */
const placeOf = (mention: Mention) => pageOf(mention) ?? (mention.kind === 'tie' && !mention.gone ? to('tieForm', mention.id) : undefined);

/** Who stands in the way, each a link to where it can be moved. */
export function InTheWay({ elements, more }: { elements: Mention[]; more: number }) {
  const found = elements.flatMap((mention) => { const page = placeOf(mention); return page ? [{ mention, page }] : []; });
  if (found.length === 0) return null;
  return (
    <>
      <p>{t('activity.inTheWay')}</p>
      <ul>{found.map(({ mention, page }) => <li key={mention.kind + mention.id}><Link to={page}>{mention.name}</Link> <span class="small">{named('kind', mention.kind)}</span></li>)}</ul>
      {more > 0 && <p class="small">{t('activity.more', { count: more })}</p>}
    </>
  );
}

const once = (texts: (string | undefined)[]) => [...new Set(texts.filter((text): text is string => !!text))];

/** The later changes of which the errors speak, each a link to where it can be looked at and reverted. */
function Later({ changes }: { changes: string[] }) {
  return <>{changes.map((id) => <p key={id}><Link to={to('changeset', id)}>{t('activity.later')}</Link></p>)}</>;
}

/** Why something cannot be reverted or removed: all that stands on it. */
export function Blocked({ fault }: { fault: Fault }) {
  const { errors = [], elements = [], more = 0 } = fault.problem;
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        {errors.length === 0 && <p>{fault.message || t('state.unreachable')}</p>}
        <ul class="stack tight">{once(errors.map((e) => e.message)).map((message) => <li key={message}>{message}</li>)}</ul>
        {once(errors.map((e) => e.mend)).map((mend) => <p key={mend}>{mend}</p>)}
        <Later changes={once(errors.map((e) => e.arguments?.later))} />
        <InTheWay elements={elements} more={more} />
      </div>
    </div>
  );
}
