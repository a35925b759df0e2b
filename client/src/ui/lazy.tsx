import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Skeleton, FaultNote } from './States';
import { waits } from '../network/asking';
import { reached } from '../network/state';
import { Fault } from '../api/http';

/** A view whose script is fetched when it is first shown. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [Shown, show] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    const [tries, setTries] = useState(0);
    const [slow, setSlow] = useState(false);
    const arrived = useRef<() => void>(undefined);
    // It is counted as soon as it is drawn: what is shown until then makes room when nothing is waited for.
    useLayoutEffect(() => {
      if (Shown) return undefined;
      const timer = setTimeout(() => setSlow(true), 150);
      const there = waits();
      arrived.current = there;
      load().then((view) => { loaded = view; show(() => view); }, () => { setFailed(true); there(); });
      return () => clearTimeout(timer);
    }, [tries]);
    const server = reached.value;
    const again = () => { setFailed(false); setTries((n) => n + 1); };
    useEffect(() => { if (failed) again(); }, [server]);
    // After the view has asked what it asks: effects of children run first.
    useEffect(() => { if (Shown) arrived.current?.(); }, [Shown]);
    useEffect(() => () => arrived.current?.(), []);
    if (Shown) return <Shown {...props} />;
    if (failed) return <FaultNote answer={{ fault: new Fault({ title: '', status: 0, code: 'unreachable' }), again }} missing />;
    return slow ? <Skeleton /> : null;
  };
}
