import type { Hint } from '@shared/hint.js';
import { expect, it } from 'vitest';
import { stillSaid } from './still-said.js';

const about = (shotId: string) => ({ shotId, key: `of ${shotId}` }) as unknown as Hint;
const prompts = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([shotId, prompt]) => ({ shotId, prompt }));

it('keeps what is said of prompts that are as they were, and nothing of others', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(about) as [Hint, Hint, Hint];
  const said = { prompts: prompts({ a: 'a fox', b: 'an owl', c: 'a hare' }), hints: [a, b, c] };
  expect(stillSaid(said, said.prompts)).toEqual([a, b, c]);
  expect(stillSaid(said, prompts({ a: 'a fox', c: 'a hare' }))).toEqual([a, c]);
  expect(stillSaid(said, prompts({ a: 'a fox', b: 'an owl at night', d: 'a fish' }))).toEqual([a]);
  expect(stillSaid(said, [])).toEqual([]);
});

it('tells answers about what is suggested from those about what is typed', () => {
  const [a] = [about('a')];
  const suggested = { prompts: null, hints: [a] };
  expect(stillSaid(suggested, null)).toEqual([a]);
  expect(stillSaid(suggested, prompts({ a: 'a fox' }))).toEqual([]);
  expect(stillSaid({ prompts: prompts({ a: 'a fox' }), hints: [a] }, null)).toEqual([]);
});
