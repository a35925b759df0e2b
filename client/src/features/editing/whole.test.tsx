import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../../network/state';
import { choose, t } from '../../words';
import { NeedForm } from '../coverage/NeedForm';
import { OrganizationForm } from '../organizations/OrganizationForm';
import { PlaceForm } from '../organizations/PlaceForm';
import { ServiceForm } from '../organizations/ServiceForm';
import { UnitForm } from '../organizations/UnitForm';
import { TermForm } from '../terms/TermForm';
import { TieForm } from '../ties/TieForm';
import { fieldId } from './FormFrame';

/** What the heart of the server accepts, read from its source, so that a new field cannot be left out of a form. */
const domain = join(process.cwd(), '..', 'src', 'NetworkMap', 'Domain');
const source = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.cs')).map((f) => readFileSync(join(domain, f), 'utf8')).join('\n');
const camel = (name: string) => name[0]?.toLowerCase() + name.slice(1);
const drafts = new Map([...source.matchAll(/record (\w+Draft)\b[^{;]*\{(.*?)\n\}/gs)].map(([, draft = '', body = '']) => [draft, [...body.matchAll(/public ([\w<>?, ]+) (\w+) \{ get; init; \}/g)].map(([, type = '', name = '']) => ({ type, name: camel(name) }))] as const));
const indicators = [...(/IndicatorNames = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/"(\w+)"/g)].map((m) => m[1] ?? '');

/** Every path of a draft down to what can be entered: "contacts[0].consent.until". */
function paths(draft: string, before = ''): string[] {
  return (drafts.get(draft) ?? []).flatMap(({ type, name }) => {
    const inner = /(\w+Draft)/.exec(type)?.[1];
    const at = before + name;
    if (type.includes('Dictionary')) return indicators.map((one) => `${at}.${one}`);
    return inner ? paths(inner, `${at}${type.includes('List') ? '[0]' : ''}.`) : [at];
  });
}
/** What nobody enters: whose word it is the server says, what is sealed never comes out, why a number is withheld is only ever answered, what a side of a tie says is entered on the page of the tie, a point that somebody places is not derived from a boundary, and whether two are one is said of two. */
const given = new Set(['id', 'kind', 'sealed', 'mergedInto', 'distinctFrom', 'provenance.assertedBy', 'point.derived', 'confirmedFrom', 'confirmedTo', 'onSource', 'held', 'members.held', 'supply.held', ...['side', 'says', 'day', 'way', 'until', 'accepted', 'reason', 'word'].map((part) => `statements[0].${part}`)]);

const [day, later] = ['2026-03-01', '2026-09-01'];
const provenance = { source: 'Wawancara', sourceUrl: 'https://example.org/a', assertedBy: 'steward-1', lastVerified: day, unverified: true, example: true };
const valid = { from: day, until: later };
const members = { women: 3, men: 0, other: 6, unknown: 9, date: day, source: 'Daftar  hadir', published: true };
const contact = { name: 'Ibu', role: 'ketua', channel: 'whatsapp', value: '+62', purposes: ['introduction', 'publication'], purpose: 'undangan', audience: 'signed_in', consent: { givenBy: 'Ibu', given: day, how: 'written', until: later, withdrawn: later } };
const stored = {
  organization: {
    id: 'o1', name: 'Melati', otherNames: ['Lama', 'Jasmine'], acronym: 'M', actorKind: 'ngo', legalForm: 'association', legalStatus: 'incorporated', mediates: true, purpose: 'Berserikat ', region: '33.74.01.1001', precision: 'district',
    issues: ['piece_rate'], sectors: ['plaiting'], offers: ['legal_aid'], needs: ['negotiation'], languages: ['id', 'xx'], website: 'https://example.org', members, founded: 2001, retired: day, contacts: [contact, { channel: 'phone', value: '1' }], note: 'Catatan', provenance,
  },
  unit: { id: 'u1', organization: 'o1', name: 'Ranting', unitKind: 'village_group', parent: 'u2', region: '33.74', members, provenance },
  place: { id: 'p1', organization: 'o1', unit: 'u1', name: 'Rumah', region: '33.74', point: { longitude: 110.123456789, latitude: -6.9, derived: true }, precision: 'village', home: true, main: true, address: 'RT 3', provenance },
  service: {
    id: 's1', organization: 'o1', name: 'Sekolah', description: 'Enam kali', status: 'planned', functions: ['education'], pillars: ['social_security'], issues: ['piece_rate'], terms: ['legal_aid'],
    areas: [{ region: '33.74.01.1001', withSubregions: true, valid }, { region: '33' }], capacity: 0, used: 2, schedule: 'Sabtu', eligibility: 'Anggota', cost: 'Gratis', languages: ['id'], accessibility: 'Landai', valid, provenance,
  },
  tie: {
    id: 't1', type: 'supplies', from: 'o1', to: 'o2', service: 's9', status: 'disputed', strength: 4, audience: 'parties', valid, agreement: { kind: 'mou', number: '1', signed: day, until: later, link: 'https://example.org/m' }, statements: [{ side: 'from', says: 'confirmed', day, way: 'source' }, { side: 'to', says: 'disputed', day: later, way: 'link', reason: 'Bukan kami', word: 'Ketua' }], onSource: 'confirmed',
    supply: { product: 'Anyaman', tier: 2, paymentBasis: 'piece', workersWomen: 2, workersMen: 50, confidence: 3 }, note: 'Catatan', provenance,
  },
  need: {
    id: 'n1', region: '33.74', issues: ['piece_rate'], functions: ['education'], pillars: ['social_security'], terms: ['legal_aid'], sector: 'plaiting', women: 3, men: 0, unknown: 7, year: 2025,
    indicators: { knowledge: 0, access: 1, choices: 0.25, support: 0.5, discrimination: 0.75 }, provenance,
  },
  term: {
    id: 'tie_type:supplies', taxonomy: 'tie_type', code: 'supplies', parent: 'gives', labelId: 'memasok', labelEn: 'supplies', descriptionId: 'a', descriptionEn: 'b', legalReference: 'UU', order: 0, trust: 0, fromKinds: ['company'], toKinds: ['ngo'], labelReverseId: 'c', labelReverseEn: 'd', provenance,
  },
};
const derived = { version: 7, family: 'civil_society', kindLabel: 'LSM', labels: { piece_rate: 'Upah' }, position: { longitude: 1, latitude: 1, radiusKm: 1, precision: 'district' }, regionName: 'Semarang', label: 'memasok', fromName: 'Melati', toName: 'Mawar' };
type Kind = keyof typeof stored;
const forms: [Kind, string, string, VNode, string[]][] = [
  ['organization', 'OrganizationDraft', 'organizations', <OrganizationForm id="o1" />, []],
  ['unit', 'UnitDraft', 'units', <UnitForm id="u1" />, []],
  ['place', 'PlaceDraft', 'places', <PlaceForm id="p1" />, []],
  ['service', 'ServiceDraft', 'services', <ServiceForm id="s1" />, []],
  ['tie', 'TieDraft', 'ties', <TieForm id="t1" />, []],
  ['need', 'NeedDraft', 'needs', <NeedForm id="n1" />, []],
  // A term is called by its list and code; only an actor kind has a family, and only a tie of one direction words for the other end.
  ['term', 'TermDraft', 'terms', <TermForm id="tie_type:supplies" />, ['taxonomy', 'code', 'family']],
];

const place = document.createElement('div');
const sent: { method: string; body: Record<string, unknown> }[] = [];
const page = { at: day, organization: { ...stored.organization, ...derived }, units: [{ ...stored.unit, id: 'u2' }, { ...stored.unit, id: 'u1' }], places: [], services: [{ ...stored.service, id: 's9' }], ties: [] };

function answer(address: string, init: RequestInit | undefined): unknown {
  if (init?.method === 'PUT') { sent.push({ method: 'PUT', body: JSON.parse(String(init.body)) as Record<string, unknown> }); return { id: 'x' }; }
  if (address.endsWith('/page')) return page;
  const own = Object.entries({ organizations: 'organization', units: 'unit', places: 'place', services: 'service', ties: 'tie', needs: 'need', terms: 'term' } as Record<string, Kind>).find(([segment]) => new RegExp(`^/api/${segment}/[^/]+$`).test(address));
  return own ? { kind: own[1], ...stored[own[1]], ...derived } : { items: [] };
}

beforeEach(() => {
  choose('id');
  me.value = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
  document.body.append(place);
  sent.length = 0;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => Response.json(answer(address, init)));
});
afterEach(() => {
  render(null, place);
  vi.unstubAllGlobals();
  localStorage.clear();
  me.value = { audience: 'public', language: 'id' };
});

const at = (value: unknown, path: string) => path.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
const open = async (form: VNode) => {
  render(form, place);
  await vi.waitFor(() => expect(place.querySelector('#field-provenance-source')).not.toBeNull());
};

describe.each(forms)('the form of a stored %s', (kind, draft, _, form, fixed) => {
  const wanted = paths(draft).concat(paths('ProvenanceDraft', 'provenance.')).filter((path) => !given.has(path));

  it('offers every field that the server accepts', async () => {
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((path) => path !== 'symmetric' && path !== 'family' && at(stored[kind], path) === undefined)).toEqual([]);
    await open(form);
    await vi.waitFor(() => expect(wanted.filter((path) => !fixed.includes(path) && document.getElementById(fieldId(path)) === null)).toEqual([]));
  });

  it('sends what was stored, to the letter, when nothing was touched', async () => {
    await open(form);
    [...place.querySelectorAll('button')].find((button) => button.textContent === t('form.save'))?.click();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ kind, ...stored[kind] });
  });
});
