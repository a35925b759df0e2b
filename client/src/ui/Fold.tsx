import type { ComponentChildren } from 'preact';
import { useKept } from '../network/visits';

interface Props { name: string; summary: ComponentChildren; first?: boolean; class?: string; children: ComponentChildren }

/** Details that stand open again for who comes back to the page. Their name is their own on it. */
export function Fold({ name, summary, first = false, class: look, children }: Props) {
  const [open, keep] = useKept(`fold/${name}`, first);
  return <details {...(look ? { class: look } : {})} open={open} onToggle={(event) => { if (event.currentTarget.open !== open) keep(event.currentTarget.open); }}><summary>{summary}</summary>{children}</details>;
}
