import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props { summary: ComponentChildren; when: boolean; id?: string; class?: string; children: ComponentChildren }

/** Details that open by themselves when something in them has to be seen. They never close by themselves: somebody may be typing in them. */
export function Opening({ summary, when, id, class: name = 'several', children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => { if (when && details.current) details.current.open = true; }, [when]);
  return <details class={name} ref={details} {...(id ? { id, tabIndex: -1 } : {})}><summary>{summary}</summary>{children}</details>;
}
