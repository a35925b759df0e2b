import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced, silence } from './pace';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }); });
afterEach(() => { vi.useRealTimers(); });
const pace = { soon: 40, rest: 1000, patience: 10_000 };

it('acts soon after it is asked, once for all who ask meanwhile', () => {
  const act = vi.fn();
  const ask = paced(act, pace);
  ask(); ask();
  vi.advanceTimersByTime(39);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

it('is not put off for ever by who asks all the time, and keeps its rest', () => {
  const act = vi.fn();
  const ask = paced(act, pace);
  for (let ms = 0; ms < 10_000; ms += 2) { ask(); vi.advanceTimersByTime(2); }
  expect(act.mock.calls.length).toBeGreaterThanOrEqual(9);
  expect(act.mock.calls.length).toBeLessThanOrEqual(11);
});

it('answers the last who asked, however busy it was before', () => {
  const act = vi.fn();
  const ask = paced(act, pace);
  ask(); vi.advanceTimersByTime(40);
  ask(); vi.advanceTimersByTime(999);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(2);
});

it('waits for what is still going on, but not for ever', () => {
  const act = vi.fn();
  let busy = true;
  const ask = paced(act, pace, () => busy);
  ask(); vi.advanceTimersByTime(5000);
  expect(act).not.toHaveBeenCalled();
  busy = false; vi.advanceTimersByTime(40);
  expect(act).toHaveBeenCalledOnce();
  busy = true; ask(); vi.advanceTimersByTime(10_900);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(200);
  expect(act).toHaveBeenCalledTimes(2);
});

it('acts on a silence once, as long after the last that was heard as it is patient', () => {
  const act = vi.fn();
  const quiet = silence(act, 45_000);
  for (let ms = 0; ms < 60_000; ms += 100) { quiet.heard(); vi.advanceTimersByTime(100); }
  vi.advanceTimersByTime(44_800);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(100_000);
  expect(act).toHaveBeenCalledOnce();
});

it('does not act on a silence that nobody waits for any more', () => {
  const act = vi.fn();
  const quiet = silence(act, 45_000);
  quiet.heard(); quiet.stop();
  vi.advanceTimersByTime(100_000);
  expect(act).not.toHaveBeenCalled();
});
