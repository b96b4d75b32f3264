import { expect, it } from 'vitest';
import { kindOfSkill, skillName, skillOf } from './skill.js';

it.each([
  ['attribute', 'a girl in a red coat', undefined, 'colour'],
  ['attribute', 'a girl in a Navy coat', undefined, 'colour'],
  ['attribute', 'a girl in a coat of the red kind', 'woollen', 'attribute'],
  ['attribute', 'a tired girl', 'tired', 'attribute'],
  ['attribute', 'a bored girl', undefined, 'attribute'],
  ['relation', 'a girl on the left', undefined, 'side'],
  ['relation', 'a fox to the right of a boat', undefined, 'side'],
  ['relation', 'a girl holding a lantern', undefined, 'relation'],
  ['entity', 'a red girl on the left', undefined, 'entity'],
] as const)('of %s “%s”, of which %s is the look, is %s', (kind, text, attribute, skill) => {
  expect(skillOf({ kind, text, ...(attribute && { attribute }) })).toBe(skill);
});

it('is a part of one kind of claims, or that kind', () => {
  const kinds = (['colour', 'side', 'attribute', 'relation', 'entity', 'text'] as const).map(kindOfSkill);
  expect(kinds).toEqual(['attribute', 'relation', 'attribute', 'relation', 'entity', 'text']);
});

it('is said as an artist says it, and by its kind where there is no other word', () => {
  expect([skillName('side'), skillName('framing')]).toEqual(['left and right', 'framing']);
});
