import { expect, it } from 'vitest';
import { planBoards, type Story } from './stories.js';

/** Of two stories whose pictures are called alike, in the folder of the story or in its `frames`. */
const storyCalled = (name: string, within = ''): Story => ({
  name,
  files: Array.from({ length: 14 }, (_, at) => `/stories/${name}${within}/${at}.png`),
});

it.each(['', '/frames'])('takes no two pictures for one: %s', (within) => {
  const stories = ['a', 'b', 'c'].map((name) => storyCalled(name, within));
  const sources = new Map<string, string>();
  for (const strength of ['strong', 'faint'] as const)
    for (const frame of planBoards(stories, { count: 8, seed: 1, strength }).flat()) {
      const known = sources.get(frame.key) ?? frame.source;
      expect(frame.source).toBe(known);
      sources.set(frame.key, known);
    }
  // Each story has pictures of its own, each of which is on a board as it is.
  const plain = [...sources].filter(([key]) => key.endsWith(' '));
  expect(new Set(plain.map(([, source]) => source)).size).toBe(plain.length);
  expect(plain.length).toBeGreaterThan(20);
});
