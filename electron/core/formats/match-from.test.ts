import { NO_CHOICE } from '@shared/matching/index.js';
import { expect, it } from 'vitest';
import { matchFrom } from './match-from.js';

it.each<[said: unknown, means: object]>([
  ['sc{scene}_sh{shot}', { pattern: 'sc{scene}_sh{shot}' }],
  [{}, {}],
  [{ pattern: null }, {}],
  [
    { pictures: { 'a.png': '2', 'b.png': null }, columns: { Nr: 'number', Misc: null } },
    { pictures: { 'a.png': '2', 'b.png': null }, columns: { Nr: 'number', Misc: null } },
  ],
])('reads %j', (said, means) => {
  expect(matchFrom(said, 'match.json')).toEqual({ ...NO_CHOICE, ...means });
});

it.each<[said: unknown, wrong: string]>([
  [{ picture: {} }, 'match.json: “picture” is not known; did you mean “pictures”?'],
  [{ otherNumbers: true }, 'match.json: “otherNumbers” is not known; did you mean “pattern”?'],
  [{ columns: { Nr: 'numbre' } }, 'match.json, columns, Nr: “numbre” is not known; did you mean “number”?'],
  [{ pictures: { 'a.png': 2 } }, 'match.json, pictures, a.png: '],
  ['{shot', 'match.json, pattern: '],
  [[], 'match.json: '],
  [null, 'match.json: '],
])('says of %j where it is wrong', (said, wrong) => {
  expect(() => matchFrom(said, 'match.json')).toThrow(
    expect.objectContaining({ code: 'BAD_MATCH', message: expect.stringContaining(wrong) }),
  );
});
