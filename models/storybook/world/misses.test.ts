import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truthOf } from './claims.js';
import { describeScene } from './describe.js';
import { type ImagineRequest, imagine } from './misses.js';
import { seededRandom } from './random.js';
import { sampleScene } from './sample.js';
import type { Scene } from './scene.js';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const PROMPT =
  'A girl in a red coat holding a yellow lantern in a forest at night, a brown dog on the left. Wide shot, gouache.';

/** Share of seeds for which the claim holds. */
function rate(request: Omit<ImagineRequest, 'seed'>, claim: string, runs = 400): number {
  let held = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    if (truthOf(imagine({ ...request, seed }).scene, claim) === true) held += 1;
  }
  return held / runs;
}

function checkValid({ subjects }: Scene): void {
  expect(subjects.length).toBeLessThanOrEqual(4);
  for (const { x, heldBy } of subjects) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1);
    if (heldBy !== undefined) expect(subjects[heldBy]).toBeDefined();
  }
}

describe('imagine', () => {
  it('gives the same scene for the same request, another for another seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const request = { prompt: describeScene(sampleScene(seededRandom(seed))), seed };
        const first = imagine(request);
        expect(imagine(request)).toEqual(first);
        checkValid(first.scene);
      }),
      { numRuns: 200 },
    );
    expect(imagine({ prompt: PROMPT, seed: 1 }).scene).not.toEqual(
      imagine({ prompt: PROMPT, seed: 2 }).scene,
    );
  });

  it('does as it is told when nothing is to be missed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scene = sampleScene(seededRandom(seed));
        const { scene: made, missed } = imagine({
          prompt: describeScene(scene),
          seed,
          missRate: 0,
          // A prompt says no word of clear weather.
          defaults: { weather: 'clear' },
        });
        expect(missed).toEqual([]);
        const facts = ({ place, time, weather, framing, style, subjects }: Scene) => ({
          ...{ place, time, weather, framing, style },
          subjects: subjects
            .map(
              (one) =>
                `${one.colour} ${one.kind} ${one.heldBy === undefined ? '' : subjects[one.heldBy]?.kind}`,
            )
            .sort(),
        });
        expect(facts(made)).toEqual(facts(scene));
      }),
      { numRuns: 200 },
    );
  });

  it('reports what it missed, and only that', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scene, missed } = imagine({ prompt: PROMPT, seed });
        const said = (field: string): boolean =>
          missed.some((miss) => miss.field === field && miss.how !== 'uninvited');
        expect(scene.place === 'forest').toBe(!said('place'));
        expect(scene.time === 'night').toBe(!said('time'));
        expect(scene.framing === 'wide').toBe(!said('framing'));
        expect(scene.style === 'gouache').toBe(!said('style'));
      }),
      { numRuns: 200 },
    );
  });

  it('misses some of it, and the whole of it now and then', () => {
    const perfect = Array.from(
      { length: 400 },
      (_, seed) => imagine({ prompt: PROMPT, seed }).missed.length === 0,
    );
    const share = perfect.filter(Boolean).length / perfect.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.6);
  });

  it('heeds weight: 1.3 cuts misses to about a quarter, 0.7 doubles them', () => {
    const coat = (weight: string): number =>
      1 -
      rate({ prompt: `A girl in a ${weight}, a dog, in a forest, at night` }, 'a person in a red coat', 600);
    const base = coat('red coat');
    expect(coat('(red coat:1.3)')).toBeLessThan(base * 0.75);
    expect(coat('(red coat:0.7)')).toBeGreaterThan(base * 1.3);
    const night = (weight: string): number =>
      1 - rate({ prompt: `A girl in a forest at ${weight}` }, 'at night', 600);
    expect(night('(night:1.3)') / night('night')).toBeLessThan(0.4);
    expect(night('(night:0.7)') / night('night')).toBeGreaterThan(1.6);
  });

  it('heeds the front of the prompt more than its end', () => {
    const padding =
      'a calm and quiet moment, full of wonder and of many small things that nobody else would ever see, with long soft shadows';
    const front = 1 - rate({ prompt: `At night, ${padding}, a girl` }, 'at night', 600);
    const back = 1 - rate({ prompt: `A girl, ${padding}, ${padding}, at night` }, 'at night', 600);
    expect(back / front).toBeGreaterThan(1.5);
    expect(back / front).toBeLessThan(2.5);
  });

  it('never misses more for a greater weight with the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const holds = (weight: number): boolean =>
          imagine({ prompt: `a girl, a (forest:${weight}), wide shot`, seed }).scene.place === 'forest';
        if (holds(0.8)) expect(holds(1.2)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing else when one word changes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        // Of the same length: how far from the front the rest stands counts, too.
        const one = imagine({ prompt: 'a girl in a red coat, a forest, at night, wide shot', seed }).scene;
        const other = imagine({ prompt: 'a girl in a red coat, a meadow, at night, wide shot', seed }).scene;
        expect({ ...other, place: one.place }).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  it('adds what is named only to be absent more often than what the negative prompt names', () => {
    const said = rate({ prompt: 'a girl in a meadow, no dog' }, 'a dog');
    const silent = rate({ prompt: 'a girl in a meadow' }, 'a dog');
    const negative = rate({ prompt: 'a girl in a meadow, no dog', negativePrompt: 'dog, cat' }, 'a dog');
    expect(said).toBeGreaterThan(0.2);
    expect(silent).toBeLessThan(0.05);
    expect(negative).toBe(0);
  });

  it('keeps clear of a colour in the negative prompt', () => {
    expect(rate({ prompt: 'a girl in a meadow', negativePrompt: 'blue coat' }, 'a girl in a blue coat')).toBe(
      0,
    );
    expect(rate({ prompt: 'a girl in a meadow' }, 'a girl in a blue coat')).toBeGreaterThan(0.08);
  });

  it('stays like the scene it starts from', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const base = sampleScene(seededRandom(seed), { atLeast: 1 });
        const kinds = base.subjects.map(({ kind }) => kind).join(', ');
        const { scene } = imagine({ prompt: `${kinds}`, seed: seed ^ 5, base, missRate: 0 });
        expect(scene.seed).toBe(base.seed);
        for (const field of ['place', 'time', 'weather', 'framing', 'style'] as const)
          expect(scene[field]).toBe(base[field]);
        const standing = base.subjects.filter(({ heldBy }) => heldBy === undefined);
        if (standing.length < base.subjects.length) return;
        for (const own of base.subjects) {
          expect(scene.subjects.find(({ kind }) => kind === own.kind)).toMatchObject({
            x: own.x,
            colour: own.colour,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('puts subjects where the words put them', () => {
    const request = {
      prompt: 'a boy, a fox to the left of the boy, a kite on the right, wide shot',
      missRate: 0,
    };
    expect(rate(request, 'a fox to the left of a boy', 100)).toBe(1);
    expect(rate(request, 'a kite on the right', 100)).toBe(1);
  });
});
