import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runThrough } from './steps.js';
import { styleYardstick } from './style.js';
import type { StyleFrame } from './style-frame.js';
import { StyleKept } from './style-kept.js';

const GROUPS = ['colour', 'tone', 'saturation', 'line', 'texture', 'frequency', 'grain'];
/** A number from 0 to 1 that hangs on these. */
const part = (...of: readonly number[]): number => {
  const mixed = Math.sin(of.reduce((sum, one, at) => sum + (at + 1.3) * (one + 0.7), 0)) * 43_758.5;
  return mixed - Math.floor(mixed);
};
const picture = (n: number): Pick<StyleFrame, 'features'> => ({
  features: Object.fromEntries([
    ...GROUPS.map((name, group) => [name, [0, 1, 2].map((at) => part(n, group, at))]),
    ['hue', Array.from({ length: 36 }, (_, at) => part(n, 9, at))],
  ]),
});
const tower = (n: number) => ({ tower: [1, part(n, 11), part(n, 12)], towerName: `${n}` });
const frame = (n: number): StyleFrame => ({
  takeId: `t${n}`,
  sha256: `${n}`,
  scene: null,
  regenerated: false,
  ...picture(n),
  ...tower(n),
});

it('changes nothing, whatever changes between two boards', () => {
  const change = fc.record({
    at: fc.nat(9),
    what: fc.constantFrom('picture', 'tower', 'scene', 'place', 'in', 'out', 'nothing'),
    to: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const kept = new StyleKept();
      let all = Array.from({ length: 10 }, (_, n) => frame(n));
      // Those that others are compared with; the rest is compared with them.
      const sample = new Set(all.slice(0, 7).map(({ takeId }) => takeId));
      for (const { at, what, to } of [{ at: 0, what: 'nothing', to: 0 }, ...changes]) {
        const one = all[at] as StyleFrame;
        if (what === 'in') sample.add(one.takeId);
        if (what === 'out' && sample.size > 4) sample.delete(one.takeId);
        if (what === 'place') all = [...all.filter((other) => other !== one)].toSpliced(to, 0, one);
        const now: StyleFrame = {
          ...one,
          ...(what === 'picture' && picture(20 + to)),
          ...(what === 'tower' && tower(20 + to)),
          ...(what === 'scene' && { scene: `${to % 2}` }),
        };
        all = all.map((other) => (other === one ? now : other));
        const compared = all.filter(({ takeId }) => sample.has(takeId));
        const among = {
          sample: compared,
          scene: (name: string) => compared.filter(({ scene }) => scene === name),
        };
        const [next, fresh] = [kept, new StyleKept()].map((from) =>
          runThrough(styleYardstick(compared, among, from)),
        );
        const says = (of: typeof next) => all.map((one) => of?.of(one, 'balanced', []));
        expect(says(next)).toEqual(says(fresh));
        expect(next?.usual).toEqual(fresh?.usual);
      }
    }),
    { numRuns: 200 },
  );
});
