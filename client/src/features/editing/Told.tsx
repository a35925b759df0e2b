import type { Mention } from '../../api/answers';
import { type Route, to } from '../../network/route';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { fieldName, refersTo, valueText } from './value';

interface Props { field: string; value: unknown; kind: string; mentions?: Mention[] | undefined; within?: string; plain?: boolean }

/** Where a named element has a page of its own. */
export function pageOf({ kind, id, gone }: Mention): Route | undefined {
  if (gone) return undefined;
  if (kind === 'organization' || kind === 'service') return to(kind, id);
  return kind === 'region' ? to('region', undefined, { kode: id }) : undefined;
}

/** An element by its name, as a link where it has a page. */
export function NameOf({ mention, plain }: { mention: Mention; plain?: boolean }) {
  const page = plain ? undefined : pageOf(mention);
  return page ? <Link to={page}>{mention.name}</Link> : <>{mention.name}</>;
}

function Meant({ of, id, mentions, plain }: { of: string; id: string; mentions: Mention[] | undefined; plain: boolean | undefined }) {
  const mention = mentions?.find((m) => m.kind === of && m.id === id);
  if (mention) return <NameOf mention={mention} {...(plain ? { plain } : {})} />;
  return <>{t(of === 'organization' ? 'value.hiddenOrganization' : 'value.hidden')}</>;
}

/** The value of a field as a person reads it: terms, names, dates and numbers in the language of the page, parts of parts line by line. */
export function Told({ field, value, kind, mentions, within, plain }: Props) {
  const rest = { kind, mentions, ...(plain ? { plain } : {}) };
  if (Array.isArray(value)) {
    return <ul class="told">{value.map((one, index) => <li key={index}><Told field={field} value={one} {...rest} {...(within ? { within } : {})} /></li>)}</ul>;
  }
  if (typeof value === 'object' && value !== null) {
    return <ul class="told">{Object.entries(value).map(([key, part]) => <li key={key}><span class="quiet">{fieldName(key, field)}:</span> <Told field={key} value={part} within={field} {...rest} /></li>)}</ul>;
  }
  const of = within === undefined || within === 'areas' ? refersTo(field, value, kind) : undefined;
  return of ? <Meant of={of} id={String(value)} mentions={mentions} plain={plain} /> : <>{valueText(field, value, kind)}</>;
}
