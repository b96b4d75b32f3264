import { expect, it } from 'vitest';
import { composition } from './composition.js';

const REGION = { x: 0.3, y: 0.2, width: 0.2, height: 0.7 };
const NOTHING = {
  subject: null,
  point: null,
  size: null,
  asked: null,
  offThird: null,
  lean: null,
  headroom: null,
  headCut: null,
  direction: null,
  lookRoom: null,
  horizon: null,
  touching: null,
};

it.each<[string, good: unknown[], bad: unknown[]]>([
  [
    'point',
    [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ],
    [
      { x: -0.1, y: 0 },
      { x: 0, y: 1.1 },
    ],
  ],
  ['headroom', [0, 1], [-0.1, 1.1]],
  [
    'subject',
    [
      { label: 'girl', region: REGION, seen: 'detected' },
      { label: '', region: REGION, seen: 'salient' },
    ],
    [
      { label: '', region: REGION, seen: 'drawn' },
      { label: 'girl', seen: 'detected' },
    ],
  ],
  ['direction', ['left', 'right'], ['up', '']],
  [
    'horizon',
    [
      { tilt: -15, y: null },
      { tilt: 3, y: 0.5 },
    ],
    [
      { tilt: 3, y: 1.5 },
      { tilt: null, y: 0 },
    ],
  ],
  [
    'touching',
    [[], ['left', 'right', 'top'].map((edge) => ({ label: 'fox', edge }))],
    [[{ label: 'fox', edge: 'bottom' }]],
  ],
])('the %s of a composition is read as it is measured, and nothing else', (field, good, bad) => {
  expect(composition.parse(NOTHING)).toEqual(NOTHING);
  for (const value of good) {
    const read = { ...NOTHING, [field]: value };
    expect(composition.parse(read)).toEqual(read);
  }
  for (const value of bad) expect(composition.safeParse({ ...NOTHING, [field]: value }).success).toBe(false);
});
