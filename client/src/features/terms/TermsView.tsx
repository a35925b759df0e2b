import { go, route, to } from '../../network/route';
import { rights, taxonomy, terms } from '../../network/state';
import { Select } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { Empty } from '../../ui/States';
import type { Term } from '../../api/shapes';
import { named, t } from '../../words';
import { TermView, termAddress } from './TermView';

function Row({ list, term }: { list: string; term: Term }) {
  const page = termAddress(list, term.code);
  const above = term.parent && taxonomy(list).find((other) => other.code === term.parent)?.label;
  const more = [rights.value.mayEdit('term') && term.code, above && t('terms.within', { name: above }), term.legalReference].filter(Boolean).join(' · ');
  return (
    <li class="item">
      <div class="row apart nowrap">
        {page ? <Link class="name" to={page}>{term.label}</Link> : <span class="name">{term.label}</span>}
        {rights.value.mayEdit('term') && <Link class="plain icon-only" aria-label={t('terms.edit', { name: term.label })} to={to('termForm', `${list}:${term.code}`)}><Icon name="edit" size={16} /></Link>}
      </div>
      {more && <p class="small quiet">{more}</p>}
      {term.description && <p class="small">{term.description}</p>}
    </li>
  );
}

/** The lists that forms and filters are made of, with what each term means and rests on. */
export function TermsView() {
  const lists = Object.keys(terms.value);
  const list = route.value.query['daftar'] || 'issue';
  const items = taxonomy(list);
  const isKnown = lists.length === 0 || lists.includes(list);
  const code = route.value.query['istilah'];
  if (code) return <TermView key={`${list}:${code}`} list={list} code={code} />;
  return (
    <div class="stack">
      <h1>{t('terms.title')}</h1>
      <p class="quiet">{t('terms.intro')}</p>
      <Select id="terms-list" label={t('field.taxonomy')} value={isKnown ? list : ''} options={lists.map((name) => ({ value: name, label: named('taxonomy', name) }))} {...(isKnown ? {} : { any: t('terms.choose'), error: t('terms.noList', { name: list }) })} onChange={(daftar) => go(to('terms', undefined, { daftar }))} />
      {isKnown && rights.value.mayAdd('term') && <p><Link class="button" to={to('termForm', undefined, { daftar: list })}><Icon name="plus" size={16} />{t('terms.add')}</Link></p>}
      {isKnown && (items.length === 0 ? <Empty>{t('state.unknown')}</Empty> : <ul class="list">{items.map((term) => <Row key={term.code} list={list} term={term} />)}</ul>)}
    </div>
  );
}
