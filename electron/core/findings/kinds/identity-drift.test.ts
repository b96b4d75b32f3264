import type { FrameStyle } from '@core/measures/index.js';
import type { Measure } from '@shared/analysis.js';
import { expect, it } from 'vitest';
import type { Resemblance } from '../index.js';
import { fact, frameOf, type Told } from '../testing/story.js';
import { wholeBoard } from '../testing/whole-board.js';
import { identityDrift } from './identity-drift.js';

const REGION = { x: 0.1, y: 0.1, width: 0.2, height: 0.5 };
const MIRA = {
  key: 'character mira',
  subject: 'character',
  name: 'Mira',
  noun: 'girl',
  looks: '',
  factId: 'Mira: a girl',
  isAlone: true,
} as const;
const OTHER: Resemblance = {
  who: MIRA,
  region: REGION,
  likeness: 0.2,
  usual: 0.95,
  isOff: true,
  isTested: true,
  shots: 7,
  holds: 6,
  isNearest: false,
  best: [{ shotId: '2', takeId: 't2', p: 0.96, region: REGION }],
  lastSeen: { shotId: '4', takeId: 't4', p: 0.94, region: REGION, number: '4', ago: 9 },
};

interface Around {
  readonly told?: Told;
  readonly style?: FrameStyle;
  readonly quality?: readonly Measure[];
}

const found = (change: Partial<Resemblance> = {}, { told, style, quality }: Around = {}) => {
  const frame = frameOf('Mira waits.', { facts: [fact('Mira', 'a girl')], ...told });
  const board = wholeBoard({
    frames: [frame],
    facts: {},
    quality: quality ? { t1: quality } : {},
    style: style ? { t1: style } : {},
    resemblances: () => [{ ...OTHER, ...change }],
  });
  return identityDrift.detect(frame, board);
};
const messageOf = (change: Partial<Resemblance>) => found(change)[0]?.message;

it('says who is not the same, in how many shots she is, and where last, with this crop and those', () => {
  expect(found()).toEqual([
    {
      key: 'identity-drift:1:character mira',
      kind: 'identity-drift',
      severity: 'high',
      shotId: '1',
      takeId: 't1',
      message:
        'Mira looks like somebody else here, but the same in 6 of 7 other shots. Last seen in shot 4, nine shots ago.',
      claimIds: [],
      factId: 'Mira: a girl',
      evidence: {
        items: [
          { shotId: '1', takeId: 't1', label: 'Mira', value: 0.2, region: REGION },
          { shotId: '4', takeId: 't4', label: 'Mira', value: 0.94, region: REGION, ago: 9 },
          { shotId: '2', takeId: 't2', label: 'Mira', value: 0.96, region: REGION },
        ],
        detail: 'likeness 0.20 to 7 other shots, 0.95 among those; 6 of them are alike',
      },
      dismissed: false,
    },
  ]);
});

it.each<[change: Partial<Resemblance>, message: string]>([
  [
    { lastSeen: null, shots: 4, holds: 4 },
    'Mira looks like somebody else here, but the same in 4 other shots.',
  ],
  [
    { lastSeen: null, shots: 12, holds: 11, isNearest: true },
    'Mira looks like somebody else here, but the same in 11 of the 12 nearest shots.',
  ],
  [
    { lastSeen: null, who: { ...MIRA, subject: 'prop', name: 'lantern', noun: 'lantern' } },
    'The lantern looks like another one here, but the same in 6 of 7 other shots.',
  ],
  [
    { lastSeen: null, who: { ...MIRA, subject: 'noun', name: '', noun: 'fox' } },
    'The fox looks like another one here, but the same in 6 of 7 other shots.',
  ],
])('says it of %j', (change, message) => {
  expect(messageOf(change)).toBe(message);
});

it('needs three other shots, most of them alike, and more where nobody is named', () => {
  expect(found({ shots: 3, holds: 3 })).toHaveLength(1);
  expect(found({ shots: 2, holds: 2 })).toEqual([]);
  expect(found({ isOff: false })).toEqual([]);
  const split = { shots: 8, holds: 5 };
  expect(found(split)).toHaveLength(1);
  expect(found({ ...split, holds: 3 })).toEqual([]);
  expect(found({ ...split, who: { ...MIRA, subject: 'noun' } })).toEqual([]);
});

it('is a hint where the eye is untested, and says so', () => {
  expect(found({ isTested: false })).toMatchObject([
    { severity: 'low', evidence: { detail: expect.stringMatching(/untested/) } },
  ]);
  expect(found({ likeness: 0.6 })).toMatchObject([{ severity: 'medium' }]);
});

it('is silent where a claim says it, the style is another, or a fault changes the picture', () => {
  const girl = { facts: [fact('Mira', 'a girl in a red coat')], sees: { 'a girl in a red coat': 0.05 } };
  expect(found({}, { told: girl })).toEqual([]);
  const style: FrameStyle = { score: 0, measures: [], flagged: true, difference: null };
  expect(found({}, { style })).toEqual([]);
  const measure = (name: string): Measure => ({ name, value: 9, unit: '', z: 9, flagged: true });
  expect(found({}, { quality: [measure('noise')] })).toEqual([]);
  expect(found({}, { quality: [measure('border')] })).toHaveLength(1);
});
