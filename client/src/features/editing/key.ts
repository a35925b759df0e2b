import { useRef } from 'preact/hooks';

/** The name of a request: the same while what is sent stays the same, so that an answer that was lost does no harm when it is sent again. */
export function useKey(): (body: object) => string {
  const last = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
