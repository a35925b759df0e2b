import type { Fault } from '../../api/http';
import { preview } from '../../api/preview';
import { type Writable, decide, save, suggest } from '../../api/questions';
import type { Suggestion } from '../../api/shapes';
import { holderOf } from '../../network/author';
import { to } from '../../network/route';
import { isSignedIn, notice } from '../../network/state';
import { Check } from '../../ui/Fields';
import { t } from '../../words';
import { Differences } from '../activity/Differences';
import { Denied } from './Denied';
import { type Draft } from './draft';
import { ownersOf } from './may';
import '../../words/suggest';

/** Whoever is signed in may suggest what she may not store; rights are given, not suggested. */
export const maySuggest = (kind: Writable) => isSignedIn.value && preview === undefined && kind !== 'grant';

/** Stores what is entered as what becomes of a suggestion; the reason is the answer to whoever sent it. */
const accepting = ({ id }: Suggestion, confirmWidening: boolean): typeof save => (_kind, _id, body, version, key) => {
  const { reason, ...element } = body as { reason?: string };
  return decide(id, { decision: 'accepted', version, element, ...(reason ? { answer: reason } : {}), ...(confirmWidening ? { confirmWidening } : {}) }, key);
};

/** Stores it although others see more then, which was agreed to. */
const agreed: typeof save = (kind, id, body, version, key) => save(kind, id, { ...body, confirmWidening: true }, version, key);

/** How a form is sent: stored, sent to whoever may store it, or stored as what becomes of a suggestion. */
export const sendingOf = (suggests: boolean, reviewed: Suggestion | undefined, widens: boolean): typeof save => (reviewed ? accepting(reviewed, widens) : suggests ? suggest : widens ? agreed : save);

/** True when it was refused until somebody agrees that others may see more. */
export const asksToWiden = (fault: Fault | undefined) => fault?.code === 'suggestion_widens' || fault?.code === 'change_widens';

/** Says that it was sent, and where to see what becomes of it. */
export function tellSent() {
  notice.value = { what: 'kept', words: () => t('suggest.sent'), ways: [{ words: () => t('suggest.follow'), to: to('suggestions') }] };
}

/** Who can change it, and that the form goes to them. */
export function Suggesting({ kind, start }: { kind: Writable; start: Draft }) {
  return (
    <div class="stack tight">
      <Denied owner={ownersOf(kind, start)[0]} />
      <p>{t('suggest.byForm')}</p>
      {(kind === 'organization' || kind === 'tie') && <p class="small quiet">{t('suggest.noPersons')}</p>}
    </div>
  );
}

/** How the sender of a suggestion is called. */
export const senderOf = ({ by }: Suggestion) => (by === 'account' ? t('suggest.account') : by === 'public' ? t('author.public') : holderOf(by));

interface Agreement { widens: boolean; onWiden: (agreed: boolean) => void }

/** The question that is asked separately where others could see more. */
export const Agreeing = ({ widens, onWiden }: Agreement) => <Check id="field-confirmWidening" label={t('suggest.widens')} checked={widens} onChange={onWiden} />;

/** Whose suggestion fills the form, and that question. */
export function Reviewing({ of, asked, widens, onWiden }: Agreement & { of: Suggestion; asked: boolean }) {
  return (
    <div class="note"><div class="stack tight grow">
      <p>{t('suggest.reviewing', { who: senderOf(of) })}</p>
      {of.words && <p>“{of.words}”</p>}
      <Differences element={{ kind: of.about.kind, id: of.about.id, name: of.about.name, action: of.adds ? 'created' : 'changed', changes: of.changes, ...(of.mentions ? { mentions: of.mentions } : {}) }} />
      {(asked || widens) && <Agreeing widens={widens} onWiden={onWiden} />}
    </div></div>
  );
}
