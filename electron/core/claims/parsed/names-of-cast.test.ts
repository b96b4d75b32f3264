import { expect, it } from 'vitest';
import { namesOf } from './names-of-cast.js';

it.each<[name: string, aliases: readonly string[], words: string]>([
  ['Mira', [], 'mira'],
  ['Ada  Bell', [], 'ada bell'],
  ['The Keeper', [], 'keeper'],
  ['Tom', ['Old Tom', 'iMan'], 'tom old iman'],
  ['Tom', ['Skipper', 'The Keeper', 'Theo'], 'tom skipper keeper theo'],
  // A word for anybody, whoever it means in this story.
  ['Mira', ['the girl', 'The girl', 'girl'], 'mira'],
  ['Mira', ['the Girl'], 'mira girl'],
])('the words of %s, also called %j', (name, aliases, words) => {
  const names = namesOf([{ name, aliases: [...aliases], noun: 'girl', statements: [] }]);
  expect([...names].join(' ')).toBe(words);
});
