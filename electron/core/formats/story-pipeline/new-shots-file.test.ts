import type { Records, Shot, Take } from '@shared/records/index.js';
import { aBoard, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { contextOf } from '../testing/context.js';
import { newShotsFile } from './new-shots-file.js';

const board = (shot: Partial<Shot>, take: Partial<Take> | null): Records => ({
  ...aBoard(1),
  shot: { 'shot-0': { ...aShot(0), prompt: 'of the shot', negativePrompt: 'of the shot too', ...shot } },
  take: take ? { 'take-0': { ...aTake(0), prompt: 'of the picture', negativePrompt: '', ...take } } : {},
});
const written = (records: Records) => JSON.parse(newShotsFile(contextOf(records)));
const only = (shot: Partial<Shot>, take: Partial<Take> | null) => written(board(shot, take)).shots[0];
const REGENERATED = { origin: { kind: 'regenerated' } } as unknown as Partial<Take>;

it('says the words of a picture that was made again, and of any other shot its own', () => {
  expect(only({}, REGENERATED)).toMatchObject({ visualPrompt: 'of the picture', negativePrompt: '' });
  const own = { visualPrompt: 'of the shot', negativePrompt: 'of the shot too' };
  expect(only({}, {})).toMatchObject(own);
  expect(only({ pickId: null }, null)).toMatchObject({ ...own, imagePath: null });
});

it('names scene and seed where there are any, the seed to its last digit', () => {
  const seed = '18446744073709551615';
  expect(newShotsFile(contextOf(board({}, { seed })))).toContain(`"seed": ${seed}`);
  expect(only({}, {})).toHaveProperty('scene', 'Harbour');
  for (const shot of [only({ scene: null }, { seed: null }), only({ scene: null, pickId: null }, null)]) {
    expect(shot).not.toHaveProperty('scene');
    expect(shot).not.toHaveProperty('seed');
  }
});

it('says of a shot that it is left out of play, and nothing of that of others', () => {
  expect(only({ omitted: true }, {})).toHaveProperty('omitted', true);
  expect(only({}, {})).not.toHaveProperty('omitted');
});

it('tells how many shots there are, in story order', () => {
  const two = aBoard(2);
  const [first, second] = [two.shot['shot-0'] as Shot, two.shot['shot-1'] as Shot];
  const turned = {
    ...two,
    shot: { 'shot-0': { ...first, position: 1 }, 'shot-1': { ...second, position: 0 } },
  };
  const said = written(turned);
  expect(said).toMatchObject({ titleId: Object.values(two.storyboard)[0]?.title, totalShots: 2 });
  expect(said.shots.map(({ shotNumber }: { shotNumber: string }) => shotNumber)).toEqual(['2', '1']);
});
