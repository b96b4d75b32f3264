import { EMPTY_OVERVIEW } from '@shared/overview.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinBoardView, type ShotView } from '../board/index.js';
import { keepBands } from './scene-bands.js';

const { views } = joinBoardView(aBoard(6), EMPTY_OVERVIEW, 3);
const bandsOf = keepBands();
const inScene = (view: ShotView, scene: string | null): ShotView => ({
  ...view,
  shot: { ...view.shot, scene },
});

/** As it is said in words: each band is as long as its scene goes on. */
const plainly = (shots: readonly ShotView[]) =>
  shots.flatMap(({ shot: { scene } }, start) => {
    if (scene === null || shots[start - 1]?.shot.scene === scene) return [];
    const end = shots.findIndex((view, at) => at > start && view.shot.scene !== scene);
    return [{ scene, start, length: (end < 0 ? shots.length : end) - start }];
  });

it('bands go as far as a scene does, whatever was shown before', () => {
  const scenes = fc.array(fc.constantFrom('a', 'b', null), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(scenes, { minLength: 1, maxLength: 4 }), (all) => {
      for (const one of all) {
        const shots = one.map((scene, at) => inScene(views[at] as ShotView, scene));
        expect(bandsOf(shots)).toEqual(plainly(shots));
      }
    }),
    { numRuns: 300 },
  );
});

it('are the same while something else of a shot is another', () => {
  const shots = views.map((view, at) => inScene(view, at < 3 ? 'a' : 'b'));
  const bands = bandsOf(shots);
  expect(bands).toHaveLength(2);
  const [first] = shots as [ShotView];
  expect(bandsOf([{ ...first, shot: { ...first.shot, stars: 3 } }, ...shots.slice(1)])).toBe(bands);
  expect(bandsOf([inScene(first, 'c'), ...shots.slice(1)])).toHaveLength(3);
});
