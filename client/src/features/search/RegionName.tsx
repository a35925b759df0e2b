import { useEffect, useState } from 'preact/hooks';
import { region } from '../../api/questions';
import { to } from '../../network/route';
import { Link } from '../../ui/Link';

/** Names of regions hardly ever change, so each is asked once while the page is open. */
const known = new Map<string, Promise<string>>();

function nameOf(code: string): Promise<string> {
  const asked = known.get(code) ?? region(code).then((r) => r.name);
  known.set(code, asked);
  asked.catch(() => known.delete(code));
  return asked;
}

/** A region by its name, as a link; by its code until the name is there. */
export function RegionName({ code, name: given }: { code: string; name?: string | undefined }) {
  const [name, setName] = useState(given);
  useEffect(() => {
    let gone = false;
    if (!given) nameOf(code).then((found) => { if (!gone) setName(found); }, () => undefined);
    return () => { gone = true; };
  }, [code, given]);
  return <Link to={to('region', undefined, { kode: code })}>{given ?? name ?? code}</Link>;
}
