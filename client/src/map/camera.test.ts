import { describe, expect, it } from 'vitest';
import { readCamera, writeCamera } from './camera';

describe('the camera in the address', () => {
  it('is restored', () => {
    expect(readCamera(writeCamera({ zoom: 9, latitude: -7.124, longitude: 110.421 }))).toEqual({ zoom: 9, latitude: -7.124, longitude: 110.421 });
  });

  it.each(['', '#', '#a/b/c', '#5/-7', '#5/-97/110', '#5/-7/110/4', '#content'])('is nothing for %j', (hash) => {
    expect(readCamera(hash)).toBeUndefined();
  });
});
