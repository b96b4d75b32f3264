import { expect, it } from 'vitest';
import { hintKey, hintKind, isHintKey } from './hint.js';

it('a hint has a key of its own for each kind and each thing, known for that of a hint', () => {
  expect(hintKind.options).toEqual(['unsaid-look', 'other-look', 'same-framing', 'sides-flip']);
  const keys = hintKind.options.flatMap((kind) => ['Mira', 'Tom'].map((about) => hintKey(kind, about)));
  expect(new Set(keys).size).toBe(8);
  expect(keys.every(isHintKey)).toBe(true);
  for (const key of ['style-drift:1', 'claim-failed:2:a hint:', '']) expect(isHintKey(key)).toBe(false);
});
