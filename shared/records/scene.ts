/** A scene is a run of neighbouring shots of one name; shots without one are of no scene together. */
import { shotsInOrder } from './queries.js';
import type { Shot } from './shot.js';
import type { Records } from './tables.js';

type Named = Pick<Shot, 'scene'>;

/** Where the scene of the shot at `at` begins and where the next one does, among shots in story order. */
export function sceneAround(shots: readonly Named[], at: number): readonly [from: number, to: number] {
  const scene = shots[at]?.scene;
  let [from, to] = [at, at + 1];
  while (from > 0 && shots[from - 1]?.scene === scene) from--;
  while (to < shots.length && shots[to]?.scene === scene) to++;
  return [from, to];
}

/** The shots in story order, where one of them stands, and its scene around it; 0 to 0 of a shot that is not there. */
export function sceneOfShot(records: Pick<Records, 'shot'>, shotId: string) {
  const shots = shotsInOrder(records);
  const at = shots.findIndex(({ id }) => id === shotId);
  const [from, to] = at < 0 ? [0, 0] : sceneAround(shots, at);
  return { shots, at, from, to };
}

/** A name like `scene` that none of `taken` has: "Mill 2", "3A"; without one, the first number that is free. */
export function freeSceneName(scene: string | null, taken: Iterable<string | null>): string {
  const others = new Set(taken);
  const names = function* () {
    if (scene === null) for (let n = 1; ; n++) yield String(n);
    if (/\d$/.test(scene)) for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') yield scene + letter;
    for (let n = 2; ; n++) yield `${scene} ${n}`;
  };
  for (const name of names()) if (!others.has(name)) return name;
  return '';
}
