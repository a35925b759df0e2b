import { expect, it } from 'vitest';
import { ownersOf, whoseOf } from './may';

it('what belongs to somebody is told from the draft, and whatever is not said yet binds nobody', () => {
  expect(ownersOf('tie', { from: 'a', to: 'b' })).toEqual(['a', 'b']);
  expect(ownersOf('unit', { organization: 'a' })).toEqual(['a']);
  expect(whoseOf('tie', { from: 'a' }, [{ id: 'a' }])).toEqual([]);
  expect(whoseOf('tie', {}, [{ id: 'a' }, { id: 'b' }])).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(whoseOf('organization', {}, [])).toEqual([]);
  expect(whoseOf('organization', { region: '33' }, [{ id: 'a' }])).toEqual([{ id: 'a', region: '33' }]);
  expect(whoseOf('need', { region: '34.02' }, [])).toEqual([{ region: '34.02' }]);
});
