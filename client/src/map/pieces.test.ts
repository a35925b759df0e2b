import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inPieces } from './pieces';

let done: string[] = [];
const does = (name: string) => () => { done.push(name); };

beforeEach(() => { vi.useFakeTimers(); done = []; });
afterEach(() => { vi.useRealTimers(); });

describe('what is done in pieces', () => {
  it('is done in its order, and lets others in between', () => {
    const { begin } = inPieces(() => { done.push('land'); setTimeout(does('key')); }, does('ties'));
    begin();
    expect(done).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['land']);
    vi.runAllTimers();
    expect(done).toEqual(['land', 'ties', 'key']);
  });

  it('begins anew when it is asked for again, and ends where it is stopped', () => {
    const { begin, stop } = inPieces(does('land'), does('ties'));
    begin();
    vi.advanceTimersToNextTimer();
    begin();
    vi.runAllTimers();
    expect(done).toEqual(['land', 'land', 'ties']);
    begin();
    stop();
    vi.runAllTimers();
    expect(done).toEqual(['land', 'land', 'ties']);
  });

  it('goes on after a piece that fails', () => {
    const { begin } = inPieces(() => { throw new Error('no tile'); }, does('ties'));
    begin();
    expect(() => vi.advanceTimersToNextTimer()).toThrow('no tile');
    vi.runAllTimers();
    expect(done).toEqual(['ties']);
  });
});
