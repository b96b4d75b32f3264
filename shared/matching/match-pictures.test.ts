import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName } from '../natural-order.js';
import { matchPictures, NO_CHOICE, pictureNamed, type ShotToMatch } from './index.js';

const shot = (number: string, more: Partial<ShotToMatch> = {}): ShotToMatch => ({
  number,
  scene: null,
  names: [],
  ...more,
});
const numbered = (...numbers: string[]): ShotToMatch[] => numbers.map((number) => shot(number));
const inScene = (scene: string, ...numbers: string[]): ShotToMatch[] =>
  numbers.map((number) => shot(number, { scene }));
const naming = (...names: string[]): ShotToMatch[] =>
  names.map((name, index) => shot(String(index + 1), { names: [name] }));

describe('pictures of a source’s shots, by their names', () => {
  it.each<[string, string[], ShotToMatch[], string[][]]>([
    [
      'after a date and a scene',
      ['k/2024-05-01-scene3_shot_001.png', 'k/2024-05-01-scene3_shot_002.png'],
      numbered('1', '2'),
      [['k/2024-05-01-scene3_shot_001.png'], ['k/2024-05-01-scene3_shot_002.png']],
    ],
    [
      'after an episode',
      ['EP01_SC02_SH002.png', 'EP01_SC02_SH001.png'],
      numbered('1', '2'),
      [['EP01_SC02_SH001.png'], ['EP01_SC02_SH002.png']],
    ],
    [
      'in versions, where one shot alone has several',
      ['shot_1.png', 'shot_2.png', 'shot_3_v1.png', 'shot_3_v2.png'],
      numbered('1', '2', '3'),
      [['shot_1.png'], ['shot_2.png'], ['shot_3_v1.png', 'shot_3_v2.png']],
    ],
    [
      'of a batch, where one shot alone has several',
      ['shot_1_00001_.png', 'shot_2.png', 'shot_3_00001_.png', 'shot_3_00002_.png'],
      numbered('1', '2', '3'),
      [['shot_1_00001_.png'], ['shot_2.png'], ['shot_3_00001_.png', 'shot_3_00002_.png']],
    ],
    [
      'of a batch, where one shot has a batch and the others have none',
      ['shot_1.png', 'shot_2_00001_.png', 'shot_2_00002_.png'],
      numbered('1', '2'),
      [['shot_1.png'], ['shot_2_00001_.png', 'shot_2_00002_.png']],
    ],
    [
      'of copies, whose own numbers are also shots’',
      ['shot_1.png', 'shot_1 (1).png', 'shot_1 (2).png', 'shot_2.png'],
      numbered('1', '2'),
      [['shot_1.png', 'shot_1 (1).png', 'shot_1 (2).png'], ['shot_2.png']],
    ],
    [
      'of copies that nothing calls a shot',
      ['1.png', '1 (1).png', '1 (2).png', '2.png'],
      numbered('1', '2'),
      [['1.png', '1 (1).png', '1 (2).png'], ['2.png']],
    ],
    [
      'of copies without the first one',
      ['shot_1 (1).png', 'shot_1 (2).png', 'shot_2.png'],
      numbered('1', '2'),
      [['shot_1 (1).png', 'shot_1 (2).png'], ['shot_2.png']],
    ],
    [
      'that nothing but the number of a copy tells apart',
      ['frame (1).png', 'frame (2).png'],
      numbered('1', '2'),
      [['frame (1).png'], ['frame (2).png']],
    ],
    [
      'in digits of other scripts',
      ['ショット１.png', 'ショット２.png', 'ショット１０.png'],
      numbered('1', '2', '10'),
      [['ショット１.png'], ['ショット２.png'], ['ショット１０.png']],
    ],
    [
      'in the digits of the source',
      ['shot ٢.png', 'shot ١.png'],
      numbered('١', '٢'),
      [['shot ١.png'], ['shot ٢.png']],
    ],
    [
      'as the source writes them',
      ['sc01_sh010.png', 'sc02_sh010.png'],
      numbered('sc01_sh010', 'sc02_sh010'),
      [['sc01_sh010.png'], ['sc02_sh010.png']],
    ],
    [
      'whose number and scene are both in the source’s number',
      ['scene_1_shot_1.png', 'scene_1_shot_2.png', 'scene_2_shot_1.png'],
      numbered('1_1', '1_2', '2_1'),
      [['scene_1_shot_1.png'], ['scene_1_shot_2.png'], ['scene_2_shot_1.png']],
    ],
    [
      'as the source writes them in other words',
      ['Scene 1 Shot 10.png', 'Scene 2 Shot 10.png'],
      numbered('sc01_sh010', 'sc02_sh010'),
      [['Scene 1 Shot 10.png'], ['Scene 2 Shot 10.png']],
    ],
    [
      'with letters',
      ['shot1B.png', 'shot1A.png', 'shot_2a.png'],
      numbered('1A', '1B', '2A'),
      [['shot1A.png'], ['shot1B.png'], ['shot_2a.png']],
    ],
    [
      'with letters that the shots lack',
      ['1a.png', '1b.png', '2a.png'],
      numbered('1', '2'),
      [['1a.png', '1b.png'], ['2a.png']],
    ],
    [
      'before a counter',
      ['1_00001_.png', '2_00001_.png', '1_00002_.png'],
      numbered('1', '2'),
      [['1_00001_.png', '1_00002_.png'], ['2_00001_.png']],
    ],
    [
      'in scenes by number',
      ['sc1_sh1.png', 'sc1_sh2.png', 'sc2_sh1.png'],
      [...inScene('Scene 1', '1', '2'), ...inScene('Scene 2', '1')],
      [['sc1_sh1.png'], ['sc1_sh2.png'], ['sc2_sh1.png']],
    ],
    [
      'in scenes by name',
      ['Mill/1.png', 'Inn/1.png', 'Mill/2.png'],
      [...inScene('Mill', '1', '2'), ...inScene('Inn', '1')],
      [['Mill/1.png'], ['Mill/2.png'], ['Inn/1.png']],
    ],
    [
      'in scenes as they come',
      ['sc1_sh1.png', 'sc2_sh1.png'],
      [...inScene('Mill', '1'), ...inScene('Inn', '1')],
      [['sc1_sh1.png'], ['sc2_sh1.png']],
    ],
    [
      'a scene’s number as the shot’s',
      ['scene_001_keyframe_00_t0.00.png', 'scene_002_keyframe_00_t4.00.png'],
      numbered('scene_01', 'scene_02'),
      [['scene_001_keyframe_00_t0.00.png'], ['scene_002_keyframe_00_t4.00.png']],
    ],
    [
      'whole words',
      ['opening-hare_00001_.png', 'closing owl.png'],
      numbered('opening-hare', 'closing-owl'),
      [['opening-hare_00001_.png'], ['closing owl.png']],
    ],
    [
      'shots with one number, as many as pictures',
      ['1.png', '1_v2.png'],
      numbered('1', '1'),
      [['1.png'], ['1_v2.png']],
    ],
    ['one picture', ['k/bild ä 1.png'], numbered('1'), [['k/bild ä 1.png']]],
    [
      'takes in natural order',
      ['shot_1_v10.png', 'shot_1_v2.png'],
      numbered('1'),
      [['shot_1_v2.png', 'shot_1_v10.png']],
    ],
    [
      'a scene’s number as the shot’s, where the source has no such scene',
      ['sc1.png', 'sc3.png'],
      [...inScene('1', '1'), ...inScene('2', '3')],
      [['sc1.png'], ['sc3.png']],
    ],
    ['the second of two numbers', ['1_7.png', '2_8.png'], numbered('7', '8'), [['1_7.png'], ['2_8.png']]],
    [
      'the one of two numbers that tells more shots apart',
      ['1_1.png', '2_1.png', '3_2.png'],
      numbered('1', '2', '3'),
      [['1_1.png'], ['2_1.png'], ['3_2.png']],
    ],
  ])('%s', (_, pictures, shots, takes) => {
    expect(matchPictures(pictures, shots)).toMatchObject({ takes, leftOut: [], missing: [] });
  });

  it.each<[string, string[], ShotToMatch[]]>([
    ['count from 0', ['frame_000.png', 'frame_001.png', 'frame_002.png'], numbered('1', '2', '3')],
    [
      'count in tens',
      Array.from({ length: 12 }, (_, at) => `sh${String(at * 10 + 10).padStart(3, '0')}.png`),
      numbered(...Array.from({ length: 12 }, (_, at) => String(at + 1))),
    ],
    [
      'go on from others',
      ['ComfyUI_00002_.png', 'ComfyUI_00003_.png', 'ComfyUI_00004_.png'],
      numbered('1', '2', '3'),
    ],
    [
      'count in tens within scenes, whose numbers are also shots’',
      ['sc01_sh010.png', 'sc01_sh020.png', 'sc02_sh010.png'],
      [...inScene('1', '1', '2'), ...inScene('2', '1')],
    ],
    ['are others altogether', ['frame_1.png', 'frame_2.png', 'frame_3.png'], numbered('10', '20', '30')],
    ['begin anew in each scene', ['sc1_sh1.png', 'sc1_sh2.png', 'sc2_sh1.png'], numbered('1', '2', '3')],
  ])('in their order, where the numbers %s', (_, pictures, shots) => {
    expect(matchPictures(pictures, shots)).toMatchObject({
      takes: pictures.map((path) => [path]),
      leftOut: [],
      guesses: { isInOrder: true },
    });
  });

  it('never in their order where labels say which shots they are', () => {
    const pictures = ['shot_2.png', 'shot_3.png', 'shot_4.png'];
    expect(matchPictures(pictures, numbered('1', '2', '3'))).toMatchObject({
      takes: [[], ['shot_2.png'], ['shot_3.png']],
      leftOut: [{ path: 'shot_4.png', reason: 'no shot is numbered 4' }],
      guesses: { isInOrder: false },
    });
  });

  it.each<[string, string[], string[], string[][]]>([
    [
      'some are no tens',
      ['shot_9.png', 'shot_10.png', 'shot_12.png'],
      ['10', '11', '12'],
      [['shot_10.png'], [], ['shot_12.png']],
    ],
    ['one comes twice', ['x_2.png', 'y_4.png', 'z_4.png'], ['1', '2', '3'], [[], ['x_2.png'], []]],
    [
      'a name has none',
      ['cover.png', 'frame_000.png', 'frame_001.png'],
      ['1', '2', '3'],
      [['frame_001.png'], [], []],
    ],
  ])('never in their order where, of the numbers, %s', (_, pictures, numbers, takes) => {
    expect(matchPictures(pictures, numbered(...numbers))).toMatchObject({
      takes,
      guesses: { isInOrder: false },
    });
  });

  it.each(['scene_00%.png', 'shot_%.png', '%.png', '%_00001_.png'])(
    'never in their order where a shot went and another came: %s',
    (name) => {
      const pictures = ['1', '2', '3', '4'].map((number) => name.replace('%', number));
      const { takes, leftOut } = matchPictures(pictures, numbered('1', '3', '4', '9'));
      expect(takes).toEqual([[pictures[0]], [pictures[2]], [pictures[3]], []]);
      expect(leftOut.map(({ path }) => path)).toEqual([pictures[1]]);
    },
  );

  it('leaves out, with the reason, what is of no shot', () => {
    const pictures = ['cat.png', 'shot_1.png', 'shot_7.png', 'refs/girl_1.png', 'thumbs/shot_1.png'];
    expect(matchPictures(pictures, numbered('1', '2')).leftOut).toMatchObject([
      { path: 'cat.png', reason: 'its name holds no shot number' },
      { path: 'refs/girl_1.png', reason: 'a reference, by its folder' },
      { path: 'shot_7.png', reason: 'no shot is numbered 7' },
      { path: 'thumbs/shot_1.png', reason: 'a small copy, by its folder' },
    ]);
    expect(
      matchPictures(['a_1.png', 'a_1_v2.png', 'a_1_v3.png'], numbered('1', '1')).leftOut[0],
    ).toMatchObject({
      path: 'a_1.png',
      reason: '2 shots are numbered 1',
    });
    expect(matchPictures(['refs/1.png', 'refs/2.png'], numbered('1', '2')).leftOut).toEqual([]);
    expect(matchPictures(['fox.png', 'owl.png'], numbered('fox', 'fox', 'owl'))).toMatchObject({
      takes: [[], [], ['owl.png']],
      leftOut: [{ path: 'fox.png', reason: '2 shots are numbered fox' }],
    });
    expect(matchPictures(['7_1.png', '8_1.png', '9_2.png'], numbered('1', '1'))).toMatchObject({
      takes: [['7_1.png'], ['8_1.png']],
      leftOut: [{ path: '9_2.png', reason: 'no shot is numbered 2' }],
    });
  });
});

describe('pictures that a source names', () => {
  it.each([
    ['paths', 'keyframes/b.png'],
    ['paths of another machine', '/render/job7/keyframes/b.png'],
    ['paths of Windows', 'D:\\out\\keyframes\\B.PNG'],
    ['addresses', 'file:///srv/keyframes/b.png'],
    ['addresses of a server', 'https://host/keyframes/b.png?width=10'],
    ['addresses without a host', 'keyframes/%62.png'],
    ['another kind of file', 'keyframes/b.jpg'],
    ['names', 'b.png'],
    ['beginnings of names', 'b'],
    ['folders', 'keyframes/b//'],
  ])('by %s', (_, name) => {
    const { takes, missing, leftOut } = matchPictures(['keyframes/a.png', 'keyframes/b.png'], naming(name));
    expect({ takes, missing }).toEqual({ takes: [['keyframes/b.png']], missing: [] });
    expect(leftOut.map(({ path }) => path)).toEqual(['keyframes/a.png']);
  });

  it('by the folders, where several have the name', () => {
    const pictures = ['sc1/a.png', 'sc2/a.png'];
    const { takes } = matchPictures(pictures, naming('/x/sc2/a.png', '/x/sc1/a.png'));
    expect(takes).toEqual([['sc2/a.png'], ['sc1/a.png']]);
  });

  it.each([
    ['the path itself', ['old/sc1/a.png', 'sc1/a.png'], 'sc1/a.png', 'sc1/a.png'],
    ['what lies least deep', ['old/sc1/a.png', 'sc1/a.png', 'sc2/a.png'], '/x/sc1/a.png', 'sc1/a.png'],
    ['its own kind of file', ['frames/b.jpg', 'frames/b.png'], '/x/frames/b.png', 'frames/b.png'],
    ['a name with signs of addresses', ['frame.png', 'frame#1%.png'], 'frame#1%.png', 'frame#1%.png'],
    ['a name with percent signs', ['a b.png', 'a%20b.png'], 'a%20b.png', 'a%20b.png'],
  ])('by %s before others', (_, pictures, name, picture) => {
    expect(matchPictures(pictures, naming(name)).takes[0]?.[0]).toBe(picture);
  });

  it.each([
    ['that goes on with a word', ['hare', 'hare_runs'], [['hare_sits_1.png'], ['hare_runs_fast_1.png']]],
    ['that is named itself', ['hare', 'hare_runs'], [['hare_sits_1.png'], ['hare_runs.png']]],
    ['in other signs', ['Hare Runs', 'owl'], [['hare-runs_00001_.png'], ['owl_00001_.png']]],
  ])('by the beginning of a name %s', (_, names, takes) => {
    expect(matchPictures(takes.flat(), naming(...names))).toMatchObject({ takes, missing: [] });
  });

  it.each([
    ['goes on without a sign', 'hare', 'hares_run_4.png'],
    ['goes on with a digit', 'hare', 'hare2_run_4.png'],
    ['is of one file that is not there', 'hare.png', 'hare_00004_.png'],
    ['says nothing but a version', 'v2', '2024-05-01.png'],
    ['is of nothing', 'fox', 'hare_00004_.png'],
  ])('but none whose name %s', (_, name, picture) => {
    expect(matchPictures([picture, 'x_9.png'], naming(name)).missing).toEqual([{ shot: 0, name }]);
  });

  it('by the beginning, with all that were made of it', () => {
    const pictures = ['owl_00001_.png', 'hare_00002_.png', 'hare_00001_.png', 'hare-two_00001_.png'];
    expect(matchPictures(pictures, naming('hare', 'hare-two', 'owl')).takes).toEqual([
      ['hare_00001_.png', 'hare_00002_.png'],
      ['hare-two_00001_.png'],
      ['owl_00001_.png'],
    ]);
  });

  it('before numbers, which never say otherwise', () => {
    const pictures = ['frame_000.png', 'frame_001.png', 'frame_002.png', 'frame_003.png'];
    const result = matchPictures(pictures, naming('frame_000.png', 'frame_001.png', 'frame_002.png'));
    expect(result.takes).toEqual([['frame_000.png'], ['frame_001.png'], ['frame_002.png']]);
    expect(result.leftOut).toMatchObject([
      { path: 'frame_003.png', reason: 'its name holds no shot number' },
    ]);
  });

  it('with further takes by number', () => {
    const pictures = ['shot_1.png', 'shot_1_v2.png', 'shot_2.png'];
    expect(matchPictures(pictures, naming('shot_1_v2.png', 'shot_2.png')).takes[0]).toEqual([
      'shot_1_v2.png',
      'shot_1.png',
    ]);
  });

  it('and that are not there', () => {
    expect(matchPictures(['shot_2.png'], naming('shot_1.png', 'shot_2.png'))).toMatchObject({
      takes: [[], ['shot_2.png']],
      missing: [{ shot: 0, name: 'shot_1.png' }],
    });
  });
});

it('where numbers are not those of the shots, what the source names stays, and the rest is left out', () => {
  const shots = naming('mill.png', 'yard.png');
  const { takes, leftOut } = matchPictures(['mill.png', 'shot_2.png'], shots, {
    ...NO_CHOICE,
    otherNumbers: true,
  });
  expect(takes).toEqual([['mill.png'], []]);
  expect(leftOut.map(({ path }) => path)).toEqual(['shot_2.png']);
});

it('every picture is a take or is left out, once, whatever the names are', () => {
  const part = fc.constantFrom(
    'shot',
    'sc',
    '_',
    '-',
    '/',
    '1',
    '02',
    '003',
    'A',
    'v2',
    'fox',
    '00001_',
    'constructor',
    ' ',
    'refs/',
  );
  const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `${parts.join('')}.png`);
  const shots = fc.array(
    fc.record({
      number: fc.oneof(fc.nat(4).map(String), fc.constantFrom('1A', 'sc01_sh02', 'fox', '')),
      scene: fc.constantFrom(null, 'Mill', 'Scene 2', '1'),
      names: fc.constant([]),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), shots, (pictures, given) => {
      const { takes, leftOut } = matchPictures(pictures, given);
      expect(takes).toHaveLength(given.length);
      const all = [...takes.flat(), ...leftOut.map(({ path }) => path)];
      expect(all.sort()).toEqual([...pictures].sort());
    }),
    { numRuns: 400 },
  );
});

it('pictures named in any usual way find their shots', () => {
  const three = (n: number): string => String(n).padStart(3, '0');
  const ways: ((scene: number, number: number) => string)[] = [
    (_, n) => `${n}.png`,
    (_, n) => `shot_${three(n)}.png`,
    (_, n) => `2024-11-03_lantern_${three(n)}.png`,
    (_, n) => `keyframes/frame-${n}.webp`,
    (s, n) => `EP01_SC${three(s)}_SH${three(n)}_v003.png`,
    (s, n) => `output/scene_${s}/shot_${three(n)}.png`,
    (s, n) => `Scene ${s}/${n} - a fox.png`,
    (_, n) => `${three(n)}_00001_.png`,
    (_, n) => `lantern_${three(n)}_1024x576_seed9876543210.png`,
    (_, n) => `cut${three(n)}_take2.png`,
    (_, n) => `ABC_${three(n)} (1).png`,
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...ways),
      fc.uniqueArray(fc.nat(300), { minLength: 2, maxLength: 20 }),
      (way, numbers) => {
        const shots = numbers
          .map((number) => ({ number, scene: 1 + (number % 3) }))
          .sort((a, b) => a.number - b.number);
        const pictures = shots.map(({ number, scene }) => way(scene, number));
        const result = matchPictures(
          [...pictures].sort(byName),
          shots.map(({ number }) => shot(String(number))),
        );
        expect(result).toMatchObject({
          takes: pictures.map((path) => [path]),
          leftOut: [],
          missing: [],
          guesses: { isInOrder: false, alike: [], contested: [] },
        });
      },
    ),
    { numRuns: 300 },
  );
});

it('the same pictures and shots are matched by what is said now, whatever was said of them before', () => {
  const pictures = ['f_0.png', 'f_1.png', 'sc1_sh2.png'];
  const all = [numbered('1', '2'), inScene('1', '2', '3')];
  const choice = fc.record({
    pattern: fc.constantFrom(null, 'f_{shot}', 'sc{scene}_sh{shot}'),
    otherNumbers: fc.boolean(),
    pictures: fc.dictionary(fc.constantFrom(...pictures), fc.constantFrom(null, '2', '3'), { maxKeys: 2 }),
    columns: fc.constant({}),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), choice), { minLength: 2, maxLength: 3 }), (asked) => {
      for (const [at, said] of asked) {
        const shots = all[at] ?? [];
        expect(matchPictures(pictures, shots, said)).toEqual(matchPictures([...pictures], shots, said));
      }
    }),
    { numRuns: 200 },
  );
});

it('a source names one picture, several or none', () => {
  const pictures = ['a/x.png', 'b/y.png', 'b/z_1.png', 'b/z_2.png'];
  const named = (name: string) => pictureNamed(pictures, name);
  expect(['y.png', 'a/x', 'z', 'w.png'].map(named)).toEqual(['b/y.png', 'a/x.png', undefined, undefined]);
  expect(['http://host/y.png?x=1', 'see http://host/y.png?x=1', '%79.png', 'b%2Fy.png'].map(named)).toEqual([
    'b/y.png',
    undefined,
    'b/y.png',
    'b/y.png',
  ]);
});
