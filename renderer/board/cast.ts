import type { Fact, Portrait, Shot } from '@shared/records/index.js';
import { speaksOf } from '@shared/speaks-of.js';

const known = new WeakMap<readonly Fact[], WeakMap<Shot, readonly string[]>>();

/** Names of the characters that a shot's description speaks of; read once for each version of shot and cast. */
export function charactersOf(shot: Shot, cast: readonly Fact[]): readonly string[] {
  let shots = known.get(cast);
  if (!shots) {
    shots = new WeakMap();
    known.set(cast, shots);
  }
  let names = shots.get(shot);
  if (!names) {
    const spoken = cast.filter((fact) => speaksOf(fact, shot.description));
    names = [...new Set(spoken.map(({ name }) => name))];
    shots.set(shot, names);
  }
  return names;
}

/** Pictures of the cast by name, those first whom the shot's description speaks of. */
export function castFirst(
  portraits: readonly Portrait[],
  shot: Shot | null,
  cast: readonly Fact[],
): readonly Portrait[] {
  const here = shot ? charactersOf(shot, cast) : [];
  const rank = ({ name }: Portrait): number => (here.includes(name) ? 0 : 1);
  return portraits.toSorted(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.path.localeCompare(b.path),
  );
}
