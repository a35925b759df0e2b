import { describe, expect, it } from 'vitest';
import type { SideOfTie, Tie } from '../../api/shapes';
import { addressOf, request } from './message';

const tie = { id: 't', type: 'trains', from: 'a', to: 'b', fromName: 'Yayasan A', toName: 'Kelompok B', label: 'melatih', status: 'proposed', audience: 'public', provenance: { source: 'x' } } as Tie;
const side = { side: 'to', organization: { id: 'b', name: 'Kelompok B', actorKind: 'ngo', family: 'civil_society' }, sentence: '' } as SideOfTie;
const types = [{ code: 'trains', label: 'melatih', labelId: 'melatih', labelEn: 'trains' }];

describe('the message with a link', () => {
  it('asks in the chosen language, with the link on a line of its own and its last day', () => {
    const [indonesian, english] = (['id', 'en'] as const).map((language) => request(language, tie, side, types, 'https://x/hubungan/c', '2026-03-15'));
    expect(indonesian).toContain('Yayasan A melatih Kelompok B.');
    expect(indonesian).toContain('15 Maret 2026');
    expect(english).toContain('Yayasan A trains Kelompok B.');
    expect(english?.split('\n')).toContain('https://x/hubungan/c');
  });

  it('says that somebody else sends the link where it is not hers to have', () => {
    const text = request('id', tie, side, types, undefined, '2026-03-15');
    expect(text).toContain('Pengelola data akan mengirim tautan');
    expect(text).not.toContain('http');
  });

  it('leads where the contact is reached, and nowhere for a letter', () => {
    expect(addressOf({ channel: 'whatsapp', value: '+6281234567890' }, 'a b')).toBe('https://wa.me/6281234567890?text=a%20b');
    expect(addressOf({ channel: 'email', value: 'ibu+1@contoh.org' }, 'a')).toBe('mailto:ibu%2B1@contoh.org?body=a');
    expect(addressOf({ channel: 'phone', value: '+62274512345' }, 'a')).toBe('tel:+62274512345');
    expect(addressOf({ channel: 'post', value: 'Jalan 1' }, 'a')).toBeUndefined();
  });
});
