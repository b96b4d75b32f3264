import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HUES, LIGHTS } from './hue-features.js';
import { runThrough } from './steps.js';
import type { StyleFrame } from './style-frame.js';
import { turnsOf } from './style-turn.js';

const aFrame = (at: number, hue: readonly number[]): StyleFrame => ({
  takeId: `take-${at}`,
  sha256: '',
  scene: null,
  regenerated: false,
  features: { hue },
  tower: [],
});

/** A board's few hues, a little different on each frame; `steps` to the side. */
const paletteOf = (at: number, steps = 0, strength = 0.4): number[] =>
  Array.from({ length: HUES * LIGHTS }, (_, i) => {
    const hue = (i + HUES - steps) % HUES;
    const share = [1, 0.8, 0, 0, 0.1, 0, 0, 0.5][hue] ?? 0;
    return strength * share * (1 + 0.1 * Math.sin(7 * at + 3 * hue + Math.floor(i / HUES)));
  });
const board = Array.from({ length: 8 }, (_, at) => aFrame(at, paletteOf(at)));

it('tells by how much the hues of a frame are shifted, whichever way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: HUES - 1 }), fc.nat(500), (steps, at) => {
      const shifted = aFrame(1000 + at, paletteOf(at, steps));
      const turn = runThrough(turnsOf([...board, shifted]));
      // Turned back, so the other way.
      const back = steps > HUES / 2 ? HUES - steps : -steps;
      expect(Math.abs(turn?.(shifted).degrees ?? 0)).toBe(Math.abs(30 * back));
      expect(turn?.(shifted).gain).toBeGreaterThan(0.6);
      for (const one of board) expect(turn?.(one).gain).toBeLessThan(0.1);
    }),
    { numRuns: 200 },
  );
});

it('says nothing of grey frames, of too few, and of those measured before there were hues', () => {
  const grey = aFrame(20, paletteOf(3, 4, 0.008));
  const before = { ...aFrame(21, []), features: {} };
  const turn = runThrough(turnsOf([...board, grey, before]));
  expect(turn?.(grey).gain).toBeLessThan(0.15);
  expect(turn?.(before)).toEqual({ gain: 0, degrees: 0 });
  expect(runThrough(turnsOf([...board.slice(0, 3), before]))).toBeNull();
});
