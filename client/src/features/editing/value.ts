import { authorOf, holderOf } from '../../network/author';
import { labelOf } from '../../network/state';
import { type Key, date, languageName, named, number, t } from '../../words';

/** Fields whose value is a term, by the list that it is in. */
export const taxonomies: Record<string, string> = {
  actorKind: 'actor_kind', legalForm: 'legal_form', issues: 'issue', sectors: 'sector', sector: 'sector', offers: 'skill', needs: 'skill', type: 'tie_type', unitKind: 'unit_kind',
  functions: 'hso_function', pillars: 'pillar', terms: 'service_term', fromKinds: 'actor_kind', toKinds: 'actor_kind',
};
/** Fields whose value is one of a few names, by the words for them. */
const enumerations: Record<string, (name: string) => string> = {
  legalStatus: (name) => named('legalStatus', name), precision: (name) => named('precision', name), audience: (name) => named('audience', name), role: (name) => named('role', name), regionKind: (name) => named('regionKind', name),
  channel: (name) => named('channel', name), purposes: (name) => named('contactPurpose', name), how: (name) => named('consentMeans', name), paymentBasis: (name) => named('paymentBasis', name), family: (name) => named('family', name), taxonomy: (name) => named('taxonomy', name), level: (name) => named('region', name),
  state: (name) => named('suggestionState', name), side: (name) => named('side', name), says: (name) => named('says', name), way: (name) => named('way', name), onSource: (name) => named('tieStatus', name),
};
/** Fields whose value is the id of another element, by its kind. */
const references: Record<string, string> = { organization: 'organization', from: 'organization', to: 'organization', service: 'service', unit: 'unit', region: 'region', successors: 'region', mergedInto: 'organization', distinctFrom: 'organization' };
const years = new Set(['year', 'founded']);
const day = /^\d{4}-\d\d-\d\d$/;

/** The kind of element that the value of a field names by its id; an organization's parent does not exist, a unit's is a unit, a term's a code. */
export function refersTo(field: string, value: unknown, kind: string): string | undefined {
  if (typeof value !== 'string' || day.test(value)) return undefined;
  return field === 'parent' && kind === 'unit' ? 'unit' : references[field];
}

/** What a part of a part is called by, where it is not by its own name. */
const inner: Record<string, Record<string, Key>> = {
  valid: { from: 'field.validFrom', until: 'field.validUntil' },
  members: { date: 'field.countedOn', source: 'field.countedBy' },
  contacts: { value: 'contact.value', name: 'contact.name', purposes: 'contact.purposes', purpose: 'contact.purpose', audience: 'contact.audience' },
  consent: { given: 'contact.given', how: 'contact.how', until: 'contact.until', withdrawn: 'contact.withdrawn' },
  statements: { day: 'statement.day', until: 'statement.until', reason: 'statement.reason', word: 'statement.word' },
  agreement: { kind: 'tieForm.agreementKind', signed: 'tieForm.signed', until: 'tieForm.agreedUntil' },
};

/** The words for the part of an element; what a part of a part is called depends on where it stands ("contacts", "contacts[0]" or "contacts[0].consent"). */
export function fieldName(field: string, where?: string): string {
  const within = where?.split('.').at(-1)?.replace(/\[\d+\]$/, '');
  const own = inner[within ?? '']?.[field];
  if (own) return t(own);
  return within === 'indicators' ? named('indicator', field) : named('field', field);
}

/** The words for the place of an error: "areas[1].region" is the region of the second area. */
export function pathName(path: string): string {
  const [outer = '', ...inner] = path.split('.');
  const [, list, index] = /^(\w+)\[(\d+)\]$/.exec(outer) ?? [];
  const last = inner.at(-1);
  if (list === undefined) return last === undefined ? fieldName(outer) : fieldName(last, outer);
  const row = t('form.nth', { what: fieldName(list), count: Number(index) + 1 });
  return last === undefined ? row : t('form.inside', { outer: row, inner: fieldName(last, inner.at(-2) ?? list) });
}

/** One value that is neither a list nor made of parts, as words of the page. */
export function valueText(field: string, value: unknown, kind: string): string {
  if (value === undefined || value === null || value === '') return t('state.unknown');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return years.has(field) ? String(value) : number(value);
  const text = String(value);
  const taxonomy = taxonomies[field];
  const enumeration = enumerations[field];
  if (taxonomy) return labelOf(taxonomy, text);
  if (field === 'status') return kind === 'service' ? named('serviceStatus', text) : named('tieStatus', text);
  if (enumeration) return enumeration(text);
  if (field === 'assertedBy') return authorOf(text);
  if (field === 'account') return holderOf(text);
  if (field === 'languages') return languageName(text);
  return day.test(text) ? date(text) : text;
}

const parts = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** Both sides of a difference without the parts that stayed the same. */
export function narrowed(before: unknown, after: unknown): [unknown, unknown] {
  const [one, other] = [parts(before), parts(after)];
  if (!one || !other) return [before, after];
  const differing = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  const only = (from: Record<string, unknown>) => Object.fromEntries(differing.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
  return [only(one), only(other)];
}
