import type { ComponentChildren } from 'preact';
import type { Fault } from '../api/http';
import type { Answer } from '../network/asking';
import { t } from '../words';
import { route, to, writeAddress } from '../network/route';
import { hasBefore } from '../network/visits';
import { Icon } from './Icon';
import { Link } from './Link';

export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} class="bone" />)}
    </div>
  );
}

/** What was refused is refused again, and what is damaged stays so; only what did not come through is worth asking once more. */
const mayPass = ({ status, code }: Fault) => code !== 'record_damaged' && (status === 0 || status === 429 || status >= 500);

/** Regions that a wrong code may have meant. */
function Meant({ regions }: { regions: { code: string; name?: string }[] }) {
  return <ul class="ways">{regions.map(({ code, name }) => <li key={code}><Link to={to('region', undefined, { kode: code })}>{name ?? code}</Link> <span class="small">{code}</span></li>)}</ul>;
}

/** What the server sets apart for programs is set apart for people by the quotation marks of both languages. */
const quoted = (words: string) => words.replaceAll(/([`"])([^`"]*)\1/g, '“$2”');

/** `stale` is what is shown and may be old; `missing` what is not there at all. */
export function FaultNote({ answer, stale, missing }: { answer: Pick<Answer<unknown>, 'fault' | 'again'>; stale?: boolean; missing?: boolean }) {
  const { fault, again } = answer;
  if (!fault) return null;
  const { mend, arguments: { meant = [] } = {} } = fault.problem.errors?.[0] ?? {};
  const words = fault.status === 0 ? t(missing ? 'state.notKept' : 'state.unreachable') : fault.message || t('state.error');
  return (
    <div class="note bad" role="alert">
      <Icon name="warning" />
      <div class="stack tight grow">
        <p>{quoted(words)}</p>
        {mend && <p class="quiet">{quoted(mend)}</p>}
        {meant.length > 0 && <Meant regions={meant} />}
        {stale && <p class="quiet">{t('state.stale')}</p>}
        {fault.status === 404 && <p><Link to={to('map')}>{t('state.home')}</Link></p>}
        {mayPass(fault) && <p><button type="button" class="button" onClick={again}>{t('state.again')}</button></p>}
      </div>
    </div>
  );
}

/** What an answer that is all of a page is called while it could not be had. */
const Headed = ({ heading, fault }: { heading: string | undefined; fault: Fault }) => (heading === undefined ? null : <h1>{fault.status === 404 ? t('state.missing') : heading}</h1>);

/** Loading, failed, stale or there: every answer on the screen passes through here. `heading` is given where the answer brings the heading of its page. */
export function Answered<T>({ answer, lines, heading, children }: { answer: Answer<T>; lines?: number; heading?: string; children: (data: T) => ComponentChildren }) {
  const { data, fault, slow } = answer;
  if (data === undefined) {
    if (fault) return <div class="stack"><Headed heading={heading} fault={fault} /><FaultNote answer={answer} missing /></div>;
    return slow ? <Skeleton {...(lines === undefined ? {} : { lines })} /> : null;
  }
  return <>{fault && <FaultNote answer={answer} stale />}{children(data)}</>;
}

/** What a list says of what it leaves out, in the words of the server. */
export function Incomplete({ children }: { children: string | undefined }) {
  return children === undefined ? null : <div class="note bad" role="note"><Icon name="warning" /><p class="grow">{children}</p></div>;
}

/** Something in the address that is not known, and what stands in for it. */
export function Unknown({ children }: { children: ComponentChildren }) {
  return <p class="note" role="status"><Icon name="warning" /><span>{children}</span></p>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** Back to where she came from on this page; to the map for who came by the address. */
function WayBack() {
  return <p>{hasBefore() ? <button type="button" class="button" onClick={() => history.back()}>{t('state.back')}</button> : <Link class="button" to={to('map')}>{t('state.home')}</Link>}</p>;
}

/** The way in; what is looked at is come back to. */
export const signInAddress = () => `/masuk?ke=${encodeURIComponent(writeAddress(route.value))}`;

/** What was refused, who can do it, and how. A page that is nothing but this leads back. */
export function NotAllowed({ what, how, signIn = false, back = false }: { what: string; how: string; signIn?: boolean; back?: boolean }) {
  return (
    <div class="note">
      <Icon name="person" />
      <div class="stack tight grow"><p>{what}</p><p class="quiet">{how}</p>{signIn && <p><a href={signInAddress()}>{t('signIn.title')}</a></p>}{back && <WayBack />}</div>
    </div>
  );
}
