import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { idPrivacy } from './id.privacy';
import { isKey } from './index';

const domain = join(process.cwd(), '..', 'src', 'NetworkMap', 'Domain');
const source = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.cs')).map((f) => readFileSync(join(domain, f), 'utf8')).join('\n');
const camel = (name: string) => name[0]?.toLowerCase() + name.slice(1);
const snake = (name: string) => camel(name).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the heart of the server writes down, read from its source, so that a new field or name cannot reach a page as a code. */
const fields = [...source.matchAll(/record (\w+Draft)\b[^{;]*\{(.*?)\n\}/gs)].flatMap(([, draft, body = '']) => [...body.matchAll(/public [\w<>?, ]+ (\w+) \{ get; init; \}/g)].map((m) => `${draft}.${camel(m[1] ?? '')}`));
const namesOf = (type: string) => [...(new RegExp(`enum ${type}\\b[^{]*\\{(.*?)\\n\\}`, 's').exec(source)?.[1] ?? '').matchAll(/^ {4}(\w+),/gm)].map((m) => snake(m[1] ?? ''));
const headings = {
  LegalStatus: 'legalStatus', Precision: 'precision', TieAudience: 'audience', TieStatus: 'tieStatus', ServiceStatus: 'serviceStatus', RegionKind: 'regionKind', ContactChannel: 'channel', ContactPurpose: 'contactPurpose', ContactAudience: 'audience', ConsentMeans: 'consentMeans', ConsentState: 'consent', PaymentBasis: 'paymentBasis',
  TieSide: 'side', TieWord: 'says', StatementWay: 'way', Family: 'family', ElementKind: 'kind', Role: 'role', SuggestionState: 'suggestionState', RegionLevel: 'region',
};
/** Sealed text is never shown; the ends of a validity are called by what they are ends of. */
const unseen = new Set(['sealed', 'retired']);

/** The page of who sees what is the server's; its words are in a catalogue of their own. */
it('has words for every way in which something is withheld, and for everybody it is withheld from', () => {
  expect(namesOf('Withheld').map((name) => `privacy.withheld.${name}`).filter((key) => !(key in idPrivacy))).toEqual([]);
  expect(namesOf('Standing').map((name) => `privacy.who.${name}`).filter((key) => !(key in idPrivacy))).toEqual([]);
});

describe('a change', () => {
  it('has words for every part of every element', () => {
    expect(fields.length).toBeGreaterThan(90);
    expect(fields.filter((f) => !unseen.has(f.split('.')[1] ?? '') && !isKey(`field.${f.split('.')[1]}`))).toEqual([]);
  });

  it.each(Object.entries(headings))('has words for every %s', (type, heading) => {
    const names = namesOf(type);
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !isKey(`${heading}.${name}`))).toEqual([]);
  });
});
