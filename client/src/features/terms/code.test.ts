import { expect, it } from 'vitest';
import { codeOf } from './code';

it.each([['Natural dyes', 'natural_dyes'], ['  Équité & pay! ', 'e_quite_pay'], ['3D printing', 'd_printing'], ['', ''], ['___', '']])('the code of “%s” is “%s”', (name, code) => {
  expect(codeOf(name)).toBe(code);
});
