import type { Board } from '@core/board/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Boxes } from '@shared/sighting.js';
import { aBoard, aClaim, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { tightened, whereIs } from './where-is.js';

const GIRL = {
  ...aClaim(0),
  id: 'girl',
  kind: 'entity' as const,
  text: 'a girl',
  subject: 'girl',
  shotId: 'shot-0',
};
const COAT = {
  ...GIRL,
  id: 'coat',
  kind: 'attribute' as const,
  text: 'a girl in a red coat',
  parents: ['girl'],
};

const NIGHT = { ...GIRL, id: 'night', kind: 'time' as const, text: 'at night' };

/** A judge that sees whatever it is asked for about the point (0.25, 0.5). */
function asking(outcome: 'pass' | 'fail' | 'not-judged', boxes: Boxes | null = null) {
  const asked = new Set<string>();
  const inference = {
    judge: async (
      _id: string,
      {
        region,
        questions,
      }: { region: { x: number; y: number; width: number }; questions: { text: string }[] },
    ) => {
      for (const { text } of questions) asked.add(text);
      const isIn =
        Math.abs(region.x + region.width / 2 - 0.25) < 0.15 &&
        Math.abs(region.y + region.width / 2 - 0.5) < 0.15;
      return { answers: [{ p: isIn ? 0.95 : 0.02 }] };
    },
  } as unknown as Inference;
  const board = {
    review: { records: { ...aBoard(1), claim: { girl: GIRL, coat: COAT, night: NIGHT } } },
    claimsOf: () => [GIRL, COAT],
    analysis: () => ({
      verdicts: [
        {
          claimId: 'coat',
          kind: 'attribute',
          text: COAT.text,
          outcome,
          p: outcome === 'not-judged' ? null : 0.5,
        },
      ],
    }),
    fileOf: async () => 'picture.png',
    sighting: () => boxes && { ...boxes, eye: 'storybook' },
    boxesIn: () => boxes,
  } as unknown as Board;
  const judgedBy = (id: string, sought: Parameters<typeof whereIs>[2]) =>
    whereIs(board, aTake(0), sought, { id } as JudgeDescription, inference);
  return { asked, judgedBy };
}

describe('where somebody is', () => {
  it.each(['pass', 'fail'] as const)('is asked by who it is, where the look is a %s', async (outcome) => {
    const { asked, judgedBy } = asking(outcome);
    const { region, isAsked } = await judgedBy('storybook', { claimId: 'coat' });
    expect([isAsked, [...asked]]).toEqual([true, ['a girl']]);
    const { x, y, width, height } = region ?? { x: 0, y: 0, width: 1, height: 1 };
    expect([x <= 0.25, x + width >= 0.25, y <= 0.5, y + height >= 0.5]).toEqual([true, true, true, true]);
    expect(width * height).toBeLessThan(0.25);
  });

  it('is not asked of a judge that takes long, nor of one without words to ask by', async () => {
    const { asked, judgedBy } = asking('pass');
    expect(await judgedBy('qwen2-vl', { claimId: 'coat' })).toEqual({ region: null, isAsked: false });
    expect(await judgedBy('storybook', { factIds: ['nobody'] })).toEqual({ region: null, isAsked: true });
    expect(await judgedBy('storybook', { claimId: 'night' })).toEqual({ region: null, isAsked: false });
    expect(asked.size).toBe(0);
    await expect(judgedBy('storybook', { claimId: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('where an eye saw somebody', () => {
  const region = { x: 0.6, y: 0.1, width: 0.2, height: 0.7 };
  const seen = (boxes: Partial<Boxes>): Boxes => ({
    labels: ['girl', 'person'],
    detections: [{ label: 'girl', region, confidence: 0.9 }],
    unknown: [],
    ...boxes,
  });
  const askedWith = (boxes: Boxes, judge: string) => {
    const { asked, judgedBy } = asking('pass', boxes);
    return { asked, answer: judgedBy(judge, { claimId: 'coat' }) };
  };

  it.each(['storybook', 'qwen2-vl'])('is their box, and no judge is asked, be it %s', async (judge) => {
    const { asked, answer } = askedWith(seen({}), judge);
    expect(await answer).toEqual({ region, isAsked: true });
    expect(asked.size).toBe(0);
  });

  it('is nowhere where it saw nobody of that name', async () => {
    const { asked, answer } = askedWith(seen({ detections: [] }), 'storybook');
    expect(await answer).toEqual({ region: null, isAsked: true });
    expect(asked.size).toBe(0);
  });

  it('is asked of the judge where the eye can say nothing of the word', async () => {
    const { asked, answer } = askedWith(seen({ unknown: ['girl'], detections: [] }), 'storybook');
    expect((await answer).region).not.toBeNull();
    expect([...asked]).toEqual(['a girl']);
  });
});

describe('in a picture of which the judge says nothing', () => {
  const region = { x: 0.6, y: 0.1, width: 0.2, height: 0.7 };
  const drawn: Boxes = {
    labels: ['girl'],
    detections: [{ label: 'girl', region, confidence: 1 }],
    unknown: [],
  };

  it.each([null, { ...drawn, unknown: ['girl'] }, { ...drawn, labels: [] }])(
    'nobody is asked where somebody is',
    async (boxes) => {
      const { asked, judgedBy } = asking('not-judged', boxes);
      expect(await judgedBy('storybook', { claimId: 'coat' })).toEqual({ region: null, isAsked: false });
      expect(asked.size).toBe(0);
    },
  );

  it('they are where the artist drew them, and not where no box is', async () => {
    const { judgedBy } = asking('not-judged', drawn);
    expect(await judgedBy('storybook', { claimId: 'coat' })).toEqual({ region, isAsked: true });
    const none = asking('not-judged', { ...drawn, detections: [] });
    expect(await none.judgedBy('storybook', { claimId: 'coat' })).toEqual({ region: null, isAsked: true });
    expect(none.asked.size).toBe(0);
  });
});

it('takes what lies round it from a box, but where the picture ends', () => {
  const { x, y, width, height } = tightened({ x: 0, y: 1 / 3, width: 0.5, height: 1 / 3 });
  expect([x, y]).toEqual([0, 1 / 3 + 1 / 12]);
  expect([width, height]).toEqual([0.5 - 1 / 12, expect.closeTo(1 / 6)]);
  expect(tightened({ x: 0, y: 0, width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});
