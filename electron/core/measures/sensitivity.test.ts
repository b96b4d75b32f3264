import { sensitivity } from '@shared/sensitivity.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type QualityFrame, qualityOf, scoreOf } from './quality.js';

const frame = (at: number, quality: Record<string, number>): QualityFrame => ({
  takeId: `t${at}`,
  sha256: `${at}`,
  scene: null,
  regenerated: false,
  description: '',
  measures: { quality: { colourRange: 50, ...quality } },
});

const flagged = (board: readonly QualityFrame[], level: (typeof sensitivity.options)[number]): string[] =>
  Object.entries(qualityOf(board, level)).flatMap(([takeId, measures]) =>
    measures.filter((measure) => measure.flagged).map(({ name }) => `${takeId} ${name}`),
  );

it('a keen eye reports faint noise that a shy one leaves', () => {
  const noises = [2, 2.3, 1.8, 2.1, 2.2, 1.9, 2, 2.4, 6];
  const board = noises.map((noise, at) => frame(at, { noise }));
  expect(sensitivity.options.map((level) => flagged(board, level))).toEqual([[], [], ['t8 noise']]);
});

it('whoever is keener is told no more of black areas, since nothing proved the lower limit', () => {
  const of = (clippedLow: number) => {
    const dark = [0.01, 0.02, 0.01, 0.02, 0.01, 0.02, 0.01, 0.02, clippedLow];
    const board = dark.map((share, at) => frame(at, { clippedLow: share }));
    return sensitivity.options.map((level) => flagged(board, level).length);
  };
  expect(of(0.4)).toEqual([0, 0, 0]);
  expect(of(0.46)).toEqual([0, 1, 1]);
});

it('nor of halos', () => {
  const of = (ringing: number) => {
    const board = [5, 6, 4, 5, 6, 4, 5, 6, ringing].map((value, at) =>
      frame(at, { ringing: value, sharpness: at === 8 ? 3.3 : 3 }),
    );
    return sensitivity.options.map((level) => flagged(board, level).length);
  };
  expect(of(7.7)).toEqual([0, 0, 0]);
  expect(of(8.8)).toEqual([0, 1, 1]);
});

it('where edges are of many widths, a loss of sharpness makes up for how little a blur stands out by them', () => {
  const widths = [1.2, 1.9, 1.1, 1.8, 1.4, 1, 1.7, 1.3];
  const sharps = [3.1, 3.2, 3, 3.1, 3.2, 3, 3.1, 3.2];
  const of = (blur: number, sharpness: number, wider = 0) =>
    flagged(
      [
        ...widths.map((width, at) => frame(at, { blur: width + wider, sharpness: sharps[at] as number })),
        frame(8, { blur, sharpness }),
      ],
      'keen',
    );
  expect(of(2.7, 2.95)).toEqual([]);
  expect(of(2.7, 2.1)).toEqual(['t8 blur']);
  // One alone is no blur: soft shapes have few details, and thick lines wide edges.
  expect(of(2.4, 0.8, 0.6)).toEqual([]);
  expect(of(5.5, 3.05)).toEqual([]);
});

it('a drawing that is mostly blank paper is not blown out, however much white there is', () => {
  const others = Array.from({ length: 8 }, (_, at) => frame(at, { clippedHigh: 0.01, blankPaper: 0 }));
  const of = (clippedHigh: number, blankPaper: number) =>
    flagged([...others, frame(8, { clippedHigh, blankPaper })], 'balanced');
  expect(of(0.7, 0)).toEqual(['t8 clippedHigh']);
  expect(of(0.7, 0.7)).toEqual([]);
  expect(of(0.97, 0.97)).toEqual([]);
});

it('whoever is keener reports all that the shyer does', () => {
  const value = fc.double({ min: 0, max: 20, noNaN: true });
  const names = [
    'noise',
    'blur',
    'sharpness',
    'clippedHigh',
    'blankPaper',
    'blockiness',
    'banding',
    'ringing',
    'upscaling',
    'seamStrength',
    'colourRange',
  ];
  const wide = fc.double({ min: 0, max: 60, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const quality = fc.record({
    ...Object.fromEntries(names.map((name) => [name, fc.oneof(value, wide)])),
    border: share,
    clippedLow: share,
  });
  fc.assert(
    fc.property(fc.array(quality, { minLength: 4, maxLength: 12 }), (drawn) => {
      const board = drawn.map((one, at) => frame(at, one));
      const [shy = [], balanced = [], keen = []] = sensitivity.options.map((level) => flagged(board, level));
      expect(balanced).toEqual(expect.arrayContaining(shy));
      expect(keen).toEqual(expect.arrayContaining(balanced));
    }),
    { numRuns: 200 },
  );
});

it('calls halos so only where edges are sharper besides, and no seam or noise that they make', () => {
  const like = { ringing: 5, sharpness: 3, noise: 2, seamStrength: 0.2 };
  const others = Array.from({ length: 8 }, (_, at) => frame(at, like));
  const of = (quality: Record<string, number>) =>
    flagged([...others, frame(8, { ...like, ringing: 17, sharpness: 3.6, ...quality })], 'balanced');
  expect(of({ noise: 9 })).toEqual(['t8 ringing']);
  expect(of({ noise: 9, ringing: 6 })).toEqual(['t8 noise']);
  expect(of({ seamStrength: 1.2 })).toEqual(['t8 ringing']);
  expect(of({ sharpness: 3 })).toEqual([]);
});

it('calls the outlines of a drawing no halos: sharpening takes neither tones nor colours away, and makes edges narrower', () => {
  const like = { ringing: 5, sharpness: 3, noise: 2, blur: 1.4, range: 0.8, saturation: 0.5 };
  const others = Array.from({ length: 8 }, (_, at) => frame(at, like));
  const of = (quality: Record<string, number>) =>
    flagged([...others, frame(8, { ...like, ringing: 17, sharpness: 3.6, ...quality })], 'keen');
  expect(of({})).toEqual(['t8 ringing']);
  expect(of({ range: 0.72 })).toEqual(['t8 ringing']);
  expect(of({ range: 0.7 })).toEqual([]);
  // A few tones less alone, or colours alone, may be the picture's own.
  expect(of({ range: 0.74 })).toEqual(['t8 ringing']);
  expect(of({ range: 0.74, saturation: 0.4 })).toEqual([]);
  expect(of({ saturation: 0.3 })).toEqual(['t8 ringing']);
  // No colour at all.
  expect(of({ saturation: 0 })).toEqual([]);
  const hardly = { sharpness: 3.1 };
  expect(of({ ...hardly, blur: 1.3 })).toEqual(['t8 ringing']);
  expect(of({ ...hardly, blur: 1.4 })).toEqual([]);
  // Nor is what they make of the grain called noise instead.
  expect(of({ range: 0.6, noise: 8 })).toEqual([]);
});

it('takes nothing off the score for what stands out on a board that is alike, and is still far from a fault', () => {
  const board = (quality: Record<string, number>) =>
    [...Array.from({ length: 8 }, () => ({ ringing: 2, sharpness: 3 })), { ...quality }].map((one, at) =>
      frame(at, one),
    );
  const of = (ringing: number, sharpness: number) => {
    const { t8 = [] } = qualityOf(board({ ringing, sharpness }), 'keen');
    return { z: t8.find(({ name }) => name === 'ringing')?.z, score: scoreOf(t8) };
  };
  const apart = of(6, 3);
  expect(apart.z).toBeGreaterThan(2);
  expect(apart.score).toBe(1);
  // Near both limits, and beyond them.
  expect(of(7.6, 3.2).score).toBeLessThan(0.9);
  expect(of(7.6, 3.2).score).toBeGreaterThan(0.84);
  expect(of(12, 3.4).score).toBeLessThan(0.41);
});

it('of a board that was enlarged as a whole the edges tell the frame that was enlarged once more', () => {
  const traces = [20, 25, 15, 24, 19, 26, 16, 22];
  const of = (upscaling: number, blur: number) =>
    flagged(
      [
        ...traces.map((one) => frame(traces.indexOf(one), { upscaling: one, blur: 1.5 })),
        frame(8, { upscaling, blur }),
      ],
      'keen',
    );
  expect(of(33, 2.4)).toEqual(['t8 upscaling']);
  expect(of(33, 1.5)).toEqual([]);
});

it('a fault that another one causes is left out beside it, and said alone', () => {
  const others = Array.from({ length: 8 }, (_, at) =>
    frame(at, {
      blockiness: 0,
      banding: 0.5,
      upscaling: 2,
      blur: 1.2,
      sharpness: 2.5,
      seamStrength: 0.2,
      clippedHigh: 0,
    }),
  );
  const of = (quality: Record<string, number>) =>
    flagged(
      [...others, frame(8, { blockiness: 0, blur: 1.2, sharpness: 2.5, banding: 0.5, ...quality })],
      'keen',
    );
  expect(of({ banding: 9 })).toEqual(['t8 banding']);
  expect(of({ banding: 9, blockiness: 2 })).toEqual(['t8 blockiness']);
  // Traces without softer edges are none: a picture that was made smaller again.
  expect(of({ upscaling: 30 })).toEqual([]);
  expect(of({ upscaling: 30, blur: 2 })).toEqual(['t8 upscaling']);
  expect(of({ upscaling: 30, blur: 4, sharpness: 1 })).toEqual(['t8 upscaling']);
  expect(of({ upscaling: 2, blur: 4, sharpness: 1 })).toEqual(['t8 blur']);
  // What is as soft as that shows traces that no enlargement left.
  expect(of({ upscaling: 30, blur: 7, sharpness: 0.5 })).toEqual(['t8 blur']);
  expect(of({ seamStrength: 3 })).toEqual(['t8 seamStrength']);
  expect(of({ seamStrength: 3, clippedHigh: 0.7 })).toEqual(['t8 clippedHigh']);
});

it('a picture that was measured before there was a measure is not compared in it', () => {
  const old = Array.from({ length: 8 }, (_, at) => frame(at, { noise: 2 }));
  const young = [8, 9].map((at) =>
    frame(at, { noise: 2, banding: 9, upscaling: 30, seamStrength: 5, border: 0.3 }),
  );
  expect(flagged([...old, ...young], 'keen')).toEqual([]);
  const { t8 = [] } = qualityOf([...old, ...young]);
  expect(t8.find(({ name }) => name === 'banding')).toMatchObject({ value: 9, z: null });
});
