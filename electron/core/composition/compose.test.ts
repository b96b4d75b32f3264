import { claimsForShot } from '@core/canon/index.js';
import type { Detection, Region } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf } from './frame-edges.js';
import { compose, NATURAL, STORYBOOK } from './index.js';
import { surely } from './subject.js';

const box = (x: number, y: number, width: number, height: number): Region => ({ x, y, width, height });
const seen = (label: string, region: Region, confidence = 1): Detection => ({ label, region, confidence });

interface Told {
  readonly description?: string;
  readonly passes?: boolean;
  readonly shape?: number;
  readonly pixels?: Parameters<typeof compose>[0]['pixels'];
  readonly figures?: typeof NATURAL;
}

function composed(detections: readonly Detection[] | null, told: Told = {}) {
  const { description = '', passes = true, shape = 16 / 9, pixels = null, figures = NATURAL } = told;
  const claims = description ? claimsForShot({ id: '1', position: 0, description }, [], []) : [];
  const verdicts = claims.map(({ id }) => ({ claimId: id, outcome: passes ? 'pass' : 'fail' }) as const);
  return compose({ detections, pixels, shape, figures, description, claims, verdicts });
}

describe('the size of a shot', () => {
  it.each([
    [box(0.48, 0.5, 0.03, 0.2), 'extreme wide shot'],
    [box(0.45, 0.3, 0.08, 0.5), 'wide shot'],
    [box(0.4, 0.05, 0.15, 0.9), 'full shot'],
    [box(0.4, 0.1, 0.25, 0.9), 'medium wide shot'],
    [box(0.3, 0.1, 0.4, 0.9), 'medium shot'],
    [box(0.3, 0.1, 0.5, 0.9), 'medium close-up'],
    [box(0.1, 0.1, 0.8, 0.9), 'close-up'],
    [box(0, 0, 1, 1), 'extreme close-up'],
  ])('of a girl at %o', (region, size) => {
    expect(composed([seen('girl', region)]).size).toBe(size);
  });

  it('goes by the head: who is drawn three heads tall is closer at the same height', () => {
    const girl = [seen('girl', box(0.4, 0.3, 0.2, 0.65))];
    expect(composed(girl).size).toBe('wide shot');
    expect(composed(girl, { figures: STORYBOOK }).size).toBe('medium shot');
  });

  it('is not told of somebody who reaches both sides, nor of a thing between two sizes', () => {
    expect(composed([seen('girl', box(0, 0.3, 1, 0.7))])).toMatchObject({
      size: null,
      subject: { label: 'girl' },
    });
    expect(composed([seen('boat', box(0.2, 0.3, 0.5, 0.4))]).size).toBeNull();
    expect(composed([seen('boat', box(0.2, 0.3, 0.3, 0.3))]).size).toBe('wide shot');
    expect(composed([seen('boat', box(0.1, 0.1, 0.8, 0.8))]).size).toBe('close-up');
  });

  it('is the wider the less of the frame somebody fills, at any place', () => {
    const share = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const sizes = [a, b].map((height) => composed([seen('man', box(0.4, 0.02, 0.1, height))]).size);
        if (a <= b) expect(order(sizes[0])).toBeLessThanOrEqual(order(sizes[1]));
        else expect(order(sizes[0])).toBeGreaterThanOrEqual(order(sizes[1]));
      }),
      { numRuns: 200 },
    );
  });
});

const order = (size: string | null | undefined): number =>
  ['extreme wide shot', 'wide shot', 'full shot', 'medium wide shot'].indexOf(size ?? '');

describe('the size that is asked for', () => {
  const small = [seen('girl', box(0.45, 0.4, 0.06, 0.3))];
  const large = [seen('girl', box(0.1, 0.1, 0.8, 0.9))];
  it.each([
    ['Wide shot of a girl in a forest.', true, false],
    ['A close-up of a girl in a forest.', false, true],
    ['A medium shot of a girl in a forest.', false, false],
    ['Extreme wide shot of a girl in a forest.', true, false],
    ['Full body shot of a girl in a forest.', true, false],
    ['Extreme close-up of a girl in a forest.', false, true],
  ])('%s', (description, ofSmall, ofLarge) => {
    expect(composed(small, { description }).asked?.agrees).toBe(ofSmall);
    expect(composed(large, { description }).asked?.agrees).toBe(ofLarge);
  });

  it('is nothing where none is asked for, two are, or nothing was detected', () => {
    expect(composed(small, { description: 'A girl in a forest.' }).asked).toBeNull();
    expect(composed(small, { description: 'Wide shot, then close-up of a girl.' }).asked).toBeNull();
    expect(composed(null, { description: 'Wide shot of a girl.' }).asked).toEqual({
      text: 'a wide shot',
      agrees: null,
    });
  });

  it('is nothing near a border between two sizes', () => {
    const near = [seen('girl', box(0.4, 0.02, 0.2, 0.96))];
    expect(composed(near, { description: 'A medium wide shot of a girl.' }).asked?.agrees).toBe(true);
    const border = (height: number) =>
      composed([seen('girl', box(0.4, 0.01 + 0.9 - height, 0.1, height))], {
        description: 'A medium wide shot of a girl.',
      }).asked?.agrees;
    expect(border(0.75)).toBe(true);
    expect(border(0.65)).toBeNull();
    expect(border(0.55)).toBe(false);
  });

  it('is that of whom it is asked of, and not known where that was not detected', () => {
    const there = [seen('girl', box(0.1, 0.1, 0.8, 0.9)), seen('lantern', box(0.6, 0.5, 0.1, 0.2))];
    const description = 'A close-up of a lantern.';
    expect(composed(there, { description })).toMatchObject({
      subject: { label: 'lantern' },
      asked: { agrees: false },
    });
    expect(composed(there.slice(0, 1), { description })).toMatchObject({
      subject: null,
      asked: { agrees: null },
    });
  });

  it('is not held against somebody who sits', () => {
    const sitting = [seen('girl', box(0.4, 0.4, 0.1, 0.5))];
    expect(composed(sitting, { description: 'A medium shot of a girl.' }).asked?.agrees).toBe(false);
    expect(
      composed(sitting, { description: 'A medium shot of a girl sitting on a bench.' }).asked?.agrees,
    ).toBe(null);
  });
});

describe('the subject', () => {
  it('is the largest of the people, else of the animals, else of all', () => {
    const [girl, man] = [seen('girl', box(0.1, 0.2, 0.1, 0.4)), seen('man', box(0.6, 0.2, 0.12, 0.5))];
    const [fox, house] = [seen('fox', box(0.3, 0.6, 0.3, 0.3)), seen('house', box(0, 0, 1, 0.8))];
    expect(composed([house, fox, girl, man]).subject?.label).toBe('man');
    expect(composed([house, fox]).subject?.label).toBe('fox');
    expect(composed([house]).subject?.label).toBe('house');
  });

  it('is nobody who may not be there', () => {
    expect(composed([seen('girl', box(0.1, 0.2, 0.1, 0.4), 0.3)]).subject).toBeNull();
    expect(composed([seen('girl', box(0.1, 0.2, 0.01, 0.01))]).subject).toBeNull();
  });

  it('is what stands out where nothing was detected, of which only place and weight are known', () => {
    const salient = { region: box(0.6, 0.4, 0.2, 0.2), x: 0.65 };
    const found = composed(null, { pixels: { horizon: { tilt: 2, y: 0.4 }, salient } });
    expect(found).toMatchObject({
      subject: { label: '', seen: 'salient', region: salient.region },
      size: null,
      headroom: null,
      touching: null,
      lookRoom: null,
      lean: expect.closeTo(0.15, 9),
      offThird: expect.closeTo(0.7 - 2 / 3, 9),
      horizon: { tilt: 2, y: 0.4 },
    });
    expect(composed(null, { pixels: { horizon: null, salient: null } })).toMatchObject({
      subject: null,
      lean: null,
    });
  });
});

describe('heads', () => {
  it('are cut off where they reach the upper edge, but not in a close-up', () => {
    const at = (y: number, width: number) => composed([seen('girl', box(0.2, y, width, 1 - y))]);
    expect(at(0, 0.3)).toMatchObject({ headCut: true, headroom: null });
    expect(at(0.05, 0.3)).toMatchObject({ headCut: false, headroom: 0.05 });
    expect(at(0, 0.67)).toMatchObject({ size: 'medium close-up', headCut: true });
    expect(at(0, 0.75)).toMatchObject({ size: 'close-up', headCut: false });
  });

  it('have no room that matters where somebody fills little of the frame, and things have none', () => {
    expect(composed([seen('girl', box(0.4, 0.3, 0.1, 0.4))]).headroom).toBeNull();
    expect(composed([seen('boat', box(0.1, 0.3, 0.8, 0.6))])).toMatchObject({
      headroom: null,
      headCut: null,
    });
  });
});

describe('which way somebody looks', () => {
  const girl = [seen('girl', box(0.1, 0.2, 0.2, 0.7))];
  it('is known where the description says it and the judge sees it', () => {
    const description = 'A girl looking to the left.';
    expect(composed(girl, { description })).toMatchObject({
      direction: 'left',
      lookRoom: expect.closeTo(-0.6, 9),
    });
    expect(composed(girl, { description: 'A girl walking to the right.' }).lookRoom).toBeCloseTo(0.6, 9);
    expect(composed(girl, { description, passes: false })).toMatchObject({ direction: null, lookRoom: null });
    expect(composed(girl, { description: 'A girl on the left.' }).direction).toBeNull();
    expect(composed(girl, { description: 'A fox looking to the left beside a girl.' }).direction).toBeNull();
  });
});

it('takes a box that ends near an edge for one that reaches it, the larger it is the further', () => {
  const room = (y: number, height: number) => composed([seen('girl', box(0.4, y, 0.15, height))]).headroom;
  expect([room(0.011, 0.5), room(0.016, 0.5)]).toEqual([null, 0.016]);
  expect([room(0.025, 0.9), room(0.03, 0.9)]).toEqual([null, 0.03]);
  // As good as cut by the lower edge, somebody may be larger than the box is high.
  const size = (height: number) => composed([seen('girl', box(0.2, 0.05, 0.6, height))]).size;
  expect([size(0.92), size(0.88)]).toEqual(['medium close-up', 'full shot']);
});

it('tells what reaches an edge: heads aside, and nothing that is a speck', () => {
  const there = [
    seen('girl', box(-0.1, -0.1, 0.3, 1)),
    seen('boat', box(0.7, 0, 0.3, 0.4)),
    seen('kite', box(0.99, 0.5, 0.01, 0.1)),
  ];
  expect(composed(there).touching).toEqual([
    { label: 'girl', edge: 'left' },
    { label: 'boat', edge: 'right' },
    { label: 'boat', edge: 'top' },
  ]);
});

const unit = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anything = fc.record({
  label: fc.constantFrom('girl', 'man', 'fox', 'boat'),
  region: fc.record({ x: unit(0, 0.8), y: unit(0, 0.8), width: unit(0.03, 0.7), height: unit(0.03, 0.7) }),
});

describe('in the mirror', () => {
  it('left is right, and all else is as it was', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (things) => {
        const there = things.map(({ label, region }) => seen(label, region));
        // Which of two that are as large is the subject, rounding decides.
        const areas = surely(there).map(({ region }) => areaOf(region));
        fc.pre(areas.every((area, i) => areas.slice(i + 1).every((other) => Math.abs(area - other) > 1e-9)));
        const mirrored = there.map((one) => ({
          ...one,
          region: { ...one.region, x: 1 - one.region.x - one.region.width },
        }));
        const [as, is] = [composed(there), composed(mirrored)];
        expect(is.size).toBe(as.size);
        expect(is.headroom).toBe(as.headroom);
        expect(is.headCut).toBe(as.headCut);
        expect(is.lean).toBeCloseTo(-(as.lean ?? 0), 9);
        expect(is.point?.x).toBeCloseTo(1 - (as.point?.x ?? 0), 9);
        expect(is.offThird).toBeCloseTo(as.offThird ?? 9, 9);
        const turned = { left: 'right', right: 'left', top: 'top' } as const;
        const edges = (all: typeof as) => all.touching?.map(({ label, edge }) => `${label} ${edge}`).sort();
        expect(edges(is)).toEqual(as.touching?.map(({ label, edge }) => `${label} ${turned[edge]}`).sort());
      }),
      { numRuns: 300 },
    );
  });
});

it('is of the picture and not of its pixels: a frame of another shape with the same people has the same size', () => {
  fc.assert(
    fc.property(unit(0.2, 0.9), unit(0.05, 0.25), fc.constantFrom(1, 4 / 3, 2.39), (height, width, shape) => {
      // As wide and high in parts of the height, wherever the frame ends at the sides.
      const at = (frame: number) =>
        composed([seen('man', box(0.3, 1 - height, width / frame, height))], { shape: frame });
      expect(at(shape).size).toBe(at(16 / 9).size);
    }),
    { numRuns: 200 },
  );
});
