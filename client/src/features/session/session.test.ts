import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../api/shapes';
import { isSteward, me, notice } from '../../network/state';
import { choose, t } from '../../words';
import { draftName, forgetDrafts, keep, recall } from '../editing/kept';
import { leave, left, refreshSession } from './session';

const nobody: Me = { audience: 'public', language: 'id' };
const steward: Me = { audience: 'steward', account: 'steward-1', grants: [{ id: 'all', role: 'steward' }], language: 'id' };
let [says, reached] = [steward, true];
const asked: string[] = [];

beforeEach(() => {
  choose('id');
  localStorage.clear();
  forgetDrafts();
  asked.length = 0;
  [says, reached] = [steward, true];
  [me.value, left.value, notice.value] = [nobody, false, undefined];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    if (!reached) throw new TypeError('Failed to fetch');
    if (address === '/api/sign-out') { says = nobody; return new Response(null, { status: 204 }); }
    return Response.json(says);
  });
});
afterEach(() => { vi.unstubAllGlobals(); me.value = nobody; });

/** The page is opened again on the same device. */
const again = () => { me.value = nobody; };
const name = draftName('steward-1', 'unit', 'u1');
const begin = () => keep(name, { draft: { name: 'Ranting' }, base: {}, reason: '', at: '2026-03-01T08:00:00Z' });

describe('who uses the device', () => {
  it('is who it was last while the server cannot be reached, and keeps what she began', async () => {
    await refreshSession();
    begin();
    again();
    reached = false;
    await refreshSession();
    expect(me.value).toMatchObject({ audience: 'steward', account: 'steward-1', grants: [{ role: 'steward' }] });
    expect(recall(name)).toBeDefined();
  });

  it('is nobody without a connection when nobody was known here', async () => {
    reached = false;
    await refreshSession();
    expect(isSteward.value).toBe(false);
  });

  it('stays who it is when one answer is lost', async () => {
    await refreshSession();
    reached = false;
    await refreshSession();
    expect(me.value).toEqual(steward);
  });

  it('is nobody once the server says so, and then nothing that was begun stays on the device', async () => {
    await refreshSession();
    begin();
    says = nobody;
    await refreshSession();
    expect(recall(name)).toBeUndefined();
    again();
    reached = false;
    await refreshSession();
    expect(isSteward.value).toBe(false);
  });
});

describe('signing out', () => {
  it('asks first when something that was begun would go with it', async () => {
    await refreshSession();
    begin();
    await leave();
    expect(asked).not.toContain('/api/sign-out');
    expect(notice.value?.words()).toBe(t('session.loses', { count: 1 }));
    notice.value?.ways[0]?.act?.();
    await vi.waitFor(() => expect(isSteward.value).toBe(false));
    expect(recall(name)).toBeUndefined();
    expect(left.value).toBe(true);
  });

  it('says so when the server cannot be reached: she is still signed in', async () => {
    await refreshSession();
    reached = false;
    await leave();
    expect(notice.value?.words()).toBe(t('session.stillIn'));
    expect(isSteward.value).toBe(true);
    expect(left.value).toBe(false);
  });
});
