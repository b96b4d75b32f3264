import { coloursOf } from './claims.js';
import { pick, type Random } from './random.js';
import type { Kind, Scene } from './scene.js';
import { isAnimal, isPerson } from './vocabulary.js';

const sortOf = (kind: Kind): string => (isPerson(kind) ? 'person' : isAnimal(kind) ? 'animal' : 'object');

/** The scene with one subject made the same kind as another of its sort that nobody holds; as it was where there are no two. */
export function withDouble(scene: Scene, random: Random): Scene {
  const pairs = scene.subjects.flatMap((one, i) =>
    scene.subjects.flatMap((other, j) =>
      i !== j &&
      one.heldBy === undefined &&
      other.heldBy === undefined &&
      sortOf(one.kind) === sortOf(other.kind)
        ? [[i, j] as const]
        : [],
    ),
  );
  if (pairs.length === 0) return scene;
  const [from, to] = pick(random, pairs);
  const kind = scene.subjects[from]?.kind ?? 'dog';
  const subjects = scene.subjects.map((subject, i) =>
    i === to ? { ...subject, kind, colour: pick(random, coloursOf(kind)) } : subject,
  );
  return { ...scene, subjects };
}
