import { expect, it } from 'vitest';
import { canBeName, extractClaims, readClaims } from './index.js';

it.each<[word: string, description: string, name: boolean]>([
  ['Mira', 'Mira is a girl.', true],
  ['Willow', 'Here Willow, a witch, waits.', true],
  ['There', 'There is a girl.', false],
  ['She', 'She is a girl.', false],
  ['Suddenly', 'Suddenly, a dog barks.', false],
  ['Interior', 'Interior: a woman.', false],
  ['Exterior', 'Exterior: a woman.', false],
  ['Background', 'Background: a woman.', false],
  ['Mira', 'Here is nobody of that name.', false],
])('“%s” of “%s”: %j', (word, description, name) => {
  expect(canBeName(word, description)).toBe(name);
});

it('reads the same words once for each cast', () => {
  const cast = [{ name: 'Mira', aliases: [], noun: 'girl', statements: [] }];
  const text = 'Mira waits in a quiet harbour.';
  expect(readClaims(text)).toEqual(extractClaims(text));
  expect(readClaims(text)).toBe(readClaims(text));
  expect(readClaims(text, cast)).toEqual(extractClaims(text, cast));
  expect(readClaims(text, cast)).not.toEqual(readClaims(text));
});
