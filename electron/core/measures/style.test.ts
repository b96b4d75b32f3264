import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, LARGEST_WHOLE } from './compared-with.js';
import { runThrough } from './steps.js';
import { styleOf, styleYardstick } from './style.js';
import type { StyleFrame } from './style-frame.js';
import { plainStyleOf } from './testing/plain-style.js';

const LENGTHS = {
  colour: 66,
  tone: 7,
  saturation: 8,
  hue: 36,
  levels: 1,
  line: 11,
  texture: 20,
  frequency: 11,
  grain: 9,
};
const TOWER = 5;

/** A frame whose numbers follow from `seed`: like its board's, `off` to the side. */
function aFrame(seed: number, off: number, more: Partial<StyleFrame> = {}): StyleFrame {
  let state = (seed + 1) * 2_654_435_761;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const features = Object.fromEntries(
    Object.entries(LENGTHS).map(([name, length]) => [
      name,
      Array.from({ length }, () => Math.round(1e4 * (0.2 + 0.3 * random() + off * random())) / 1e4),
    ]),
  );
  const tower = Array.from({ length: TOWER }, () => random() + off);
  const sha256 = Math.floor(2 ** 32 * random())
    .toString(16)
    .padStart(64, '0');
  return { takeId: `take-${seed}`, sha256, scene: null, regenerated: false, features, tower, ...more };
}

const frame = (seed: number): fc.Arbitrary<StyleFrame> =>
  fc
    .record({
      like: fc.constantFrom(seed, 0, 1),
      off: fc.constantFrom(0, 0, 0, 0.1, 2),
      scene: fc.constantFrom(null, 'Harbour', 'Forest'),
      regenerated: fc.boolean(),
    })
    .map(({ like, off, ...rest }) => aFrame(like, off, { ...rest, takeId: `take-${seed}` }));

const board = fc
  .tuple(fc.nat(14), fc.constantFrom(1, 1, 1, 0, 0.5))
  .chain(([count, towers]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, at) => frame(at)))
      .map((frames) => frames.map((one, at) => (at < towers * frames.length ? one : { ...one, tower: [] }))),
  );

describe('style on boards that are compared whole', () => {
  it('is, to the last digit, what comparing each with every other gives', () => {
    fc.assert(
      fc.property(board, (frames) => {
        expect(styleOf(frames)).toEqual(plainStyleOf(frames));
      }),
      { numRuns: 300 },
    );
  });

  it('hangs on no order, however many there are', () => {
    const many = Array.from({ length: 130 }, (_, at) =>
      aFrame(at, at % 10 === 7 ? 1 : at / 300, { scene: at % 3 === 0 ? 'Harbour' : null }),
    );
    const asTold = styleOf(many);
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
        expect(styleOf(shuffled)).toEqual(asTold);
      }),
      { numRuns: 5 },
    );
  });

  it('stays so up to the limit', () => {
    const frames = Array.from({ length: LARGEST_WHOLE }, (_, at) =>
      aFrame(at, at % 50 === 7 ? 1 : 0, {
        scene: at % 3 === 0 ? 'Harbour' : null,
        regenerated: at % 4 === 0,
      }),
    );
    expect(styleOf(frames)).toEqual(plainStyleOf(frames));
  });
});

describe('style on larger boards', () => {
  const imported = Array.from({ length: LARGEST_WHOLE + 88 }, (_, at) =>
    aFrame(at, 0, { scene: at < 20 ? 'Harbour' : null }),
  );
  const drifted = aFrame(9001, 2, { scene: null });
  const all = [...imported, drifted];
  const { sample, scene } = comparedWith(all);

  it('compares with the imported takes of the lowest hashes, in the order of the board', () => {
    const highest =
      sample
        .map(({ sha256 }) => sha256)
        .sort()
        .at(-1) ?? '';
    const lower = all.filter(({ sha256 }) => sha256 <= highest);
    expect(sample).toHaveLength(LARGEST_WHOLE);
    expect(lower).toEqual(sample);
    expect(scene('Harbour')).toEqual(imported.slice(0, 20));
    expect(scene('Nowhere')).toEqual([]);
  });

  it('flags what leaves the sample and nothing that is like it', () => {
    const style = styleOf(all);
    expect(style[drifted.takeId]).toMatchObject({
      flagged: true,
      difference: { detail: expect.stringMatching(/leave/) },
    });
    expect(Object.values(style).filter(({ flagged }) => flagged)).toHaveLength(1);
  });

  it('says of the sample what comparing it whole says, whoever else there is', () => {
    const without = (one: StyleFrame) => ({ ...one, scene: null });
    const style = styleOf(all.map(without));
    const plain = plainStyleOf(sample.map(without));
    for (const { takeId } of sample) expect(style[takeId]).toEqual(plain[takeId]);
  });

  it.each([0, 2])('says the same of every other frame when takes are regenerated, %d to the side', (off) => {
    const before = runThrough(styleYardstick(all));
    const takes = all
      .slice(0, 3)
      .map(({ scene: of }, at) =>
        aFrame(20_000 + at, off, { takeId: `again-${at}`, regenerated: true, scene: of }),
      );
    const after = runThrough(styleYardstick([...all, ...takes]));
    for (const one of [...all, ...takes])
      expect(after.of(one, 'balanced', [])).toEqual(before.of(one, 'balanced', []));
  });

  it('makes no list outside of the heap for each frame that it compares', () => {
    const yardstick = runThrough(styleYardstick(all));
    const apart = all.find((one) => !sample.includes(one)) as StyleFrame;
    const compare = () => yardstick.of(apart, 'balanced', []);
    compare();
    const before = process.memoryUsage().arrayBuffers;
    for (let n = 0; n < 500; n++) compare();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000);
  });

  it('compares a frame of a scene with the scene where light counts', () => {
    const lit = (at: number) => aFrame(at, 0, { scene: 'Night', features: dark(aFrame(at, 0).features) });
    const night = Array.from({ length: 12 }, (_, at) => lit(700 + at));
    const style = styleOf([...imported, ...night]);
    const lonely = { ...lit(711), scene: null };
    const without = styleOf([...imported, ...night.slice(0, -1), lonely]);
    const colourOf = (one: (typeof style)[string] | undefined) =>
      one?.measures.find(({ name }) => name === 'colour')?.value ?? Number.NaN;
    expect(colourOf(style['take-711'])).toBeLessThan(colourOf(without['take-711']) / 2);
  });
});

const HAND = ['line', 'texture', 'frequency', 'grain'];

const dark = (features: StyleFrame['features']): StyleFrame['features'] => ({
  ...features,
  colour: Array.from(features.colour ?? [], (value) => value + 3),
});

it('leaves out of a style what a fault of the picture changes of it, and nothing else', () => {
  const board = Array.from({ length: 10 }, (_, at) => aFrame(at, 0));
  const drawn = aFrame(50, 0);
  const { colour = [], line = [], texture = [], frequency = [], grain = [] } = aFrame(51, 2).features;
  const byHand = { ...drawn, features: { ...drawn.features, line, texture, frequency, grain } };
  const byColour = {
    ...drawn,
    features: { ...drawn.features, colour },
    tower: Array.from(drawn.tower, (v) => -v),
  };
  const yardstick = runThrough(styleYardstick([...board, byHand]));
  const coloured = runThrough(styleYardstick([...board, byColour]));
  const isFlagged = (of: StyleFrame, faults: readonly string[]) =>
    (of === byHand ? yardstick : coloured).of(of, 'keen', faults).flagged;
  expect(isFlagged(byHand, [])).toBe(true);
  for (const fault of ['blur', 'noise', 'blockiness', 'ringing'])
    expect(isFlagged(byHand, [fault])).toBe(false);
  for (const fault of ['seamStrength', 'banding', 'border']) expect(isFlagged(byHand, [fault])).toBe(true);
  // Enlarging accounts for a hand that is a little off, and for none that is another.
  const byHandOff = (off: number) => {
    const other = aFrame(51, off).features;
    const own = { ...drawn.features, ...Object.fromEntries(HAND.map((name) => [name, other[name] ?? []])) };
    return { ...drawn, features: own };
  };
  const flaggedAt = (off: number, faults: readonly string[]) => {
    const one = byHandOff(off);
    return runThrough(styleYardstick([...board, one])).of(one, 'keen', faults);
  };
  const offs = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2];
  const leastOf = (faults: readonly string[]) => offs.find((off) => flaggedAt(off, faults).flagged) ?? 9;
  expect(leastOf(['upscaling'])).toBeGreaterThan(leastOf([]));
  expect(leastOf(['upscaling'])).toBeLessThan(9);
  expect(flaggedAt(2, ['upscaling']).measures.some(({ flagged }) => flagged)).toBe(true);
  expect(leastOf(['blur'])).toBe(9);
  expect(isFlagged(byColour, [])).toBe(true);
  for (const fault of ['blur', 'noise', 'blockiness', 'border', 'seamStrength'])
    expect(isFlagged(byColour, [fault])).toBe(true);
});

it('takes other colours for another style a little sooner where a fault hides the hand, since nothing is told by that', () => {
  const board = Array.from({ length: 10 }, (_, at) => aFrame(at, 0));
  const drawn = aFrame(50, 0);
  const flaggedAt = (off: number, faults: readonly string[]) => {
    const one = {
      ...drawn,
      features: { ...drawn.features, colour: aFrame(51, off).features.colour ?? [] },
    };
    return runThrough(styleYardstick([...board, one])).of(one, 'keen', faults).flagged;
  };
  const offs = Array.from({ length: 60 }, (_, at) => at / 20);
  const leastOf = (faults: readonly string[]) => offs.find((off) => flaggedAt(off, faults)) ?? 9;
  expect(leastOf(['blur'])).toBeLessThan(leastOf([]));
  expect(leastOf(['blur'])).toBeGreaterThan(0.7 * leastOf([]));
  expect(leastOf(['seamStrength'])).toBe(leastOf([]));
});
