/** Shots by name, to say which one a picture shows. */
import { groupBy } from '../group-by.js';
import { keyOf } from './read-name.js';

interface NamedShot {
  readonly number: string;
  readonly scene: string | null;
}

/** Of each shot: its number; where that repeats with its scene, "Mill/3"; where that repeats too counted, "3#2". */
export function shotNames(shots: readonly NamedShot[]): string[] {
  const counts = (of: (shot: NamedShot) => string) => groupBy(shots, of);
  const inScene = ({ number, scene }: NamedShot): string => `${scene}/${number}`;
  const byNumber = counts(({ number }) => number);
  const byScene = counts(inScene);
  const seen = new Map<string, number>();
  const taken = new Set<string>();
  return shots.map((shot) => {
    const { number, scene } = shot;
    const count = (seen.get(number) ?? 0) + 1;
    seen.set(number, count);
    let name = `${number}#${count}`;
    if (byNumber.get(number)?.length === 1) name = number;
    else if (scene !== null && byScene.get(inScene(shot))?.length === 1) name = inScene(shot);
    while (taken.has(name)) name += '#';
    taken.add(name);
    return name;
  });
}

/** The place of the shot of this name, also written with other zeros and letters of the other case; undefined for none. */
export function shotFinder(shots: readonly NamedShot[]): (name: string) => number | undefined {
  const exact = new Map(shotNames(shots).map((name, at) => [name, at]));
  const loose = groupBy([...exact], ([name]) => plain(name));
  return (name) => {
    const alike = loose.get(plain(name)) ?? [];
    return exact.get(name) ?? (alike.length === 1 ? alike[0]?.[1] : undefined);
  };
}

const plain = (name: string): string => keyOf(name.trim());
