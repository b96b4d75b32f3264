import { expect, it } from 'vitest';
import { isAnimal } from './animal.js';
import { INANIMATE } from './inanimate.js';
import { isWorn } from './worn.js';

it.each([
  ['red coat', 'worn'],
  ['twin braids', 'worn'],
  // Of a body, and listed as several alone.
  ['long whisker', 'worn'],
  ['coat rack', ''],
  ['orange fox', 'animal'],
  ['fox hole', ''],
  ['lantern', 'lifeless'],
  ['barista', ''],
])('“%s” is %j', (noun, kind) => {
  const kinds = [isWorn(noun) && 'worn', isAnimal(noun) && 'animal', INANIMATE.has(noun) && 'lifeless'];
  expect(kinds.filter(Boolean).join()).toBe(kind);
});
