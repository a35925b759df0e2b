import { useEffect } from 'preact/hooks';
import { about } from '../network/state';

/** The title of the document names what the page is about for as long as it is open. */
export function useAbout(name: string | undefined) {
  useEffect(() => { about.value = name; return () => { about.value = undefined; }; }, [name]);
}
