import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../network/asking';
import { t } from '../words';
import { Mark, described } from './Fields';
import { unfold } from './room';

export interface Choice { id: string; name: string; about?: string | undefined; sign?: ComponentChildren }
interface Props {
  id: string;
  label: string;
  hint?: string;
  required?: boolean;
  error?: string | undefined;
  text?: string;
  find: (q: string, stop: AbortSignal) => Promise<Choice[]>;
  help?: string;
  onChoose: (choice: Choice) => void;
  /** What is typed is not what was chosen any more. */
  onEmpty?: () => void;
}

function useTyped(initial: string) {
  const [text, setText] = useState(initial);
  const [settled, settle] = useState(initial);
  useEffect(() => { const timer = setTimeout(() => settle(text.trim()), 150); return () => clearTimeout(timer); }, [text]);
  const before = useRef(initial);
  // Only when another text is given: at the first time somebody may have begun to type already.
  useEffect(() => { if (before.current !== initial && initial !== '') setText(initial); before.current = initial; }, [initial]);
  return { text, setText, settled };
}

/** The list opens where it can be seen, and what the keys are on stays seen in it. */
function useInView(shows: boolean, count: number, at: number) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const field = list.current?.parentElement;
    if (shows && list.current && field) unfold(field, list.current);
  }, [shows, count]);
  useLayoutEffect(() => { if (shows) list.current?.children[at]?.scrollIntoView({ block: 'nearest' }); }, [shows, at]);
  return list;
}

/** A field that looks up what is typed and lets one of the answers be chosen, by mouse, thumb or keys. */
export function Combo({ id, label, hint, required, error, help, text: initial = '', find, onChoose, onEmpty }: Props) {
  const { text, setText, settled } = useTyped(initial);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const answer = useAnswer(open && settled ? `${id}?${settled}` : undefined, (stop) => find(settled, stop));
  const choices = open ? answer.data ?? [] : [];
  /** What is listed may still be of what was typed before; Enter takes nothing of that. */
  const listed = text.trim() === settled && answer.of === `${id}?${settled}`;
  const choose = (choice: Choice) => { setOpen(false); setText(choice.name); onChoose(choice); };
  const press = (event: KeyboardEvent) => {
    const chosen = choices[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); setOpen(true); setAt(Math.max(0, Math.min(choices.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))); }
    else if (event.key === 'Enter' && open) { event.preventDefault(); if (chosen && listed) choose(chosen); }
    else if (event.key === 'Escape') setOpen(false);
  };
  const shows = choices.length > 0;
  const list = useInView(shows, choices.length, at);
  return (
    <div class={error ? 'field combo wrong' : 'field combo'}>
      <label for={id}>{label}{required && <span class="quiet small"> ({t('form.required')})</span>}<Mark id={id} /></label>
      {help && <p class="small quiet" id={`${id}-help`}>{help}</p>}
      <input
        id={id} type="text" list={undefined} role="combobox" class="input" autocomplete="off" aria-expanded={shows} aria-controls={`${id}-list`} aria-autocomplete="list" placeholder={hint} value={text}
        {...described(id, help, error)} {...(shows ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        onInput={(event) => { setText(event.currentTarget.value); setOpen(true); setAt(0); onEmpty?.(); }} onBlur={() => setOpen(false)} onKeyDown={press}
      />
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
      <ul class="suggestions" ref={list} role="listbox" id={`${id}-list`} aria-label={label} hidden={!shows}>
        {choices.map((choice, index) => (
          <li key={choice.id} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); choose(choice); }}>
            <span class="found">{choice.sign}<span class="grow"><span class="name">{choice.name}</span>{choice.about && <span class="quiet small">{choice.about}</span>}</span></span>
          </li>
        ))}
      </ul>
      {open && settled && answer.fault && <p class="small" role="status">{answer.fault.message || t('state.unreachable')}</p>}
      {open && settled && answer.data?.length === 0 && <p class="small quiet" role="status">{t('search.none', { q: settled })}</p>}
    </div>
  );
}
