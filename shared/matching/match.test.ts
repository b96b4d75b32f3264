import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joined,
  type MatchChoice,
  matchChoice,
  matchOf,
  NO_CHOICE,
  type ShotToMatch,
  saidOver,
  seedsInNames,
  settled,
} from './index.js';

const numbered = (...numbers: string[]): ShotToMatch[] =>
  numbers.map((number) => ({ number, scene: null, names: [] }));
const saying = (choice: Partial<MatchChoice>): MatchChoice => ({ ...NO_CHOICE, ...choice });
const shown = (pictures: string[], shots: ShotToMatch[] | null, choice: Partial<MatchChoice> = {}) => {
  const match = matchOf({ pictures, shots }, saying(choice));
  return match.pictures.map(({ path, shots: own, by, reason }) =>
    `${path}: ${own.join(' ') || reason} ${by ?? ''}`.trim(),
  );
};
const guesses = (pictures: string[], shots: ShotToMatch[] | null, choice: Partial<MatchChoice> = {}) =>
  matchOf({ pictures, shots }, saying(choice)).guesses;

describe('nothing is asked', () => {
  it.each<[string, string[], ShotToMatch[] | null]>([
    ['of numbers that are the shots’', ['shot_1.png', 'shot_2.png', 'shot_2_v2.png'], numbered('1', '2')],
    ['of what no shot needs and no number calls one', ['cover.png', 'shot_1.png'], numbered('1')],
    ['of references', ['refs/girl_7.png', 'shot_1.png'], numbered('1', '2')],
    ['where pictures are still to come', ['shot_1.png'], numbered('1', '2')],
    [
      'of what lies beside pictures that the source names, each of them',
      ['a.png', 'b.png', 'test_7.png'],
      ['a.png', 'b.png'].map((name, at) => ({ number: String(at + 1), scene: null, names: [name] })),
    ],
    [
      'of a shot whose picture lies elsewhere',
      ['cover.png', 'shot_1.png'],
      [...numbered('1'), { number: '2', scene: null, names: [], hasOthers: true }],
    ],
    ['of a folder of pictures', ['sc01_sh010.png', 'sc01_sh010_v2.png', 'sc02_sh010.png', 'cover.png'], null],
    [
      'of grids, references and masks beside a folder’s pictures',
      ['refs/fox.png', 'masks/00001-7.png', 'txt2img-grids/grid-0001.png', 'txt2img-images/00001-7.png'],
      null,
    ],
    [
      'of takes that are numbered after a shot that a word calls one',
      ['sh010_1.png', 'sh010_2.png', 'sh020_1.png'],
      null,
    ],
  ])('%s', (_, pictures, shots) => {
    expect(guesses(pictures, shots)).toEqual([]);
  });
});

describe('in a folder of pictures', () => {
  const pictures = ['masks/00002-7.png', 'txt2img-grids/grid-0001.png', 'txt2img-images/00001-7.png'];

  it('those are no frames that their folder says to be none, unless all are, or one is put by hand', () => {
    expect(shown(pictures, null)).toEqual([
      'masks/00002-7.png: made for a generator, by its folder',
      'txt2img-grids/grid-0001.png: a sheet of several, by its folder',
      'txt2img-images/00001-7.png: 00001 name',
    ]);
    expect(shown(['grids/grid-0001.png'], null)).toEqual(['grids/grid-0001.png: 0001 name']);
    expect(shown(pictures, null, { pictures: { 'masks/00002-7.png': '00001' } })).toEqual([
      'txt2img-grids/grid-0001.png: a sheet of several, by its folder',
      'masks/00002-7.png: 00001 hand',
      'txt2img-images/00001-7.png: 00001 name',
    ]);
  });
});

describe('it is asked, where', () => {
  it.each<[string, string[], ShotToMatch[] | null, string[]]>([
    [
      'nothing but the order pairs them',
      ['frame_000.png', 'frame_001.png'],
      numbered('1', '2'),
      [
        'The numbers in the names are not those of the shots. The pictures are matched in the order of their names.',
      ],
    ],
    [
      'shots of one number are paired in order',
      ['1.png', '1_v2.png'],
      numbered('1', '1'),
      ['Several shots are numbered 1. Their pictures are matched in the order of their names.'],
    ],
    [
      'a picture has a number that no shot has',
      ['shot_1.png', 'shot_7.png'],
      numbered('1'),
      ['1 picture is left out.'],
    ],
    [
      'a shot lacks a picture and one is left over, whatever it is called',
      ['cover.png', 'shot_1.png'],
      numbered('1', '2'),
      ['1 picture is left out, and 1 shot has no picture.'],
    ],
    [
      'several pictures have numbers that no shot has',
      ['shot_1.png', 'shot_7.png', 'shot_8.png'],
      numbered('1'),
      ['2 pictures are left out.'],
    ],
    [
      'several shots lack a picture and several are left over',
      ['cover.png', 'shot_1.png', 'zebra.png'],
      numbered('1', '2', '3'),
      ['2 pictures are left out, and 2 shots have no picture.'],
    ],
    [
      'two numbers say different shots',
      ['a_1_2.png', 'a_2_1.png', 'a_3_3.png'],
      numbered('1', '2', '3'),
      ['More than one number could be the shot’s, as in “a_1_2.png”.'],
    ],
    [
      'pictures that differ in a number are put together',
      ['1_1_1.png', '2_1_1.png', '1_2_1.png', '1_1_2.png'],
      null,
      ['More than one number could be the shot’s, as in “1_1_1.png”.'],
    ],
  ])('%s', (_, pictures, shots, told) => {
    expect(guesses(pictures, shots)).toEqual(told);
  });
});

it('a version is no shot’s number where another number is there', () => {
  expect(shown(['1.png', '2.png', '7_v2.png'], numbered('1', '2'))).toEqual([
    '7_v2.png: no shot is numbered 7',
    '1.png: 1 name',
    '2.png: 2 name',
  ]);
});

describe('what is said counts', () => {
  const pictures = ['frame_000.png', 'frame_001.png', 'frame_002.png'];

  it('of single pictures, before all that is read', () => {
    const shots = [...numbered('1', '2'), { number: '3', scene: null, names: ['frame_002'] }];
    expect(shown(pictures, shots, { pictures: { 'frame_002.png': '1', 'frame_001.png': null } })).toEqual([
      'frame_000.png: its name holds no shot number',
      'frame_001.png: left out by hand',
      'frame_002.png: 1 hand',
    ]);
    expect(shown(['1.png'], numbered('1'), { pictures: { '1.png': '9', 'gone.png': '1' } })).toEqual([
      '1.png: shot 9, where you put it, is gone',
    ]);
  });

  it('of single pictures, behind those of their shot that the source names', () => {
    const shots = [{ number: '1', scene: null, names: ['b.png'] }];
    expect(shown(['a.png', 'b.png'], shots, { pictures: { 'a.png': '1' } })).toEqual([
      'b.png: 1 source',
      'a.png: 1 hand',
    ]);
  });

  it('of a name by a pattern, after what the source names', () => {
    const shots = [...numbered('1', '2'), { number: '3', scene: null, names: ['x9.png'] }];
    expect(shown(['x9.png', 'x1_sh2.png', 'x2_sh1.png', 'y.png'], shots, { pattern: 'x*_sh{shot}' })).toEqual(
      [
        'y.png: its name does not fit the pattern',
        'x2_sh1.png: 1 pattern',
        'x1_sh2.png: 2 pattern',
        'x9.png: 3 source',
      ],
    );
    expect(shown(['x_sh7.png'], numbered('1'), { pattern: 'x_sh{shot}' })).toEqual([
      'x_sh7.png: no shot is numbered 7',
    ]);
  });

  it('of single pictures, in the order of names among the others of their shot, and of those left out', () => {
    expect(
      shown(['cover.png', 'shot_1_v1.png', 'shot_1_v2.png'], numbered('1'), {
        pictures: { 'cover.png': '1' },
      }),
    ).toEqual(['cover.png: 1 hand', 'shot_1_v1.png: 1 name', 'shot_1_v2.png: 1 name']);
    expect(shown(['shot_1.png', 'zebra.png'], numbered('1'), { pictures: { 'shot_1.png': null } })).toEqual([
      'shot_1.png: left out by hand',
      'zebra.png: its name holds no shot number',
    ]);
    expect(
      shown(['z.png', 'a_1.png', 'b.png'], null, { pattern: 'a_{shot}', pictures: { 'a_1.png': null } }),
    ).toEqual([
      'a_1.png: left out by hand',
      'b.png: its name does not fit the pattern',
      'z.png: its name does not fit the pattern',
    ]);
  });

  it('of single pictures, while the others are still a guess', () => {
    const byOrder = 'The pictures are matched in the order of their names.';
    expect(guesses(pictures, numbered('1', '2', '3'), { pictures: { 'frame_000.png': '1' } })).toEqual([
      expect.stringContaining(byOrder),
    ]);
    const alike = ['1.png', '1_v2.png', '2.png'];
    expect(guesses(alike, numbered('1', '1', '2'), { pictures: { '2.png': '2' } })).toEqual([
      `Several shots are numbered 1. Their ${byOrder.slice(4)}`,
    ]);
  });

  it('of takes, which are in the order of their numbers, then of their names', () => {
    const folder = ['c_sh1_v1.png', 'b_sh1_v1.png', 'a_sh1_v2.png'];
    const inOrder = ['b_sh1_v1.png: 1 pattern', 'c_sh1_v1.png: 1 pattern', 'a_sh1_v2.png: 1 pattern'];
    expect(shown(folder, numbered('1'), { pattern: '*_sh{shot}_v{take}' })).toEqual(inOrder);
    expect(shown(folder, null, { pattern: '*_sh{shot}_v{take}' })).toEqual(inOrder);
    // What is left out is only named.
    expect(shown(folder, numbered('2'), { pattern: '*_sh{shot}_v{take}' })).toEqual([
      'a_sh1_v2.png: no shot is numbered 1',
      'b_sh1_v1.png: no shot is numbered 1',
      'c_sh1_v1.png: no shot is numbered 1',
    ]);
  });

  it('of scenes, and of numbers that hold their scene', () => {
    const shots = ['Mill', 'Inn'].map((scene) => ({ number: '1', scene, names: [] }));
    const pattern = '{scene}_{shot}';
    expect(shown(['inn_1.png', 'mill_01.png'], shots, { pattern })).toEqual([
      'mill_01.png: Mill/1 pattern',
      'inn_1.png: Inn/1 pattern',
    ]);
    expect(shown(['fox-sc01_sh010.png'], numbered('sc01_sh010'), { pattern: 'fox-{shot}' })).toEqual([
      'fox-sc01_sh010.png: sc01_sh010 pattern',
    ]);
    const twice = ['sc02_sh010', 'sc01_sh010'];
    expect(shown(['fox-sc01_sh010.png'], numbered(...twice), { pattern: 'fox-{shot}' })).toEqual([
      'fox-sc01_sh010.png: sc01_sh010 pattern',
    ]);
    expect(shown(['fox-sh010.png', 'fox-x.png'], numbered('20', '10'), { pattern: 'fox-{shot}' })).toEqual([
      'fox-x.png: no shot is numbered x',
      'fox-sh010.png: 10 pattern',
    ]);
    expect(shown(['Mill_7.png'], shots, { pattern })).toEqual([
      'Mill_7.png: no shot is numbered 7 in scene Mill',
    ]);
    expect(shown(['inn_1.png', 'mill_1.png'], null, { pattern })).toEqual([
      'inn_1.png: inn/1 pattern',
      'mill_1.png: mill/1 pattern',
    ]);
    expect(guesses(['1.png', '2.png'], numbered('1'), { pattern: '{shot}' })).toEqual([
      '1 picture is left out.',
    ]);
  });

  it('of a folder of pictures, which makes its shots', () => {
    const folder = ['a_10.png', 'a_9_v2.png', 'a_9_v1.png', 'b.png'];
    expect(shown(folder, null, { pattern: 'a_{shot}[_v{take}]' })).toEqual([
      'b.png: its name does not fit the pattern',
      'a_9_v1.png: 9 pattern',
      'a_9_v2.png: 9 pattern',
      'a_10.png: 10 pattern',
    ]);
    const choice = { pictures: { 'b.png': '9', 'a_9_v2.png': 'extra', 'a_10.png': null } };
    expect(shown(folder, null, choice)).toEqual([
      'a_10.png: left out by hand',
      'a_9_v1.png: 9 name',
      'b.png: 9 hand',
      'a_9_v2.png: extra hand',
    ]);
    // Shots keep the names by which they are chosen, also when one of them is emptied.
    const unnumbered = ['cat.png', 'dog.png', 'owl.png'];
    expect(shown(unnumbered, null, { pictures: { 'cat.png': '3', 'owl.png': '2' } })).toEqual([
      'dog.png: 2 name',
      'owl.png: 2 hand',
      'cat.png: 3 hand',
    ]);
  });

  it('of what only their order decided, when pictures come and go', () => {
    const shots = numbered('1', '2', '3');
    const kept = settled(matchOf({ pictures, shots }, NO_CHOICE), NO_CHOICE);
    expect(kept.pictures).toEqual({ 'frame_000.png': '1', 'frame_001.png': '2', 'frame_002.png': '3' });
    expect(kept.otherNumbers).toBe(true);
    expect(guesses(pictures, shots, { pictures: kept.pictures })).toEqual([]);
    const more = [...pictures, 'frame_003.png'];
    expect(shown(more, shots, kept)).toEqual([
      'frame_003.png: the numbers in the names are not those of the shots',
      'frame_000.png: 1 hand',
      'frame_001.png: 2 hand',
      'frame_002.png: 3 hand',
    ]);
    expect(settled(matchOf({ pictures: ['1.png'], shots }, NO_CHOICE), NO_CHOICE)).toEqual(NO_CHOICE);
  });

  it('later over earlier, a pattern over single pictures', () => {
    const before = saying({ pattern: 'a{shot}', pictures: { a: '1', b: '2' }, columns: { A: 'scene' } });
    expect(joined(before, saying({ pictures: { b: null }, columns: { B: null } }))).toEqual({
      pattern: 'a{shot}',
      pictures: { a: '1', b: null },
      columns: { A: 'scene', B: null },
      otherNumbers: false,
    });
    expect(joined(before, saying({ pattern: 'b{shot}' }))).toEqual({
      ...before,
      pattern: 'b{shot}',
      pictures: {},
    });
    const inOrder = { ...NO_CHOICE, otherNumbers: true };
    expect(joined(inOrder, saying({ pictures: { a: '1' } })).otherNumbers).toBe(true);
    expect(joined(inOrder, saying({ pattern: 'b{shot}' })).otherNumbers).toBe(false);
  });

  it('over what is shown of before, which another pattern leaves nothing of but the columns', () => {
    const before = {
      ...saying({ pattern: 'a{shot}', pictures: { a: '1', b: '2' }, columns: { A: 'scene' } }),
      otherNumbers: true,
    };
    const pictures = { b: null };
    expect(saidOver(before, { pattern: 'a{shot}', pictures, columns: { B: null } })).toEqual({
      pattern: 'a{shot}',
      pictures: { a: '1', b: null },
      columns: { A: 'scene', B: null },
      otherNumbers: true,
    });
    for (const pattern of ['b{shot}', null])
      expect(saidOver(before, { pattern, pictures, columns: {} })).toEqual({
        pattern,
        pictures,
        columns: { A: 'scene' },
        otherNumbers: false,
      });
  });
});

it('every picture is shown once, and a shot’s name leads to that shot, whatever is said', () => {
  const picture = fc.constantFrom('1.png', '2.png', '2_v2.png', 'sc1_sh2.png', 'a.png', 'b/3.png', '1_2.png');
  const shots = fc.array(
    fc.record({
      number: fc.constantFrom('1', '2', '02', 'sc01_sh02', '3#1'),
      scene: fc.constantFrom(null, 'Mill', '1'),
      names: fc.constant<string[]>([]),
    }),
    { maxLength: 5 },
  );
  const pattern = fc.constantFrom(null, '{shot}', 'sc{scene}_sh{shot}', '{shot}[_v{take}]');
  fc.assert(
    fc.property(fc.uniqueArray(picture), fc.option(shots), pattern, fc.nat(), (pictures, given, said, at) => {
      const { shots: names } = matchOf({ pictures, shots: given }, saying({ pattern: said }));
      expect(new Set(names).size).toBe(names.length);
      const name = names[at % (names.length || 1)];
      const [first] = pictures;
      const byHand = first === undefined || name === undefined ? {} : { [first]: name };
      const match = matchOf({ pictures, shots: given }, saying({ pattern: said, pictures: byHand }));
      expect(match.pictures.map(({ path }) => path).sort()).toEqual([...pictures].sort());
      for (const [path, shot] of Object.entries(byHand))
        expect(match.pictures.find((one) => one.path === path)).toMatchObject({ shots: [shot], by: 'hand' });
    }),
    { numRuns: 400 },
  );
});

it('the same pictures are shots by what is said now, whatever was said of them before', () => {
  const pictures = ['1.png', '2_v2.png', 'sc1_sh2.png', 'a.png'];
  const choice = fc.record({
    pattern: fc.constantFrom(null, '{shot}', 'sc{scene}_sh{shot}'),
    pictures: fc.dictionary(fc.constantFrom(...pictures), fc.constantFrom(null, '2', 'a'), { maxKeys: 2 }),
  });
  fc.assert(
    fc.property(fc.array(choice, { minLength: 2, maxLength: 3 }), (asked) => {
      for (const said of asked.map(saying))
        expect(matchOf({ pictures, shots: null }, said)).toEqual(
          matchOf({ pictures: [...pictures], shots: null }, said),
        );
    }),
    { numRuns: 200 },
  );
});

it('seeds are read by the pattern, as far as a generator can have them', () => {
  const pictures = ['a_007.png', 'b_18446744073709551615.png', 'c_18446744073709551616.png', 'd.png'];
  expect(seedsInNames(pictures, saying({ pattern: '{shot}[_{seed}]' }))).toEqual(
    new Map([
      ['a_007.png', '7'],
      ['b_18446744073709551615.png', '18446744073709551615'],
    ]),
  );
  expect(seedsInNames(pictures, NO_CHOICE).size).toBe(0);
});

it('a choice that is stored is one again, with patterns that can be read', () => {
  expect(matchChoice.parse(JSON.parse(JSON.stringify(NO_CHOICE)))).toEqual(NO_CHOICE);
  expect(matchChoice.safeParse(saying({ pattern: 'a{shott}' })).error?.issues[0]?.message).toBe(
    'character 2: there is no {shott}; did you mean {shot}?',
  );
});
