import type { FrameMeasures, Judgement } from '@shared/analysis.js';
import type { Sighting } from '@shared/sighting.js';
import { expect, test } from 'vitest';
import type { PictureReading } from './caches.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const SHA = 'a'.repeat(64);

const reading: PictureReading = {
  stamp: '12 34',
  says: {
    prompt: 'a girl',
    negativePrompt: 'rain',
    seed: '18446744073709551615',
    settings: { steps: 20, model: 'm', tiling: true },
    tool: 'ComfyUI',
    loras: [{ name: 'ink', weight: 0.5 }],
    notRead: ['312 bytes of the PNG text “notes”'],
  },
  asset: { sha256: SHA, width: 640, height: 360, format: 'png', unreadable: null },
};
const judgement: Judgement = {
  judge: 'storybook',
  judgeVersion: 'v1',
  answers: {},
  whole: {},
  features: [0.5, -2],
  milliseconds: 1,
  coarse: false,
  at: 0,
};
const sighting: Sighting = {
  eye: 'storybook-eye',
  eyeVersion: 'v1',
  labels: ['fox'],
  detections: [{ label: 'fox', region: { x: 0, y: 0.5, width: 0.5, height: 0.25 }, confidence: 0.5 }],
  unknown: ['owl'],
  vectors: [[0.5, -0.25]],
};
const measures = {
  quality: { blur: 1 },
  style: { tone: [1, 0.5] },
  hash: 'ff',
  palette: [],
  width: 1,
  height: 1,
} as unknown as FrameMeasures;

test('what was computed of pictures is there again at the next opening, whole, and another file’s is not', () => {
  const review = desk.open();
  review.putPictures([
    ['a.png', reading],
    ['b.png', { stamp: '1 2', says: null, asset: null }],
  ]);
  review.putJudgement('judged', judgement);
  review.putSighting('seen', sighting);
  review.putMeasures(SHA, measures);
  desk.close(review);
  const again = desk.open();
  expect(again.picture('a.png')).toEqual(reading);
  expect(again.picture('b.png')).toEqual({ stamp: '1 2', says: null, asset: null });
  expect(again.judgement('judged')).toEqual(judgement);
  expect(again.sighting('seen')).toEqual(sighting);
  expect(again.measures(SHA)).toEqual(measures);
  const none = [again.picture('c.png'), again.judgement('seen'), again.sighting('judged')];
  expect([...none, again.measures('b'.repeat(64))]).toEqual([null, null, null, null]);
  // Whoever only reads keeps nothing.
  const second = desk.open();
  second.putSighting('other', sighting);
  second.putPictures([['c.png', reading]]);
  expect([second.readOnly === null, second.sighting('other'), second.picture('c.png')]).toEqual([
    false,
    null,
    null,
  ]);
});
