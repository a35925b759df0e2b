import { useEffect, useState } from 'preact/hooks';
import { alike } from '../../api/questions';
import type { Lookalike } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { to, writeAddress } from '../../network/route';
import { whereOf } from '../../ui/Row';
import { Sign } from '../../ui/Sign';
import { list, named, t } from '../../words';
import { type Draft, text } from '../editing/draft';

/** What can be seen of a text: signs that turn or hide letters tell nobody apart, and are refused when it is saved. */
export const visible = (value: unknown) => text(value).replaceAll(/\p{C}/gu, '').trim();

function useSettled(value: string): string {
  const [settled, settle] = useState('');
  useEffect(() => { const timer = setTimeout(() => settle(value), 300); return () => clearTimeout(timer); }, [value]);
  return settled;
}

function Row({ found: { organization: o, reasons } }: { found: Lookalike }) {
  return (
    <li>
      <a class="named" href={writeAddress(to('organization', o.id))} target="_blank" rel="noopener"><Sign family={o.family} mediates={o.mediates} label /><span>{o.name}{o.acronym ? ` (${o.acronym})` : ''}<span class="hidden"> {t('alike.newTab')}</span></span></a>
      <p class="small about">{[o.kindLabel, whereOf(o)].filter(Boolean).join(' · ')}<span class="block">{t('alike.why', { why: list(reasons.map((r) => named('alike.reason', r))) })}</span></p>
    </li>
  );
}

/** Who may already be the organization that is being added. It opens beside the form and never stands in its way. */
export function Alike({ draft }: { draft: Draft }) {
  const key = useSettled(JSON.stringify([visible(draft['name']), visible(draft['acronym']), text(draft['region'])]));
  const [name = '', acronym, region] = key ? (JSON.parse(key) as string[]) : [];
  const answer = useAnswer(name.length > 2 ? `alike?${key}` : undefined, (stop) => alike({ name: name.slice(0, 200), acronym: acronym?.slice(0, 40), region }, stop));
  const items = name.length > 2 ? answer.data?.items ?? [] : [];
  return (
    <div role="status">
      {items.length > 0 && (
        <section class="note" aria-label={t('alike.title')}>
          <div class="stack tight grow">
            <p><b>{t('alike.title')}</b></p>
            <ul class="stack tight item alike">{items.map((found) => <Row key={found.organization.id} found={found} />)}</ul>
            <p class="small">{t('alike.goOn')}</p>
          </div>
        </section>
      )}
    </div>
  );
}
