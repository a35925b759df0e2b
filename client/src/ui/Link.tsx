import type { ComponentChildren } from 'preact';
import { type Route, go, writeAddress } from '../network/route';

interface Props {
  to: Route;
  class?: string;
  children: ComponentChildren;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'true' | undefined;
  onClickCapture?: () => void;
  onMouseEnter?: () => void;
  onMouseLeave?: () => void;
  onFocus?: () => void;
  onBlur?: () => void;
}

/** A true link (open in a new tab, copy its address) that changes the view without loading the page again. */
export function Link({ to, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a href={writeAddress(to)} onClick={follow} {...rest}>{children}</a>;
}
