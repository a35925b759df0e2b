import { useEffect, useState } from 'preact/hooks';
import { region } from '../../api/questions';
import { to } from '../../network/route';
import { Link } from '../../ui/Link';
import { whereOf } from '../../ui/Row';

/** Names of regions hardly ever change, so each is asked once while the page is open. */
const known = new Map<string, Promise<string>>();

function nameOf(code: string): Promise<string> {
  const asked = known.get(code) ?? region(code).then((r) => r.name);
  known.set(code, asked);
  asked.catch(() => known.delete(code));
  return asked;
}

/** The regency or city that a district or village lies in; nothing for what is larger. */
const regencyOf = (code: string): string | undefined => (code.split('.').length > 2 ? code.split('.').slice(0, 2).join('.') : undefined);

function useName(code: string | undefined, given?: string): string | undefined {
  const [found, find] = useState<{ code: string; name: string }>();
  useEffect(() => {
    let gone = false;
    if (code !== undefined && given === undefined) nameOf(code).then((name) => { if (!gone) find({ code, name }); }, () => undefined);
    return () => { gone = true; };
  }, [code, given]);
  return given ?? (found?.code === code ? found?.name : undefined);
}

/** A region by its name, as a link, a district or village with the regency or city that it lies in; by its code until the name is there. */
export function RegionName({ code, name: given }: { code: string; name?: string | undefined }) {
  const [regionName, regencyName] = [useName(code, given), useName(regencyOf(code))];
  return <Link to={to('region', undefined, { kode: code })}>{whereOf({ ...(regionName === undefined ? {} : { regionName }), ...(regencyName === undefined ? {} : { regencyName }) }) ?? code}</Link>;
}
