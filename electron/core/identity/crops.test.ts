import type { Sighting } from '@shared/sighting.js';
import { expect, it } from 'vitest';
import { cropsOf } from './index.js';

const GIRL = { x: 0.1, y: 0.1, width: 0.2, height: 0.6 };
const FOX = { x: 0.6, y: 0.5, width: 0.2, height: 0.2 };
const box = (label: string, region: typeof GIRL) => ({ label, region, confidence: 1 });
const SEEN: Sighting = {
  eye: 'eye',
  eyeVersion: '1',
  labels: ['girl', 'fox', 'person'],
  detections: [box('girl', GIRL), box('fox', FOX), box('person', GIRL)],
  unknown: [],
  vectors: [
    [1, 0],
    [0, 1],
    [1, 0],
  ],
};
const labelled = (boxes: ReturnType<typeof box>[], seen = SEEN) =>
  cropsOf(seen, { detections: boxes }).map(({ label, vector }) => [label, vector[0]]);

it('goes by the boxes as they count: one that is named anew or moved a little shows the same', () => {
  expect(labelled([box('fox', GIRL)])).toEqual([['fox', 1]]);
  expect(labelled([box('girl', { ...GIRL, x: 0.12 })])).toEqual([['girl', 1]]);
  expect(labelled([box('fox', FOX)])).toEqual([['fox', 0]]);
});

it('knows nothing of a box where the eye saw nothing, and of an eye that tells nobody apart', () => {
  expect(labelled([box('girl', { x: 0.4, y: 0.1, width: 0.1, height: 0.3 })])).toEqual([]);
  expect(labelled([box('girl', GIRL)], { ...SEEN, vectors: [] })).toEqual([]);
});
