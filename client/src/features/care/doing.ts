import { useState } from 'preact/hooks';
import { Fault } from '../../api/http';

/** Something that is sent at the press of a button: whether it is under way, and what the server refused of it. */
export function useDoing() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
    setBusy(false);
  };
  return { busy, fault, run };
}
