import { EMPTY_RECORDS, type Fact, type Shot } from '@shared/records/index.js';
import { boardOf, finding, shot, summary, take } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import {
  choicesOf,
  countShows,
  isFlagged,
  isNarrowed,
  isWaiting,
  keptShots,
  NO_FILTER,
  type ShotFilter,
} from './filter.js';
import { SORTS, sortedShots } from './sort.js';

const character = (id: string, name: string, aliases: string[] = []): Fact => ({
  id,
  subject: 'character',
  name,
  statement: 'a girl in a red coat',
  aliases,
  firstShotId: null,
  lastShotId: null,
  origin: 'text',
});

/** Six shots: two are flagged, each in another way; the shots differ in what a filter asks for. */
function board(changes: readonly Partial<Shot>[] = []) {
  const parts: readonly Partial<Shot>[] = [
    { scene: 'Kitchen', description: 'Mira cooks.', stars: 5 },
    { scene: 'Kitchen', description: 'The fox sleeps.', number: '2A' },
    { scene: 'Forest', description: 'Mira and the fox walk.', status: 'approved', stars: 3 },
    { scene: 'Forest', description: 'A café at night.', prompt: 'neon sign', note: 'ask Ana' },
    { scene: null, description: 'Miraculous light.', number: '12', status: 'on-hold' },
    { scene: 'Forest', description: 'Rain.', number: '21', pickId: null },
  ];
  const { records, overview } = boardOf(6, [1, 2]);
  const shots = parts.map((part, i) => shot(i, { ...part, ...changes[i] }));
  return joinBoardView(
    {
      ...EMPTY_RECORDS,
      ...records,
      shot: Object.fromEntries(shots.map((one) => [one.id, one])),
      take: { ...records.take, t4: take(4, { unreadable: 'The file is empty.' }) },
      fact: {
        a: character('a', 'Mira'),
        b: character('b', 'Fox', ['the fox']),
        c: { ...character('c', 'lantern'), subject: 'prop' },
      },
    },
    {
      ...overview,
      findings: {
        s1: [finding(1, { kind: 'blur' })],
        s2: [
          finding(2, { kind: 'wrong-place', severity: 'low' }),
          finding(2, { kind: 'noise', key: 'gone', dismissed: true }),
        ],
      },
    },
    3,
  );
}

const kept = (part: Partial<ShotFilter>, changes?: readonly Partial<Shot>[]) =>
  keptShots(board(changes), { ...NO_FILTER, ...part }).map(({ shot: { position } }) => position);

describe('a filter', () => {
  it('that asks for nothing keeps the shots themselves', () => {
    const all = board();
    expect(keptShots(all, NO_FILTER)).toBe(all.views);
    expect(keptShots(all, { ...NO_FILTER, words: '  ' })).toEqual(all.views);
  });

  it('keeps the survivors, whatever else is asked of them', () => {
    const rejected = [{}, { status: 'rejected' }, {}, {}, { status: 'rejected' }] as const;
    expect(kept({ survivors: true }, rejected)).toEqual([0, 2, 3, 5]);
    expect(kept({ survivors: true, show: 'flagged' }, rejected)).toEqual([2]);
    expect(isNarrowed({ ...NO_FILTER, survivors: true })).toBe(true);
  });

  it('keeps the shots from one to another, whichever is named first, and to an end whose shot is gone', () => {
    expect(kept({ stretch: { from: 's1', to: 's3' } })).toEqual([1, 2, 3]);
    expect(kept({ stretch: { from: 's3', to: 's1' } })).toEqual([1, 2, 3]);
    expect(kept({ stretch: { from: 's2', to: 's2' }, show: 'flagged' })).toEqual([2]);
    expect(kept({ stretch: { from: 'gone', to: 's1' } })).toEqual([0, 1]);
    expect(kept({ stretch: { from: 's4', to: 'gone' } })).toEqual([4, 5]);
    expect(isNarrowed({ ...NO_FILTER, stretch: { from: 's1', to: 's3' } })).toBe(true);
  });

  it('keeps the flagged, the waiting or the approved', () => {
    expect(kept({ show: 'flagged' })).toEqual([1, 2]);
    expect(kept({ show: 'approved' })).toEqual([2]);
    // The last has no picture, which is the artist's to mend; the one on hold is decided.
    expect(kept({ show: 'waiting' })).toEqual([1, 5]);
  });

  it('keeps the states, and any one of several', () => {
    expect(kept({ states: ['approved'] })).toEqual([2]);
    expect(kept({ states: ['approved', 'missing-image'] })).toEqual([2, 4, 5]);
    expect(kept({ states: ['rejected'] })).toEqual([]);
  });

  it('keeps the kinds of findings, not of dismissed ones', () => {
    expect(kept({ kinds: ['blur'] })).toEqual([1]);
    expect(kept({ kinds: ['blur', 'wrong-place'] })).toEqual([1, 2]);
    expect(kept({ kinds: ['noise'] })).toEqual([]);
  });

  it('keeps the characters that the description names in whole words, or by another name', () => {
    expect(kept({ characters: ['Mira'] })).toEqual([0, 2]);
    expect(kept({ characters: ['Fox'] })).toEqual([1, 2]);
    expect(kept({ characters: ['lantern'] })).toEqual([]);
  });

  it('keeps the scenes', () => {
    expect(kept({ scenes: ['Kitchen'] })).toEqual([0, 1]);
    expect(kept({ scenes: ['Kitchen', 'Forest'] })).toEqual([0, 1, 2, 3, 5]);
  });

  it('keeps what has at least so many stars, or none at all', () => {
    expect(kept({ stars: 3 })).toEqual([0, 2]);
    expect(kept({ stars: 4 })).toEqual([0]);
    expect(kept({ stars: 5 })).toEqual([0]);
    expect(kept({ stars: 0 })).toEqual([1, 3, 4, 5]);
  });

  it('finds words in description, prompt and note, whatever their case, accents and order', () => {
    expect(kept({ words: 'CAFE' })).toEqual([3]);
    expect(kept({ words: 'night neon' })).toEqual([3]);
    expect(kept({ words: 'ana' })).toEqual([3]);
    expect(kept({ words: 'night zebra' })).toEqual([]);
    expect(kept({ words: 'fox' })).toEqual([1, 2]);
  });

  it('finds a number from its start, and not inside another', () => {
    expect(kept({ words: '2a' })).toEqual([1]);
    expect(kept({ words: '12' })).toEqual([4]);
    expect(kept({ words: '2' })).toEqual([1, 5]);
    expect(kept({ words: '1' })).toEqual([0, 4]);
  });

  it('reads a shot again when it has changed', () => {
    expect(kept({ words: 'kettle' })).toEqual([]);
    expect(kept({ words: 'kettle' }, [{ note: 'a kettle' }])).toEqual([0]);
    expect(kept({ characters: ['Fox'] }, [{ description: 'The FOX cooks.' }])).toEqual([0, 1, 2]);
  });

  it('asks for everything at once', () => {
    expect(kept({ characters: ['Mira'], scenes: ['Forest'] })).toEqual([2]);
    expect(kept({ show: 'flagged', stars: 3, words: 'walk', kinds: ['wrong-place'] })).toEqual([2]);
    expect(kept({ show: 'flagged', stars: 4 })).toEqual([]);
  });

  it('knows whether anything narrows', () => {
    expect(isNarrowed(NO_FILTER)).toBe(false);
    expect(isNarrowed({ ...NO_FILTER, show: 'flagged' })).toBe(false);
    expect(isNarrowed({ ...NO_FILTER, words: ' ' })).toBe(false);
    for (const part of [{ words: 'a' }, { stars: 0 }, { states: ['approved' as const] }, { scenes: ['x'] }])
      expect(isNarrowed({ ...NO_FILTER, ...part })).toBe(true);
  });
});

describe('waiting', () => {
  it('ends with a decision or an order, and needs a reason', () => {
    const [clean, found] = board().views;
    if (!clean || !found) throw new Error('The board is empty.');
    expect(isFlagged(found)).toBe(true);
    expect(isFlagged(clean)).toBe(false);
    expect(isWaiting(found)).toBe(true);
    expect(isWaiting(clean)).toBe(false);
    expect(isWaiting({ ...found, shot: { ...found.shot, status: 'rejected' } })).toBe(false);
    expect(isWaiting({ ...found, findings: [], suggestion: null })).toBe(false);
    expect(isWaiting({ ...found, findings: [] })).toBe(true);
    expect(isWaiting({ ...clean, state: 'missing-image' })).toBe(true);
    expect(isWaiting({ ...found, request: {} as NonNullable<typeof found.request> })).toBe(false);
  });
});

it('shows what was not judged by itself: it is neither flagged nor clean', () => {
  const { records, overview } = boardOf(3, [1]);
  const silent = { ...overview.summaries, t1: summary(null), t2: summary(null) };
  const strange = joinBoardView({ ...EMPTY_RECORDS, ...records }, { ...overview, summaries: silent }, 3);
  const filter: ShotFilter = { ...NO_FILTER, show: 'unjudged' };
  expect(keptShots(strange, filter).map(({ shot: { id } }) => id)).toEqual(['s2']);
  expect(countShows(strange, filter)).toMatchObject({ all: 3, flagged: 1, unjudged: 1 });
  // Where the judge failed the frame is not judged, whatever was measured of it.
  const failed = { ...overview.summaries, t1: summary(null, { state: 'failed' }) };
  const broken = joinBoardView({ ...EMPTY_RECORDS, ...records }, { ...overview, summaries: failed }, 3);
  expect(keptShots(broken, filter).map(({ shot: { id } }) => id)).toEqual(['s1']);
});

describe('choices', () => {
  it('count what each would show, given the rest of the filter', () => {
    expect(countShows(board(), NO_FILTER)).toEqual({
      all: 6,
      flagged: 2,
      unjudged: 0,
      noted: 0,
      waiting: 2,
      approved: 1,
      omitted: 0,
    });
    expect(countShows(board(), { ...NO_FILTER, show: 'approved', scenes: ['Kitchen'] })).toEqual({
      all: 2,
      flagged: 1,
      unjudged: 0,
      noted: 0,
      waiting: 1,
      approved: 0,
      omitted: 0,
    });
    const { lists, stars } = choicesOf(board(), { ...NO_FILTER, scenes: ['Forest'] });
    expect([...lists.scenes]).toEqual([
      ['Kitchen', 2],
      ['Forest', 3],
    ]);
    expect([...lists.characters]).toEqual([
      ['Mira', 1],
      ['Fox', 1],
    ]);
    expect([...lists.kinds]).toEqual([
      ['blur', 0],
      ['wrong-place', 1],
    ]);
    expect([...lists.states]).toEqual([
      ['pending', 1],
      ['approved', 1],
      ['missing-image', 1],
    ]);
    expect(stars).toEqual([2, 1, 1, 1, 0, 0]);
  });

  it('list what is chosen even where no shot has it any more', () => {
    expect(choicesOf(board(), { ...NO_FILTER, kinds: ['exposure'] }).lists.kinds.get('exposure')).toBe(0);
  });

  it('count a shot once, however often it has the value', () => {
    const { records, overview } = boardOf(1, [0]);
    const twice = [finding(0, { kind: 'noise', key: 'a' }), finding(0, { kind: 'noise', key: 'b' })];
    const { lists } = choicesOf(
      joinBoardView(records, { ...overview, findings: { s0: twice } }, 3),
      NO_FILTER,
    );
    expect([...lists.kinds]).toEqual([['noise', 1]]);
  });

  it('say exactly what choosing them shows', () => {
    const filters = fc.record({
      show: fc.constantFrom('all', 'flagged', 'waiting', 'approved'),
      survivors: fc.boolean(),
      states: fc.subarray(['pending', 'approved', 'missing-image'] as const),
      kinds: fc.subarray(['blur', 'wrong-place'] as const),
      characters: fc.subarray(['Mira', 'Fox']),
      scenes: fc.subarray(['Kitchen', 'Forest']),
      stars: fc.constantFrom(null, 0, 1, 2, 3, 4, 5),
      words: fc.constantFrom('', 'mira', 'fox', '2'),
      stretch: fc.constantFrom(null, { from: 's1', to: 's3' }),
    }) as fc.Arbitrary<ShotFilter>;
    const all = board();
    fc.assert(
      fc.property(filters, (filter) => {
        const { lists, stars } = choicesOf(all, filter);
        const shown = (part: Partial<ShotFilter>) => keptShots(all, { ...filter, ...part }).length;
        const chosen = Object.entries(lists).flatMap(([list, values]) =>
          [...values].map(([value, count]) => ({ list, value, count })),
        );
        expect(chosen).toEqual(chosen.map((one) => ({ ...one, count: shown({ [one.list]: [one.value] }) })));
        expect(stars).toEqual(stars.map((_, wanted) => shown({ stars: wanted })));
        expect(countShows(all, filter)[filter.show]).toBe(shown({}));
      }),
      { numRuns: 200 },
    );
  });
});

describe('shots that are left out of play', () => {
  const left = board([
    {},
    { omitted: true },
    { omitted: true, status: 'approved' },
    {},
    {},
    { omitted: true },
  ]);
  const shown = (filter: Partial<ShotFilter>) =>
    keptShots(left, { ...NO_FILTER, ...filter }).map(({ shot }) => shot.id);

  it('stand among all, and can be shown alone, but count as nothing else', () => {
    expect(countShows(left, NO_FILTER)).toEqual({
      all: 6,
      flagged: 0,
      unjudged: 0,
      noted: 0,
      waiting: 0,
      approved: 0,
      omitted: 3,
    });
    expect(shown({ show: 'omitted' })).toEqual(['s1', 's2', 's5']);
    expect(shown({ show: 'omitted', scenes: ['Kitchen'] })).toEqual(['s1']);
    expect(shown({ states: ['omitted'] })).toEqual(['s1', 's2', 's5']);
  });

  it('have nothing found in them, nothing suggested, and stand behind all others in any order but the story’s', () => {
    const [, one] = left.views;
    expect(one).toMatchObject({ findings: [], suggestion: null, state: 'omitted', outOfDate: null });
    const orders = SORTS.map((sort) => sortedShots(left.views, sort).map(({ shot }) => shot.id));
    for (const [at, order] of orders.entries())
      expect(order.slice(3).every((id) => ['s1', 's2', 's5'].includes(id))).toBe(SORTS[at] !== 'story');
  });
});
