import { aShot } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { ShotView } from '../../board/index.js';
import { stretchOf } from './stretch.js';

/** Numbered 1 to 3. */
const views = [0, 1, 2].map((at) => ({ shot: { ...aShot(at), number: String(at + 1) } }) as ShotView);

it.each([
  ['', '', { firstShotId: null, lastShotId: null }],
  ['2', '', { firstShotId: 'shot-1', lastShotId: null }],
  ['', ' shot 2 ', { firstShotId: null, lastShotId: 'shot-1' }],
  ['1', '3', { firstShotId: 'shot-0', lastShotId: 'shot-2' }],
  ['2', '2', { firstShotId: 'shot-1', lastShotId: 'shot-1' }],
  ['3', ' 2 ', { wrong: 'Shot 2 comes before shot 3.' }],
  [' 9 ', '', { wrong: 'There is no shot 9.' }],
  ['1', ' 9', { wrong: 'There is no shot 9.' }],
])('from “%s” to “%s”', (from, to, stretch) => {
  expect(stretchOf(from, to, views)).toEqual(stretch);
});
