import { beforeEach, expect, it } from 'vitest';
import { choose } from '../../words';
import '../../words/care';
import { consentOf } from './AnswerPaper';

beforeEach(() => choose('id'));

it('a consent is told with who gave it, when, how, for what and until when, and what nobody recorded is said', () => {
  expect(consentOf({ consent: { givenBy: 'Bu Rini', given: '2026-01-02', how: 'spoken', until: '2026-12-31' }, purposes: ['introduction', 'confirming_ties'] }))
    .toBe('dari Bu Rini, pada 2 Januari 2026, secara lisan, untuk perkenalan dan memastikan hubungan, berlaku sampai 31 Desember 2026');
  expect(consentOf({ consent: { givenBy: 'Bu Rini' } })).toBe('dari Bu Rini, harinya tidak tercatat, caranya tidak tercatat, tidak tercatat untuk apa, berlaku sampai Anda menariknya');
  expect(consentOf({})).toBe('tidak tercatat');
});
