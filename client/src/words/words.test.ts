import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as enPages } from './en';
import { enAccount } from './en.account';
import { enActivity } from './en.activity';
import { enCare } from './en.care';
import { enDepth } from './en.depth';
import { enDownload } from './en.download';
import { enDuplicates } from './en.duplicates';
import { enHelp } from './en.help';
import { enImport } from './en.import';
import { enManage } from './en.manage';
import { enPrivacy } from './en.privacy';
import { enSay } from './en.say';
import { enShortlist } from './en.shortlist';
import { enSuggest } from './en.suggest';
import { enTie } from './en.tie';
import { enUpkeep } from './en.upkeep';
import { id as idPages } from './id';
import { idAccount } from './id.account';
import { idActivity } from './id.activity';
import { idCare } from './id.care';
import { idDepth } from './id.depth';
import { idDownload } from './id.download';
import { idDuplicates } from './id.duplicates';
import { idHelp } from './id.help';
import { idImport } from './id.import';
import { idManage } from './id.manage';
import { idPrivacy } from './id.privacy';
import { idSay } from './id.say';
import { idShortlist } from './id.shortlist';
import { idSuggest } from './id.suggest';
import { idTie } from './id.tie';
import { idUpkeep } from './id.upkeep';
import { choose, clock, date, fill, moment } from './index';

const id = { ...idPages, ...idActivity, ...idCare, ...idDepth, ...idDownload, ...idDuplicates, ...idHelp, ...idImport, ...idManage, ...idSay, ...idShortlist, ...idSuggest, ...idTie, ...idUpkeep, ...idAccount, ...idPrivacy };
const en = { ...enPages, ...enActivity, ...enCare, ...enDepth, ...enDownload, ...enDuplicates, ...enHelp, ...enImport, ...enManage, ...enSay, ...enShortlist, ...enSuggest, ...enTie, ...enUpkeep, ...enAccount, ...enPrivacy };
const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.test.ts'));
const serverPages = join(root, '../../src/NetworkMap.Server/Pages');
const source = (file: string) => readFileSync(join(root, file), 'utf8');
const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((m) => m[1] ?? '');

describe('the catalogues', () => {
  it('have the same meanings in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(id).toSorted());
  });

  it('leave no meaning without words', () => {
    for (const [key, text] of [...Object.entries(id), ...Object.entries(en)]) expect(text.trim(), key).not.toBe('');
  });

  it('take the same arguments in both languages', () => {
    for (const [key, text] of Object.entries(id)) expect([...new Set(holes(en[key as keyof typeof id]))].toSorted(), key).toEqual([...new Set(holes(text))].toSorted());
  });

  it('choose the plural by the rules of the language and format numbers in it', () => {
    const text = '{count} {count|change|changes}';
    expect(fill(text, { count: 1 }, 'en')).toBe('1 change');
    expect(fill(text, { count: 1200 }, 'en')).toBe('1,200 changes');
    expect(fill('{count} perubahan', { count: 1200 }, 'id-ID')).toBe('1.200 perubahan');
  });

  it('are the only place with words for people', () => {
    for (const file of files.filter((f) => f.endsWith('.tsx'))) {
      const literal = [...source(file).matchAll(/>([^<>{}=;()&|]*\p{L}{2,}[^<>{}=;()&|]*)<\//gu), ...source(file).matchAll(/(?:aria-label|title|placeholder|alt)="([^"]*\p{L}[^"]*)"/gu)].map((m) => m[1]);
      expect(literal, file).toEqual([]);
    }
  });

  it('hold every meaning that a page of the server says', () => {
    const pages = readdirSync(serverPages, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.razor')).map((f) => readFileSync(join(serverPages, f), 'utf8')).join('\n');
    const said = [...pages.matchAll(/\bT\["([a-zA-Z]+(?:\.[a-zA-Z]+)+)"/g)].map((m) => m[1] ?? '');
    expect(said.length).toBeGreaterThan(100);
    expect([...new Set(said)].filter((key) => !Object.hasOwn(id, key))).toEqual([]);
  });

  it('hold no meaning that nothing says', () => {
    const all = files.filter((f) => !f.startsWith('words/')).map(source).join('\n');
    const served = readdirSync(serverPages, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(cs|razor)$/.test(f)).map((f) => readFileSync(join(serverPages, f), 'utf8')).join('\n');
    const headings = [...all.matchAll(/[`']([a-zA-Z]+(?:\.[a-z]+)*)\.\$\{/g), ...all.matchAll(/named\('([\w.]+)'/g), ...served.matchAll(/Named\("([\w.]+)"/g), ...served.matchAll(/"([\w.]+)\." \+/g)].map((m) => `${m[1]}.`);
    const unused = Object.keys(id).filter((key) => !all.includes(`'${key}'`) && !served.includes(`"${key}"`) && !headings.some((h) => key.startsWith(h)));
    expect(unused).toEqual([]);
  });
});

it('dates have one form in a language, on the server as in the browser, and moments name their zone', () => {
  choose('en');
  expect(date('2022-07-18')).toBe('18 July 2022');
  expect(moment('2022-07-18T12:00:00Z')).toMatch(/^1[789] Jul 2022, \d\d:\d\d (UTC|GMT.*|WI[BT]|WITA)$/);
  expect(clock('2022-07-18T12:00:00Z')).toMatch(/^\d\d:\d\d (UTC|GMT.*|WI[BT]|WITA)$/);
  choose('id');
  expect(date('2022-07-18')).toBe('18 Juli 2022');
  expect(moment('2022-07-18T12:00:00Z')).toMatch(/^1[789] Jul 2022, \d\d\.\d\d (UTC|GMT.*|WI[BT]|WITA)$/);
});
