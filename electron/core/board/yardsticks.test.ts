import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, someMeasures } from './testing/drawn-changes.js';
import { type Compared, Yardsticks } from './yardsticks.js';

const frame = (n: number, more: Partial<Compared> = {}): Compared => {
  const { quality, style } = someMeasures(n);
  const features = Object.entries(style).filter(([name]) => name === 'colour' || name === 'line');
  return {
    takeId: `t${n}`,
    // The higher n, the later in the sample of a large board.
    sha256: n.toString(16).padStart(8, '0').padEnd(64, '0'),
    scene: null,
    regenerated: false,
    description: '',
    measures: { quality },
    features: Object.fromEntries(
      features.map(([name, values]) => [name, Float64Array.from(values.slice(0, 3))]),
    ),
    tower: [],
    towerName: '',
    ...more,
  };
};

function board(count: number) {
  const yardsticks = new Yardsticks();
  const frames = Array.from({ length: count }, (_, n) => frame(n));
  for (const one of frames) yardsticks.put(one.takeId, one);
  const work = () => {
    for (let steps = 1; ; steps++)
      if (yardsticks.work(() => frames.map(({ takeId }) => takeId))) return steps;
  };
  work();
  /** Whether others stand otherwise because of what is known of a take now; made up for at once. */
  const shifts = (takeId: string, now: Compared | null): boolean => {
    yardsticks.put(takeId, now);
    const { isStale } = yardsticks;
    if (isStale) work();
    return isStale;
  };
  return { yardsticks, frames, work, shifts };
}

describe('a small board', () => {
  it('has a yardstick once it is made, and is stale until then', () => {
    const yardsticks = new Yardsticks();
    expect([yardsticks.isReady, yardsticks.isStale, yardsticks.of('t0', 'balanced')]).toEqual([
      false,
      false,
      null,
    ]);
    const order = ['t0', 't1', 'unknown'];
    for (const n of [0, 1]) yardsticks.put(`t${n}`, frame(n));
    expect([yardsticks.isReady, yardsticks.isStale, yardsticks.of('t0', 'balanced')]).toEqual([
      false,
      true,
      null,
    ]);
    expect(
      yardsticks.work(() => order),
      'one step is not all',
    ).toBeNull();
    expect([yardsticks.isReady, yardsticks.isStale]).toEqual([false, true]);
    let shifted: string[] | null = null;
    while (!shifted) shifted = yardsticks.work(() => order);
    expect(shifted).toEqual(['t0', 't1']);
    expect([yardsticks.isReady, yardsticks.isStale]).toEqual([true, false]);
    expect(yardsticks.of('t0', 'balanced')?.quality.length).toBeGreaterThan(0);
    expect(yardsticks.of('unknown', 'balanced')).toBeNull();
  });

  it('is stale again where anything of a take that others are compared with is another', () => {
    const { shifts, frames } = board(6);
    const [one] = frames as [Compared];
    expect(shifts('t0', { ...one, description: 'a fox', tower: [] })).toBe(false);
    expect(shifts('t0', { ...one, tower: [1], towerName: '1' })).toBe(true);
    expect(shifts('t0', { ...one, tower: [1], towerName: '1' })).toBe(false);
    expect(shifts('t0', { ...one, scene: 'Harbour', tower: [1], towerName: '1' })).toBe(true);
    expect(shifts('t0', { ...one, regenerated: true })).toBe(true);
    expect(shifts('t0', { ...one, regenerated: true, features: { ...one.features } })).toBe(true);
    expect(shifts('t0', { ...one, measures: { ...one.measures } })).toBe(true);
    expect(shifts('t0', null)).toBe(true);
  });
});

describe('a large board', () => {
  it('is stale only where its sample or a scene changes', () => {
    const { shifts, work, yardsticks } = board(515);
    const made = (n: number, more: Partial<Compared> = {}) =>
      frame(n, { takeId: 'new', regenerated: true, ...more });
    const [first, last] = [frame(0), frame(514)];
    yardsticks.put('t0', first);
    yardsticks.put('t514', last);
    work();
    expect(shifts('new', made(600)), 'a new take').toBe(false);
    expect(shifts('new', made(601)), 'a new take that is measured anew').toBe(false);
    expect(shifts('new', null), 'a new take that is gone').toBe(false);
    expect(
      shifts('t514', { ...last, tower: [1], towerName: '1' }),
      'what the judge saw of one outside the sample',
    ).toBe(false);
    expect(shifts('t0', { ...first, tower: [1], towerName: '1' }), 'what the judge saw of one in it').toBe(
      true,
    );
    expect(
      shifts('t514', { ...last, tower: [1], towerName: '1', scene: 'Harbour' }),
      'the scene of an imported take',
    ).toBe(true);
    expect(
      shifts('t514', { ...last, tower: [1], towerName: '1', regenerated: true }),
      'one that is imported no more',
    ).toBe(true);
  });

  it('is stale where it grows large or is so no longer', () => {
    const { shifts } = board(512);
    expect(shifts('new', frame(600, { takeId: 'new', regenerated: true }))).toBe(true);
    expect(shifts('new', null)).toBe(true);
  });
});

describe('who stands otherwise', () => {
  const SCENES = [null, 'Harbour', 'Library', 'Forest'];
  const SHOTS = 560;
  /** The sample comes first; scenes are of the others, so that some change without it. */
  const SAMPLE = 512;
  const GROUPS = ['colour', 'tone', 'saturation', 'line', 'texture', 'frequency', 'grain'];
  /** Of a frame of which all is known; of one in five its hues, too, which take longest to compare. */
  const whole = (n: number): Pick<Compared, 'features' | 'tower' | 'towerName'> => ({
    features: Object.fromEntries([
      ...GROUPS.map((name) => [name, [0, 1, 2].map((at) => chance(name, n, at))]),
      ...(n % 5 === 0 ? [['hue', Array.from({ length: 36 }, (_, at) => chance('hue', n, at))]] : []),
    ]),
    tower: [1, chance('tower', n)],
    towerName: `${n}`,
  });
  /** What happens to one take, at a place of the story. */
  const change = fc.record({
    at: fc.oneof(fc.nat(SHOTS - 1), fc.integer({ min: SAMPLE, max: SHOTS - 1 })),
    what: fc.constantFrom('scene', 'scene', 'place', 'place', 'picture', 'picture', 'tower', 'apart', 'gone'),
    to: fc.nat(SHOTS - 1),
  });

  it('is whoever does, after scenes, places and pictures changed, and nobody else in another scene', () => {
    let spared = 0;
    const property = fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      (rounds) => {
        const yardsticks = new Yardsticks();
        const apart = new Set<string>();
        let order = Array.from({ length: SHOTS }, (_, n) =>
          frame(n, { ...whole(n), scene: SCENES[n < SAMPLE ? 0 : (n % 3) + 1] ?? null }),
        );
        const put = (one: Compared) => yardsticks.put(one.takeId, one, apart.has(one.takeId));
        const ids = () => order.map(({ takeId }) => takeId);
        const work = (of: Yardsticks): string[] => {
          for (;;) {
            const shifted = of.work(ids);
            if (shifted) return shifted;
          }
        };
        for (const one of order) put(one);
        const standings = new Map<string, unknown>();
        const compare = (some: readonly string[]) => {
          for (const id of some) standings.set(id, yardsticks.of(id, 'balanced'));
        };
        compare(work(yardsticks));
        for (const round of rounds) {
          for (const { at, what, to } of round) {
            const one = order[at % order.length] as Compared;
            const { takeId } = one;
            if (what === 'place' || what === 'gone') order = order.filter((other) => other !== one);
            if (what === 'gone') {
              yardsticks.put(takeId, null);
              standings.delete(takeId);
              continue;
            }
            if (what === 'place') order.splice(to, 0, one);
            if (what === 'apart') apart.add(takeId);
            const now: Compared = {
              ...one,
              ...(what === 'picture' && { measures: frame(to).measures, features: whole(to).features }),
              ...(what === 'tower' && { tower: [1, to], towerName: `${to}` }),
              // A shot that is put elsewhere is of the scene there.
              ...((what === 'scene' || what === 'place') && { scene: SCENES[to % SCENES.length] ?? null }),
            };
            order = order.map((other) => (other.takeId === takeId ? now : other));
            put(now);
            compare([takeId]);
          }
          if (yardsticks.isStale) {
            const shifted = work(yardsticks);
            if (shifted.length < order.length) spared++;
            compare(shifted);
          } else continue;
          const fresh = new Yardsticks();
          for (const one of order) fresh.put(one.takeId, one, apart.has(one.takeId));
          work(fresh);
          expect(standings).toEqual(new Map(ids().map((id) => [id, fresh.of(id, 'balanced')])));
        }
      },
    );
    fc.assert(property, { numRuns: 6, seed: 1 });
    expect(spared).toBeGreaterThan(2);
  }, 60_000);
});
