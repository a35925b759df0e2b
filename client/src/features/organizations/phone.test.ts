import { expect, it } from 'vitest';
import { phoneText } from './phone';

it.each([['+6281234567890', '+62 812 3456 7890'], ['+62274512345', '+62 274512345'], ['+6561234567', '+6561234567'], ['129', '129'], ['Jalan Contoh 1', 'Jalan Contoh 1']])('the number %s is read as %s', (kept, read) => {
  expect(phoneText(kept)).toBe(read);
});
