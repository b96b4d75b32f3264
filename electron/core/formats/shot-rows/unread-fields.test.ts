import { expect, it } from 'vitest';
import { oddSeed } from './odd-seed.js';
import { unreadFields } from './unread-fields.js';

it('names nothing where every field is read, stated or known to say nothing of a picture', () => {
  const row = { shot_number: 1, Visual_Description: 'a pier', 'camera angle': 'wide', Music: 'none' };
  expect(unreadFields('shots.json', [row, {}])).toEqual([]);
  expect(unreadFields('shots.json', [])).toEqual([]);
});

it('names each other field once, as it was written last, however many rows have it', () => {
  const rows = [{ number: 1, 'Blocking Notes': 'x' }, { 'blocking-notes': 'y', budget: 3 }, { budget: 4 }];
  expect(unreadFields('shots.json', rows)).toEqual([
    { name: 'shots.json, fields', reason: 'not read: “blocking-notes”, “budget”' },
  ]);
});

it('names twelve at most, and counts the others', () => {
  const odd = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`odd${at}`, at]));
  const [one] = unreadFields('shots.json', [odd]);
  expect(one?.reason).toMatch(/“odd0”, .*“odd11” and 2 more$/);
});

it.each<[fields: Record<string, unknown>, key: string, shown: string]>([
  [{ Seed: '1.8E+19' }, 'Seed', '1.8E+19'],
  [{ seed: ' about 7 ' }, 'seed', 'about 7'],
  [{ seed: 1.5 }, 'seed', '1.5'],
  [{ seed: '-1 or none' }, 'seed', '-1 or none'],
  [{ seed: 'not random' }, 'seed', 'not random'],
  [{ seed: '7-' }, 'seed', '7-'],
  [{ seed: '', 'noise seed': 'seven' }, 'noise seed', 'seven'],
  [{ seed: 'x'.repeat(41) }, 'seed', 'x'.repeat(40)],
])('says of %j that it has a seed that is none', (fields, key, shown) => {
  const reason = `“${shown}” is no whole number that can be a seed; left out`;
  expect(oddSeed(fields)).toEqual({ key, reason });
});

it.each([
  ...[
    '-1',
    '-12',
    'Random',
    'randomize',
    'NONE',
    'null',
    'n/a',
    'NA',
    '-',
    '–',
    '—',
    '??',
    '  ',
    '7',
    ' 7.0 ',
  ],
])('says nothing of “%s”, which is a seed, or the word that there is none', (seed) => {
  expect(oddSeed({ seed })).toBeNull();
});

it('says nothing of a row without a seed, nor of one that has a seed under another name', () => {
  expect(oddSeed({ shot: 'x' })).toBeNull();
  expect(oddSeed({ seed: 'seven', imageSeed: 7 })).toBeNull();
});
