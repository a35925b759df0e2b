import { describe, expect, it } from 'vitest';
import { handling, mayKeep, withoutPersons } from './rules';

const asked = (path: string, mode = 'cors', method = 'GET') => handling({ method, mode, url: `https://map.example${path}` }, 'https://map.example');

describe('the service worker', () => {
  it('keeps files with a hash, shows pages at once and asks for answers', () => {
    expect(asked('/assets/index-abc.js')).toBe('asset');
    expect(asked('/mitra?untuk=7', 'navigate')).toBe('page');
    expect(asked('/api/organizations/7/partners?limit=20')).toBe('answer');
    expect(asked('/tiles/5/25/16.mvt')).toBe('answer');
  });

  it('leaves changes, other sites, links for one use and what is only true now alone', () => {
    expect(asked('/api/ties', 'cors', 'POST')).toBe('leave');
    expect(handling({ method: 'GET', mode: 'cors', url: 'https://elsewhere.example/api/x' }, 'https://map.example')).toBe('leave');
    for (const path of ['/welcome/0123', '/masuk', '/akun', '/undangan/0123', '/docs', '/api/organizations']) expect(asked(path, 'navigate')).toBe('leave');
    for (const path of ['/api/me', '/api/cursor', '/health/ready']) expect(asked(path)).toBe('leave');
  });

  it('keeps nothing that was answered to a session', () => {
    expect(mayKeep(true, 'public, no-cache')).toBe(true);
    expect(mayKeep(true, 'private, no-store')).toBe(false);
    expect(mayKeep(false, 'public, no-cache')).toBe(false);
    expect(mayKeep(true, null)).toBe(false);
  });
});

it('a page is kept without the persons that it names', () => {
  expect(withoutPersons('<h1>Melati</h1><!--persons--><p>Ibu\nRini</p><!--/persons--><p>a</p><!--persons-->b<!--/persons-->')).toBe('<h1>Melati</h1><p>a</p>');
  expect(withoutPersons('<h1>Melati</h1>')).toBe('<h1>Melati</h1>');
});
