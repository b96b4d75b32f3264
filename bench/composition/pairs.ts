/** Two shots of a scene in a row: what the second has in common with the first. */
import { type Beside, changedSides, isJump, isSameSize, isTurned } from '@core/composition/index.js';
import { FRAMINGS, type Random, type Scene, type Subject } from '@models/storybook/world/index.js';
import type { Detection } from '@shared/records/index.js';
import { other } from '../faults.js';
import { composed } from './frames.js';
import type { Trial } from './trial.js';
import { type View, viewOf } from './view.js';

export interface Pair {
  readonly measure: string;
  readonly before: Scene;
  readonly now: Scene;
  readonly ask: (before: Beside, now: Beside) => boolean;
  readonly isSo: boolean;
}

const moved = (scene: Scene, by: (subject: Subject, index: number) => Partial<Subject>): Scene => ({
  ...scene,
  subjects: scene.subjects.map((subject, i) => ({ ...subject, ...by(subject, i) })),
});

/** Of a scene in which whoever is nearest is so in either shot. */
export function pairsOf(scene: Scene, random: Random): Pair[] {
  const standing = scene.subjects.filter(({ heldBy }) => heldBy === undefined);
  if (standing.length === 0 || standing.length !== scene.subjects.length) return [];
  const seed = Math.floor(random() * 2 ** 32);
  const again = moved({ ...scene, seed }, () => ({ mood: 'calm' }));
  const otherSize: Scene = { ...again, framing: other(random, FRAMINGS, scene.framing) };
  const isRescaled = isOtherScale(scene, otherSize);
  const rescaled = (pair: Pair): Pair[] => (isRescaled ? [pair] : []);
  const ask = isSameSize;
  const pairs: Pair[] = [
    { measure: 'same size, where it is', before: scene, now: again, ask, isSo: true },
    ...rescaled({ measure: 'another size, where it is', before: scene, now: otherSize, ask, isSo: false }),
    { measure: 'jump cut, where it is', before: scene, now: again, ask: isJump, isSo: true },
    ...rescaled({
      measure: 'no jump cut, where none is',
      before: scene,
      now: otherSize,
      ask: isJump,
      isSo: false,
    }),
  ];
  const [a, b] = standing;
  if (standing.length === 2 && a && b) {
    const crossed = moved(again, (_, i) => ({ x: (i === 0 ? b : a).x }));
    const sides = (before: Beside, now: Beside) => changedSides(before, now) !== null;
    pairs.push(
      { measure: 'line crossed, where it is', before: scene, now: crossed, ask: sides, isSo: true },
      { measure: 'line kept, where it is', before: scene, now: otherSize, ask: sides, isSo: false },
    );
  }
  return pairs;
}

/** Everybody and everything is drawn in another size: where there is much in a frame, some of it is not. */
function isOtherScale(a: Scene, b: Scene): boolean {
  const [then, now] = [viewOf(a).boxes, viewOf(b).boxes];
  return then.every(({ height }, i) => {
    const scale = height / (now[i]?.height ?? height);
    return Math.max(scale, 1 / scale) > 1.5;
  });
}

const side = (scene: Scene, label: string | undefined): 'left' | 'right' | undefined => {
  const facing = scene.subjects.find(({ kind }) => kind === label)?.facing;
  return facing && (facing === 1 ? 'right' : 'left');
};

export function besideOf(scene: Scene, see: (view: View) => readonly Detection[]): Beside {
  const view = viewOf(scene);
  const detections = see(view);
  const direction = side(scene, composed(detections).subject?.label);
  return { detections, composition: composed(detections, direction ? { direction } : {}) };
}

export function pairTrials(scene: Scene, random: Random, see: (view: View) => readonly Detection[]): Trial[] {
  const pairs = pairsOf(scene, random);
  const turned = moved(scene, ({ facing }) => ({ facing: facing === 1 ? -1 : 1 }));
  const [before, after, same] = [scene, turned, { ...scene, seed: scene.seed ^ 1 }].map((one) =>
    besideOf(one, see),
  ) as [Beside, Beside, Beside];
  const trials: Trial[] = pairs.map(({ measure, before, now, ask, isSo }) => ({
    measure,
    right: ask(besideOf(before, see), besideOf(now, see)) === isSo,
  }));
  return [
    ...trials,
    { measure: 'screen direction turns, facing given', right: isTurned(before, after) },
    { measure: 'screen direction kept, facing given', right: !isTurned(before, same) },
  ];
}
