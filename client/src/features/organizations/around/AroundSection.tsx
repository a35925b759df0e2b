import { useEffect, useRef, useState } from 'preact/hooks';
import { around } from '../../../api/questions';
import type { Around } from '../../../api/shapes';
import { useAnswer } from '../../../network/asking';
import { go, route, to } from '../../../network/route';
import { pointed } from '../../../network/state';
import { asTable, shape } from '../../../taking/Shape';
import { Table } from '../../../taking/Table';
import { Link } from '../../../ui/Link';
import { Named } from '../../../ui/Row';
import { Answered, Empty } from '../../../ui/States';
import { t } from '../../../words';
import { leadingTo } from './layout';

const most = { 1: 40, 2: 60 } as const;

/** True once the element has come into view, or near to it. */
function useSeen(place: { current: HTMLElement | null }): boolean {
  const [seen, see] = useState(false);
  useEffect(() => {
    if (seen || !place.current) return undefined;
    const watch = new IntersectionObserver((entries) => { if (entries.some((e) => e.isIntersecting)) see(true); }, { rootMargin: '80px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [seen]);
  return seen;
}

/** The picture; its script is fetched when it is first shown. Where it cannot be drawn the table still tells all of it. */
function Picture({ data, name }: { data: Around; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const begin = async () => {
      const { draw } = await import('./picture');
      if (gone || !place.current) return;
      stop = draw(place.current, data, { open: (id) => go(to('organization', id)), point: (id) => { pointed.value = id; } });
    };
    begin().catch(() => setFailed(true));
    return () => { gone = true; pointed.value = undefined; stop(); };
  }, [data]);
  if (failed) return <Empty>{t('around.failed')}</Empty>;
  return <div ref={place} class="around" role="img" aria-label={t('around.picture', { name, count: data.nodes.length - 1 })} />;
}

/** Everybody in the picture as a table: who, how far, and by which tie. */
function Neighbours({ data }: { data: Around }) {
  const names = new Map(data.nodes.map((n) => [n.organization.id, n.organization.name]));
  const told = (id: string) => leadingTo(data, id).map((tie) => t('around.tie', { from: names.get(tie.from) ?? '', label: tie.label, to: names.get(tie.to) ?? '' }));
  return (
    <Table
      title={t('around.table')} at={data.at} rows={data.nodes.filter((n) => n.steps > 0)} of="sekitar" keyOf={(n) => n.organization.id}
      columns={[
        { key: 'nama', label: t('field.organization'), value: (n) => n.organization.name, show: (n) => <Named organization={n.organization} small /> },
        { key: 'langkah', label: t('around.steps'), value: (n) => n.steps },
        { key: 'jenis', label: t('table.kind'), value: (n) => n.organization.kindLabel ?? n.organization.actorKind },
        { key: 'hubungan', label: t('organization.ties'), value: (n) => told(n.organization.id).join('; '), show: (n) => <ul class="told">{told(n.organization.id).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul> },
      ]}
    />
  );
}

function Depth({ depth, onChange }: { depth: 1 | 2; onChange: (depth: 1 | 2) => void }) {
  return (
    <fieldset class="switch">
      <legend class="hidden">{t('around.depth')}</legend>
      {([1, 2] as const).map((n) => <label key={n}><input type="radio" name="around-depth" checked={depth === n} onChange={() => onChange(n)} />{t('around.far', { count: n })}</label>)}
    </fieldset>
  );
}

/** The picture in one sentence. */
function said({ nodes }: Around, name: string, depth: 1 | 2) {
  const near = nodes.filter((n) => n.steps === 1).length;
  return depth === 1 ? t('around.saidOne', { name, count: near }) : t('around.saidTwo', { name, count: near, more: nodes.length - 1 - near });
}

const far = (depth: 1 | 2) => {
  const { jarak: _, ...query } = route.value.query;
  go({ ...route.value, query: { ...query, ...(depth === 2 ? { jarak: '2' } : {}) } }, 'replace');
};

/** Who is around an organization, one or two steps far, as a picture and as a table. Asked for when its place on the page is seen. */
export function AroundSection({ id, name }: { id: string; name: string }) {
  const place = useRef<HTMLElement>(null);
  const seen = useSeen(place);
  const depth = route.value.query['jarak'] === '2' ? 2 : 1;
  const answer = useAnswer(seen ? `around/${id}?${depth}` : undefined, (stop) => around(id, { depth, limit: most[depth] }, stop));
  return (
    <section class={answer.data ? 'stack' : 'stack no-print'} ref={place} aria-label={t('around.title')}>
      <div class="row apart"><h2>{t('around.title')}</h2><Depth depth={depth} onChange={far} /></div>
      <Answered answer={answer} lines={6}>
        {(data) => data.nodes.length < 2 ? <Empty>{t('around.nobody')}</Empty> : (
          <>
            <p>{said(data, name, depth)}</p>
            <Picture data={data} name={name} />
            {data.cut && <p class="small quiet">{t('around.cut', { count: data.nodes.length - 1 })}</p>}
            <details open={asTable('sekitar')} onToggle={(event) => { if (event.currentTarget.open !== asTable('sekitar')) shape('sekitar', event.currentTarget.open); }}><summary>{t('around.asTable', { count: data.nodes.length - 1 })}</summary><Neighbours data={data} /></details>
            <p class="small"><Link to={to('download', undefined, { organisasi: id })}>{t('download.around')}</Link></p>
          </>
        )}
      </Answered>
    </section>
  );
}
