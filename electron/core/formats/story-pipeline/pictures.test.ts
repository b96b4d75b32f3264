/** Whose the pictures beside a shots file are, and which of a shot's pictures counts. */
import { expect, it } from 'vitest';
import { readShots } from '../testing/read-storyboard.js';

it('pairs pictures by the paths that the file names, not by numbers in their names', async () => {
  const names = ['frame_000.png', 'frame_001.png', 'frame_002.png'];
  const shots = names.map((imagePath, index) => ({
    shotNumber: index + 1,
    visualPrompt: 'a fox',
    imagePath,
  }));
  const board = await readShots({ shots }, names);
  expect(board.shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual(names.map((name) => [name]));
});

it('gives each row of a repeated number its own picture where there is one for each', async () => {
  const root = {
    shots: [
      { shot: 1, text: 'a' },
      { shot: 1, text: 'b' },
    ],
  };
  const { shots } = await readShots(root, ['frames/s1_a.png', 'frames/s1_b.png']);
  expect(shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual([
    ['frames/s1_a.png'],
    ['frames/s1_b.png'],
  ]);
});

it('reads the pictures of a list, with the words of each, and the one that counts', async () => {
  const takes = [
    { file: 'a.png', prompt: 'fox A', seed: '7' },
    {
      url: 'https://example.org/out/b.png?x=1',
      selected: 'true',
      prompt: { positive: 'fox B', negative: 'fog' },
    },
    'c.png',
  ];
  const { shots } = await readShots({ shots: [{ shot: 1, prompt: 'fox', images: takes }] }, [
    'a.png',
    'images/b.png',
    'frames/c.png',
  ]);
  expect(shots[0]?.takes).toMatchObject([
    { path: 'a.png', prompt: 'fox A', seed: '7', selected: false },
    { path: 'images/b.png', prompt: 'fox B', negativePrompt: 'fog', selected: true },
    { path: 'frames/c.png', prompt: 'fox', selected: false },
  ]);
});

it('leaves the words of a row with the picture that it names', async () => {
  const root = { shots: [{ shot: 1, text: 'A fox.', prompt: 'red fox', image: 'drawn/x.png' }] };
  const { shots } = await readShots(root, ['drawn/x.png', 'keyframes/shot_1.png']);
  expect(shots[0]?.takes).toMatchObject([
    { path: 'drawn/x.png', prompt: 'red fox', selected: true },
    { path: 'keyframes/shot_1.png', prompt: 'A fox.', selected: false },
  ]);
});

it('pairs pictures by the beginnings of their names that the rows give', async () => {
  const rows = ['hare', 'owl'].map((filename_base, at) => ({
    shot_id: `00${2 - at}`,
    filename_base,
    prompt: 'a fox',
  }));
  const { shots } = await readShots({ shots: rows }, [
    'keyframes/hare_00001_.png',
    'keyframes/owl_00001_.png',
  ]);
  expect(shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual([
    ['keyframes/hare_00001_.png'],
    ['keyframes/owl_00001_.png'],
  ]);
});

it('lets the latest version count, and of one batch the first', async () => {
  const rows = [1, 2, 3].map((shot) => ({ shot, prompt: 'a fox' }));
  const named = [
    'shot_1_v002.png',
    'shot_1_v003.png',
    'shot_2_00001_.png',
    'shot_2_00002_.png',
    'shot_3.png',
  ];
  const { shots } = await readShots({ shots: rows }, named);
  const chosen = shots.map(({ takes }) => takes.filter(({ selected }) => selected).map(({ path }) => path));
  expect(shots.flatMap(({ takes }) => takes.map(({ path }) => path))).toEqual(named);
  expect(chosen).toEqual([['shot_1_v003.png'], ['shot_2_00001_.png'], ['shot_3.png']]);
  // What the row names counts, whatever its name says.
  const own = await readShots({ shots: [{ shot: 1, image: 'shot_1_v002.png' }] }, named.slice(0, 2));
  expect(own.shots[0]?.takes.map(({ path, selected }) => [path, selected])).toEqual([
    ['shot_1_v002.png', true],
    ['shot_1_v003.png', false],
  ]);
});
