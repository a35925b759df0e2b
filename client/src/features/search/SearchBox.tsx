import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { search } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { type View, go, route, to } from '../../network/route';
import { slash } from '../../network/slash';
import { Icon } from '../../ui/Icon';
import { bringAll, t } from '../../words';
import { FoundLine, addressOf } from './FoundLine';
import { type Hit, among, keyOf } from './spots';
import { type Typed, takeTyped } from './typed';

/** What was typed, a moment after the last key, so that not every letter asks the server. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text.trim()), 120);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** `/` goes to the search from anywhere except from a field, unless that is switched off. */
function useSlash(field: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (!slash.peek() || event.key !== '/' || event.ctrlKey || event.metaKey || target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Where what was typed may have led: there it stays in the field, elsewhere it would say what the page is not about. */
const leads: View[] = ['search', 'organization', 'region', 'service', 'terms'];

/** The field says what the page has found; what was typed before the script was there stays until another page is asked for. */
function useFollowing(setText: (text: string) => void, typed: Typed | undefined) {
  const keeps = useRef(typed !== undefined);
  const { view, query } = route.value;
  const q = view === 'search' ? query['q'] ?? '' : undefined;
  useEffect(() => {
    if (keeps.current) keeps.current = false;
    else if (q !== undefined) setText(q);
    else if (!leads.includes(view)) setText('');
  }, [view, q]);
}

/** Whoever was typing goes on where the caret stood. */
function useCaret(field: { current: HTMLInputElement | null }, caret: number | undefined) {
  useLayoutEffect(() => {
    if (caret === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }, []);
}

interface Listing { items: Hit[]; at: number; onChoose: (hit: Hit) => void }
function Listing({ items, at, onChoose }: Listing) {
  return (
    <ul class="suggestions" role="listbox" id="search-list" aria-label={t('search.label')}>
      {items.map((found, index) => (
        <li key={keyOf(found)} id={`search-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); onChoose(found); }}>
          <FoundLine found={found} />
        </li>
      ))}
    </ul>
  );
}

export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const [typed] = useState(takeTyped);
  const [text, setText] = useState(typed?.text ?? route.value.query['q'] ?? '');
  const [open, setOpen] = useState(false);
  const [marked, mark] = useState<string>();
  const q = useSettled(text);
  useSlash(field);
  useFollowing(setText, typed);
  useCaret(field, typed?.caret);
  const answer = useAnswer(open && q ? `search?${q}` : undefined, (stop) => search(q, 8, stop));
  const items = q && answer.data ? among(answer.data.items, q) : [];
  // What is marked is remembered by what it is: a later answer may have something else in its place.
  const at = items.findIndex((hit) => keyOf(hit) === marked);
  const close = () => { setOpen(false); mark(undefined); };
  const choose = (found: Hit) => { close(); setText(found.name); field.current?.blur(); go(addressOf(found)); };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = items[Math.min(items.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))];
      mark(next && keyOf(next));
    } else if (event.key === 'Escape') { close(); setText(''); field.current?.blur(); }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const chosen = items[at];
    if (chosen) choose(chosen);
    else if (text.trim()) { close(); go(to('search', undefined, { q: text.trim() })); }
  };
  const shows = open && q !== '' && (items.length > 0 || answer.data !== undefined);
  return (
    <search class="search">
      <form onSubmit={submit}>
        <Icon name="search" />
        <input
          ref={field} type="search" list={undefined} role="combobox" aria-label={t('search.label')} placeholder={t('search.hint')} aria-expanded={shows && items.length > 0} aria-controls="search-list" aria-autocomplete="list"
          {...(at >= 0 ? { 'aria-activedescendant': `search-${at}` } : {})} autocomplete="off" spellcheck={false} enterkeyhint="search" value={text}
          onInput={(event) => { setText(event.currentTarget.value); setOpen(true); mark(undefined); }} onFocus={() => { setOpen(true); bringAll(); }} onBlur={close} onKeyDown={press}
        />
        {text ? <button type="button" class="plain icon-only" aria-label={t('search.clear')} onClick={() => { setText(''); field.current?.focus(); }}><Icon name="close" size={16} /></button> : slash.value && <kbd aria-hidden="true" title={t('search.key')}>/</kbd>}
      </form>
      {shows && items.length > 0 && <Listing items={items} at={at} onChoose={choose} />}
      {shows && items.length === 0 && !answer.fault && <p class="suggestions empty" role="status">{t('search.none', { q })}</p>}
    </search>
  );
}
