import { expect, it } from 'vitest';
import { asked } from './Filters';
import { readWeights, withoutWeights } from './weights';

it('asks with the weights of the address that can be used, and names the others', () => {
  const query = { untuk: '7', 'bobot.issues': '-5', 'bobot.offers': 'abc', 'bobot.needs': '1e999', 'bobot.nearness': '101', 'bobot.luck': '0.5', 'bobot.mutual': '0.34', 'bobot.regions': '0' };
  expect(readWeights(query)).toEqual({
    used: { mutual: '0.34', regions: '0' },
    unusable: [{ part: 'issues', value: '-5' }, { part: 'offers', value: 'abc' }, { part: 'needs', value: '1e999' }, { part: 'nearness', value: '101' }, { part: 'luck', value: '0.5' }],
  });
  expect(asked(query)).toEqual({ 'weights.mutual': '0.34', 'weights.regions': '0' });
});

it('finds none where the address names none', () => {
  expect(readWeights({ untuk: '7', 'bobot.issues': '' })).toEqual({ used: {}, unusable: [] });
});

it('forgets the good and the bad alike', () => {
  expect(withoutWeights({ untuk: '7', 'bobot.issues': '-5', 'bobot.mutual': '0.3' })).toEqual({ 'bobot.issues': undefined, 'bobot.mutual': undefined });
});
