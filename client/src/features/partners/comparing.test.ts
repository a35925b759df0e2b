import { describe, expect, it } from 'vitest';
import { readCompared, toggled } from './comparing';

describe('who is compared', () => {
  it('is two at most, each once', () => {
    expect(readCompared({ banding: 'a,b,c' })).toEqual(['a', 'b']);
    expect(readCompared({ banding: 'a,a' })).toEqual(['a']);
    expect(readCompared({})).toEqual([]);
  });

  it('is taken in and out again, and a third takes the place of the first', () => {
    expect(toggled([], 'a')).toEqual(['a']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a', 'b'], 'c')).toEqual(['b', 'c']);
  });
});
