import { medianOfSorted } from '@shared/median.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UsualQuality } from './usual-quality.js';

it('a median is that of the picks there are, and a change tells of each that it moved', () => {
  const value = fc.constantFrom(1, 2, 3, 5, 8);
  const quality = fc.oneof(fc.record({ blur: value, noise: value }), fc.record({ blur: value }));
  const changes = fc.array(fc.record({ shot: fc.constantFrom('a', 'b', 'c', 'd'), now: fc.option(quality) }));
  fc.assert(
    fc.property(changes, (all) => {
      const usual = new UsualQuality();
      const picks = new Map<string, Readonly<Record<string, number>>>();
      const medians = () =>
        ['blur', 'noise'].map((name) =>
          medianOfSorted([...picks.values()].map((one) => one[name] ?? 0).sort((a, b) => a - b)),
        );
      const kept = () => ['blur', 'noise'].map((name) => usual.median(name));
      expect(kept()).toEqual([Number.NaN, Number.NaN]);
      for (const { shot, now } of all) {
        const before = medians();
        const told = usual.put(shot, now);
        if (now) picks.set(shot, now);
        else picks.delete(shot);
        const after = medians();
        expect(kept()).toEqual(after);
        expect(told).toEqual(['blur', 'noise'].filter((_, at) => !Object.is(before[at], after[at])));
        expect(usual.put(shot, now)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
