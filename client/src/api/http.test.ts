import { expect, it } from 'vitest';
import { Fault } from './http';

const fault = new Fault({ title: '', status: 422, code: 'text_missing', errors: ['name', 'areas[0].region', 'provenance.source'].map((field) => ({ code: 'text_missing', field, message: '' })) });
const fields = (it: Fault | undefined) => it?.problem.errors?.map((e) => e.field);

it('what is being mended is no longer wrong, nor anything inside of it, and nothing else changes', () => {
  expect(fields(fault.without('name'))).toEqual(['areas[0].region', 'provenance.source']);
  expect(fields(fault.without('areas'))).toEqual(['name', 'provenance.source']);
  expect(fault.without('provenance.lastVerified')).toBe(fault);
  expect(fault.without('name')?.without('areas')?.without('provenance.source')).toBeUndefined();
});
