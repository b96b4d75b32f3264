import { expect, it } from 'vitest';
import { columnsOf, doubtsAbout } from './columns.js';

const columns = (header: string[], cells: string[], chosen: Record<string, string | null> = {}) =>
  columnsOf({ header, rows: [{ cells, scene: null, at: 'row 2' }] }, chosen);
const read = (header: string[], cells: string[], chosen?: Record<string, string | null>) =>
  columns(header, cells, chosen).map(({ meaning }) => meaning);

it('nothing is asked of headers that say themselves what they are', () => {
  for (const [header, cells] of [
    [
      ['Shot No.', 'Description', 'Duration (sec)', 'Crew'],
      ['1', 'a mule', '2', 'Ann'],
    ],
    [
      ['Scene', 'Shot', 'Action', 'Image / Frame'],
      ['1', '2', 'a mule', 'a.png'],
    ],
    [
      ['Shot', 'Frame'],
      ['1', 'a.png'],
    ],
  ] as const)
    expect(doubtsAbout(columns([...header], [...cells]))).toEqual([]);
});

it('it is asked of columns that are guessed, of several that could be one thing, and of a list without descriptions', () => {
  expect(doubtsAbout(columns(['Shot', 'Action', 'Ref'], ['1', 'a mule', 'a.png']))).toEqual([
    'The column “Ref” is read as picture, which its header does not say.',
  ]);
  expect(doubtsAbout(columns(['Shot / Crew', 'Action'], ['1', 'a mule']))).toEqual([
    'The column “Shot / Crew” is read as number, which its header does not say.',
  ]);
  expect(doubtsAbout(columns(['Shot', 'Action', 'Description'], ['1', 'a', 'b']))).toEqual([
    '“Action” and “Description” could each be the description.',
  ]);
  expect(doubtsAbout(columns(['Shot', 'Image', 'What happens'], ['1', 'a.png', 'b']))).toEqual([
    'No column is known to hold the description. “What happens” is not read.',
  ]);
});

it('what is chosen counts, and is one column’s alone', () => {
  const header = ['Shot', 'Action', 'Notes', 'Ref'];
  const cells = ['1', 'a mule', 'a donkey', 'a.png'];
  const chosen = { Notes: 'description', Ref: null };
  expect(read(header, cells)).toEqual(['number', 'description', null, 'picture']);
  expect(read(header, cells, chosen)).toEqual(['number', null, 'description', null]);
  expect(doubtsAbout(columns(header, cells, chosen))).toEqual([]);
  expect(columns(header, cells, chosen)[2]?.field).toBe('sceneDescription');
  const twice = ['Shot', 'Notes', 'Notes'];
  expect(read(twice, ['1', 'a mule', 'late'], { Notes: 'description' })).toEqual([
    'number',
    'description',
    null,
  ]);
});
