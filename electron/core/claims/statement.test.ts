import { NO_PARTS } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import type { ReadClaim } from './read-claim.js';
import { statementIn } from './statement.js';

const plain = { ...NO_PARTS, parents: [], span: null, weight: 1, negated: false, canonOf: null } as const;
const lantern: ReadClaim = { ...plain, kind: 'entity', text: 'a lantern', subject: 'lantern' };
const bright: ReadClaim = {
  ...plain,
  kind: 'attribute',
  text: 'a bright lantern',
  subject: 'lantern',
  attribute: 'bright',
  parents: [0],
};

it.each<[words: string, read: readonly ReadClaim[], text: string, negated: boolean, noun: string]>([
  ['a lantern', [lantern], 'a lantern', false, 'lantern'],
  ['no lantern', [{ ...lantern, negated: true }], 'a lantern', true, 'lantern'],
  ['a bright lantern', [lantern, bright], 'a bright lantern', false, 'lantern'],
  ['a very bright lantern', [lantern, bright], 'a very bright lantern', false, 'lantern'],
  // Of what nothing is read the words themselves are asked.
  ['the keeper', [], 'the keeper', false, 'keeper'],
  ['an owl', [], 'an owl', false, 'owl'],
  ['owl of a lake', [], 'owl of a lake', false, 'owl of a lake'],
])('“%s” states it', (words, read, text, negated, noun) => {
  expect(statementIn(words, read)).toMatchObject({ text, negated, noun });
});

it('has the parts of what the words say as a whole, and none of what they only begin with', () => {
  const parts = { subject: 'lantern', attribute: 'bright', relation: null, object: null, value: null };
  expect(statementIn('a bright lantern', [lantern, bright]).parts).toEqual(parts);
  expect(statementIn('a very bright lantern', [lantern, bright]).parts).toEqual(NO_PARTS);
});
