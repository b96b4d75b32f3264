import { expect, it } from 'vitest';
import { NO_FILTER } from './filter.js';
import { keptFilter } from './read-filter.js';

const WHOLE = {
  show: 'flagged',
  survivors: true,
  states: ['pending'],
  kinds: ['style-drift'],
  characters: ['Mira'],
  scenes: ['Mill'],
  stars: 3,
  words: 'red coat',
  stretch: { from: 'shot-1', to: 'shot-4' },
};
const NOTHING = {
  show: NO_FILTER.show,
  survivors: false,
  states: [],
  kinds: [],
  characters: [],
  scenes: [],
  stars: null,
  words: '',
  stretch: null,
};

it('a filter that was kept is the same when it is read', () => {
  expect(keptFilter.parse(WHOLE)).toEqual(WHOLE);
  expect(keptFilter.parse(NOTHING)).toEqual(NOTHING);
});

it.each([null, 'flagged', 7, [], {}])('%j asks for nothing', (kept) => {
  expect(keptFilter.parse(kept)).toEqual(NOTHING);
});

it.each<[part: keyof typeof WHOLE, kept: unknown, read: unknown]>([
  ['show', 'of another version', NO_FILTER.show],
  ['survivors', 'yes', false],
  ['states', 'pending', []],
  ['states', ['pending', 'of another version'], ['pending']],
  ['kinds', [7], []],
  ['kinds', ['of another version', 'style-drift'], ['style-drift']],
  ['characters', 'Mira', []],
  ['scenes', [1], []],
  ['stars', 0, 0],
  ['stars', 5, 5],
  ['stars', 6, null],
  ['stars', -1, null],
  ['stars', 1.5, null],
  ['words', null, ''],
  ['stretch', { from: 'shot-1' }, null],
])('of a part that cannot be read, %s %j, nothing is asked, and the others count', (part, kept, read) => {
  expect(keptFilter.parse({ ...WHOLE, [part]: kept })).toEqual({ ...WHOLE, [part]: read });
});
