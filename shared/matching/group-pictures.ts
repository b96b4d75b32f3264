/** Shots made of pictures, with what the artist said of their names and of single ones. */
import { BY_HAND } from './by-hand.js';
import { readAll, UNFIT } from './by-pattern.js';
import { type MatchChoice, patternIn } from './choice.js';
import { LastOf } from './last-of.js';
import type { Guesses, LeftOut, MatchedBy } from './matching.js';
import type { PatternPart } from './pattern.js';
import { keyOf, readName } from './read-name.js';
import { setAside } from './set-aside.js';
import { shotFinder, shotNames } from './shot-names.js';
import { groupsOf, type ShotOfPictures, shotsOf, type Told, toldByNames } from './shots-of-pictures.js';
import { byNameOfTake } from './take-order.js';

export interface GroupedPictures {
  /** In story order. */
  readonly shots: readonly (ShotOfPictures & { readonly name: string })[];
  /** By which shots are chosen: as they are called before anything is put by hand. */
  readonly names: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly by: ReadonlyMap<string, MatchedBy>;
  readonly guesses: Guesses;
}

export function groupPictures(paths: readonly string[], choice: MatchChoice): GroupedPictures {
  const read = READ.of(paths, [choice.pattern], () => readBy(paths, patternIn(choice)));
  const { groups } = read;
  const contested = groups.flatMap(([first, ...others]) =>
    others.some(({ beside }) => beside !== first?.beside) ? (first?.path ?? []) : [],
  );
  const by = new Map(read.told.map(({ path }) => [path, read.by]));
  const before = shotsOf(groups);
  const names = shotNames(before);
  const { told, leftOut } = byHand(read, groups, before, choice.pictures, by);
  const now = told === read.told ? groups : groupsOf(told);
  const nameOf = new Map(groups.map(([first], at) => [first?.identity, names[at] ?? '']));
  return {
    shots: shotsOf(now).map((shot, at) => {
      const identity = now[at]?.[0]?.identity;
      return { ...shot, name: nameOf.get(identity) ?? shot.number };
    }),
    names,
    leftOut: leftOut.sort((a, b) => byNameOfTake(a.path, b.path)),
    by,
    guesses: { isInOrder: false, alike: [], contested },
  };
}

interface ReadPictures {
  readonly told: readonly Told[];
  readonly leftOut: readonly LeftOut[];
}

interface GroupedByNames extends ReadPictures {
  readonly by: MatchedBy;
  readonly groups: readonly (readonly Told[])[];
}

/** What is put by hand, picture by picture, leaves the names as they were read. */
const READ = new LastOf<GroupedByNames>();

function readBy(paths: readonly string[], pattern: readonly PatternPart[] | null): GroupedByNames {
  const read = pattern ? byPattern(paths, pattern) : byNames(paths);
  return { ...read, by: pattern ? 'pattern' : 'name', groups: groupsOf(read.told) };
}

function byNames(paths: readonly string[]): ReadPictures {
  const leftOut = setAside(paths.map(readName));
  const isAside = new Set(leftOut.map(({ path }) => path));
  return { told: toldByNames(paths.filter((path) => !isAside.has(path))), leftOut };
}

function byPattern(paths: readonly string[], pattern: readonly PatternPart[]): ReadPictures {
  const read = readAll(paths, pattern);
  const told = paths.flatMap((path): Told | [] => {
    const fields = read.get(path);
    if (!fields) return [];
    const { shot = '', scene, take = '' } = fields;
    const key = keyOf(shot);
    const inScene = scene === undefined ? null : { key: keyOf(scene), written: scene };
    return {
      path,
      episode: null,
      scene: inScene,
      number: { text: shot, key },
      identity: JSON.stringify([inScene?.key, key]),
      beside: '',
      take,
    };
  });
  return { told, leftOut: paths.flatMap((path) => (read.has(path) ? [] : { path, ...UNFIT })) };
}

/** A shot that is not there yet is made, with what it is called as its number. */
function byHand(
  { told, leftOut }: ReadPictures,
  groups: readonly (readonly Told[])[],
  shots: readonly ShotOfPictures[],
  choice: MatchChoice['pictures'],
  by: Map<string, MatchedBy>,
): { readonly told: readonly Told[]; readonly leftOut: LeftOut[] } {
  const chosen = new Map(Object.entries(choice));
  const here = [...told, ...leftOut].flatMap(({ path }) => (chosen.has(path) ? path : []));
  const out = leftOut.filter(({ path }) => !chosen.has(path));
  if (here.length === 0) return { told, leftOut: out };
  const find = shotFinder(shots);
  const put = here.flatMap((path): Told | [] => {
    const name = chosen.get(path) ?? null;
    by.delete(path);
    if (name === null) {
      out.push({ path, ...BY_HAND });
      return [];
    }
    by.set(path, 'hand');
    const group = groups[find(name) ?? -1];
    const like: Omit<Told, 'path'> = group?.[0] ?? {
      episode: null,
      scene: null,
      number: { text: name, key: keyOf(name) },
      identity: `by hand ${keyOf(name)}`,
      beside: '',
      take: '',
    };
    return { ...like, path };
  });
  return { told: [...told.filter(({ path }) => !chosen.has(path)), ...put], leftOut: out };
}
