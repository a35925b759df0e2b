import type { ChangedElement, Changeset, FieldChange } from '../../api/answers';
import { fieldName, narrowed, refersTo, valueText } from '../editing/value';
import { list, named, t } from '../../words';
import '../../words/activity';

/** More than this of one change is told when it is opened. */
const most = 3;
/** Longer than this a value is read when the change is opened. */
const longest = 40;

const plain = (value: unknown) => value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** A field with what it was and is now, as far as that is short and no name of something else. */
function fieldOf({ kind }: ChangedElement, { field, before, after }: FieldChange): string {
  const name = fieldName(field);
  if (!plain(before) || !plain(after) || [before, after].some((value) => refersTo(field, value, kind))) {
    const inner = Object.keys({ ...(narrowed(before, after)[0] as object), ...(narrowed(before, after)[1] as object) });
    return !Array.isArray(after ?? before) && !plain(after ?? before) && inner.length === 1 ? t('form.inside', { outer: name, inner: fieldName(inner[0] ?? '', field) }) : name;
  }
  const [was, is] = [before, after].map((value) => (value === undefined || value === null || value === '' ? '' : valueText(field, value, kind)));
  if (was === undefined || is === undefined || was + is === '' || was.length > longest || is.length > longest) return name;
  return t(was === '' ? 'activity.filled' : is === '' ? 'activity.emptied' : 'activity.fromTo', { field: name, before: was, after: is });
}

const shown = (element: ChangedElement) => (element.changes ?? []).filter((c) => !['id', 'kind', 'sealed'].includes(c.field));

/** What a change did, in one line of the log: of one element its kind and its fields, of several the names of the next few. Nothing of the large ones, whose reason says it. */
export function whatOf(change: Changeset): string | undefined {
  const [first, ...others] = change.elements;
  const count = change.count ?? change.elements.length;
  if (!first || count > 20) return undefined;
  if (count > 1) return t('activity.also', { names: list(others.slice(0, most).map((one) => one.name ?? named('kind', one.kind))) });
  const fields = shown(first);
  if (first.action !== 'changed' || fields.length === 0) return t('activity.did', { kind: named('kind', first.kind), what: t(`action.${first.action}`) });
  const told = fields.slice(0, most).map((field) => fieldOf(first, field));
  const rest = fields.length - told.length;
  return t('activity.parts', { kind: named('kind', first.kind), fields: [...told, ...(rest > 0 ? [t('activity.moreParts', { count: rest })] : [])].join('; ') });
}
