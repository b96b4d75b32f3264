/** Scenes: neighbouring shots under one name. Two scenes of one name that come to stand beside each other are one. */
import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import {
  need,
  put,
  type Records,
  type Shot,
  sceneAround,
  sceneOfShot,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';
import { gathered, inOrder, shotIds, shotsOfIds } from './moves.js';
import { onShot } from './on-shot.js';

const sceneName = z.string().trim().min(1).max(200);

const named = (shots: readonly Shot[], scene: string | null): Write[] =>
  shots.filter((shot) => shot.scene !== scene).map((shot) => put('shot', { ...shot, scene }));

/** The scene of a shot. Throws NOT_FOUND. */
function around(records: Records, shotId: string) {
  need(records, 'shot', shotId);
  return sceneOfShot(records, shotId);
}

const told = (scene: string | null | undefined): string => scene ?? 'without a name';
const sceneOf = (records: Records, shotId: string) => records.shot[shotId]?.scene;

/** All shots of the scene that a shot is in; null takes the name away. */
export const nameScene = define(
  'name-scene',
  { ...onShot, scene: sceneName.nullable() },
  {
    apply: (records, { shotId, scene }) => {
      const { shots, from, to } = around(records, shotId);
      return named(shots.slice(from, to), scene);
    },
    label: ({ shotId, scene }, _shots, records) => {
      const before = told(sceneOf(records, shotId));
      return scene === null ? `Take the name from scene ${before}` : `Rename scene ${before} to ${scene}`;
    },
  },
);

/** The scene ends before the shot, and the rest of it is one of its own. */
export const splitScene = define(
  'split-scene',
  { ...onShot, scene: sceneName },
  {
    apply: (records, { shotId, scene }) => {
      const { shots, at, to } = around(records, shotId);
      return named(shots.slice(at, to), scene);
    },
    label: ({ shotId }, shots, records) => `Split scene ${told(sceneOf(records, shotId))} before ${shots}`,
  },
);

/** The scene that a shot is in goes on to the end of the next one. Throws CONFLICT behind the last. */
export const joinScenes = define(
  'join-scenes',
  { ...onShot },
  {
    apply: (records, { shotId }) => {
      const { shots, at, to } = around(records, shotId);
      if (to === shots.length)
        throw new ContinuistError('CONFLICT', 'no scene follows that it could be joined with', { shotId });
      return named(shots.slice(to, sceneAround(shots, to)[1]), shots[at]?.scene ?? null);
    },
    label: ({ shotId }, _shots, records) => {
      const { shots, to } = around(records, shotId);
      return `Join scenes ${told(sceneOf(records, shotId))} and ${told(shots[to]?.scene)}`;
    },
  },
);

/** The shots gather where the first of them stands, as a scene of their own. */
export const makeScene = define(
  'make-scene',
  { shotIds, scene: sceneName },
  {
    apply: (records, { shotIds, scene }) => {
      const shots = shotsOfIds(records, shotIds);
      const beside = (shots[0] as Shot).id;
      const own = new Set(shotIds);
      const after = gathered(records, shots, { beside, side: 'before' });
      return inOrder(
        records,
        after.map((shot) => (own.has(shot.id) ? { ...(records.shot[shot.id] as Shot), scene } : shot)),
        shotIds,
      );
    },
    label: ({ scene }, shots) => `Make scene ${scene} of ${shots}`,
    shots: ({ shotIds }) => shotIds,
  },
);
