import { afterEach, expect, it } from 'vitest';
import { me } from '../../network/state';
import { canPropose } from './proposing';

afterEach(() => { me.value = { audience: 'public', language: 'id' }; });

it('a tie is proposed by a steward, and never with who has ended', () => {
  expect(canPropose({}, {})).toBe(false);
  me.value = { audience: 'steward', language: 'id' };
  expect(canPropose({}, {})).toBe(true);
  expect(canPropose({ retired: true }, {})).toBe(false);
  expect(canPropose({}, { retired: true })).toBe(false);
});
