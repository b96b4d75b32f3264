import { describe, expect, it } from 'vitest';
import { NO_FILTER, type ShotFilter } from '../board/index.js';
import { chipsOf, toggled } from './chips.js';

const full: ShotFilter = {
  show: 'flagged',
  survivors: true,
  states: ['on-hold'],
  kinds: ['claim-failed', 'near-duplicate'],
  characters: ['Mira'],
  scenes: ['3'],
  stars: 4,
  words: ' red coat ',
  stretch: { from: 's4', to: 's8' },
};
const numberOf = (id: string) => ({ s4: '5', s8: '9' })[id] ?? '?';

describe('the chips of a filter', () => {
  it('are one for each part, in the artist’s words', () => {
    expect(chipsOf(full, numberOf).map(({ about, words }) => [about, words])).toEqual([
      ['', '“red coat”'],
      ['', 'Survivors only'],
      ['', 'Shots 5 to 9'],
      ['State', 'On hold'],
      ['Finding', 'Not as described'],
      ['Finding', 'Near duplicate'],
      ['Character', 'Mira'],
      ['Scene', 'Scene 3'],
      ['', '4 or more stars'],
    ]);
    expect(chipsOf(NO_FILTER, numberOf)).toEqual([]);
    expect(chipsOf({ ...NO_FILTER, stars: 0, words: ' ' }, numberOf).map(({ words }) => words)).toEqual([
      'Not rated',
    ]);
  });

  it('take away one part each, and together everything but what is shown', () => {
    const keys = chipsOf(full, numberOf).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const chip of chipsOf(full, numberOf))
      expect(chipsOf(chip.without, numberOf).map(({ key }) => key)).toEqual(
        keys.filter((key) => key !== chip.key),
      );
    let left = full;
    for (let chip = chipsOf(left, numberOf)[0]; chip; chip = chipsOf(left, numberOf)[0]) left = chip.without;
    expect(left).toEqual({ ...NO_FILTER, show: 'flagged' });
  });
});

it('a choice is taken up and given back', () => {
  const on = toggled(NO_FILTER, 'scenes', 'Kitchen');
  expect(on).toEqual({ ...NO_FILTER, scenes: ['Kitchen'] });
  expect(toggled(on, 'scenes', 'Forest').scenes).toEqual(['Kitchen', 'Forest']);
  expect(toggled(on, 'scenes', 'Kitchen')).toEqual(NO_FILTER);
});
