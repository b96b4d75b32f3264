import { NO_PARTS } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { claimsToAsk } from './asked.js';
import type { ReadClaim } from './read-claim.js';

const plain = { ...NO_PARTS, parents: [], span: null, weight: 1, negated: false, canonOf: null } as const;
const fox: ReadClaim = { ...plain, kind: 'entity', text: 'a fox', subject: 'fox' };
const owl: ReadClaim = { ...plain, kind: 'entity', text: 'an owl', subject: 'owl' };
const place = (object: string): ReadClaim => ({ ...plain, kind: 'place', text: `in a ${object}`, object });
const inForest: ReadClaim = {
  ...plain,
  kind: 'relation',
  text: 'a fox in a forest',
  subject: 'fox',
  relation: 'in',
  object: 'forest',
  parents: [0],
};
const texts = (claims: readonly ReadClaim[], peopleNamed: number | null = null) =>
  claimsToAsk({ claims, peopleNamed }).map(({ text }) => text);

it('asks for the one place once, and who is where among several', () => {
  expect(texts([fox, place('forest'), inForest])).toEqual(['a fox', 'in a forest']);
  expect(texts([fox, place('forest'), place('village'), inForest])).toContain('a fox in a forest');
  expect(texts([fox, place('village'), inForest])).toContain('a fox in a forest');
  expect(texts([fox, place('forest'), { ...inForest, negated: true }])).toContain('a fox in a forest');
  const outside: ReadClaim = { ...plain, kind: 'place', text: 'outside' };
  const onTheLeft: ReadClaim = { ...plain, kind: 'relation', text: 'a fox on the left', subject: 'fox' };
  expect(texts([fox, outside, onTheLeft])).toEqual(['a fox', 'outside', 'a fox on the left']);
  const notThere: ReadClaim = { ...place('village'), negated: true };
  expect(texts([fox, place('forest'), notThere, inForest])).not.toContain('a fox in a forest');
});

it('keeps what claims hang on', () => {
  const beside: ReadClaim = { ...plain, kind: 'relation', text: 'an owl near a fox', parents: [3, 0] };
  const asked = claimsToAsk({ claims: [fox, place('forest'), inForest, owl, beside], peopleNamed: null });
  expect(asked.at(-1)?.parents.map((parent) => asked[parent]?.text)).toEqual(['an owl', 'a fox']);
});

it('asks with less weight for how many people there are where nobody said it', () => {
  expect(claimsToAsk({ claims: [fox], peopleNamed: 0 }).at(-1)).toMatchObject({
    kind: 'count',
    text: 'no people',
    weight: 0.5,
  });
  const said: ReadClaim = { ...plain, kind: 'count', text: 'two people', subject: 'person', value: '2' };
  expect(texts([said], 2)).toEqual(['two people']);
  const foxes: ReadClaim = { ...plain, kind: 'count', text: 'two foxes', subject: 'fox', value: '2' };
  const tall: ReadClaim = { ...plain, kind: 'attribute', text: 'a tall person', subject: 'person' };
  expect(texts([foxes], 1)).toEqual(['two foxes', 'one person']);
  expect(texts([tall], 1)).toEqual(['a tall person', 'one person']);
  expect(texts([fox, said], 2)).toEqual(['a fox', 'two people']);
});
