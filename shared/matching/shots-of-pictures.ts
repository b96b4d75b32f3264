/** Shots made of pictures whose names are all that is known of them. */
import { groupBy } from '../group-by.js';
import { byName } from '../natural-order.js';
import { byShape, numberColumns } from './columns.js';
import { type NumberField, type ReadName, readName, stemOf } from './read-name.js';
import { byNameOfTake } from './take-order.js';

export interface ShotOfPictures {
  /** As in the names: "010", "1A"; the place in the storyboard where the names hold none. */
  readonly number: string;
  /** As in the names: "sc01", "scene_01". */
  readonly scene: string | null;
  /** Paths, natural order. */
  readonly takes: readonly string[];
}

/** What is known of one picture. */
export interface Told {
  readonly path: string;
  readonly episode: Numbered | null;
  readonly scene: { readonly key: string; readonly written: string } | null;
  readonly number: Numbered | null;
  /** Pictures with the same one are takes of one shot. */
  readonly identity: string;
  /** What its number is, with the others that nothing says anything of: takes of one shot should share it. */
  readonly beside: string;
  /** Which take it is, as far as a pattern says that; ''. */
  readonly take: string;
}

type Numbered = Pick<NumberField, 'key' | 'text'>;

/** Shots in story order. Every picture is a take of one of them. */
export const shotsOfPictures = (paths: readonly string[]): ShotOfPictures[] =>
  shotsOf(groupsOf(toldByNames(paths)));

export function toldByNames(paths: readonly string[]): Told[] {
  const names = [...paths].sort(byName).map(readName);
  const common = (of: (name: ReadName) => string) => new Set(names.map(of)).size < 2;
  const isOneFolder = common(({ folders }) => folders.join('/'));
  const isOneEpisode = common((name) => fieldOf(name, 'episode')?.key ?? '');
  return byShape(names).flatMap((group) => toldIn(group, isOneFolder, isOneEpisode));
}

/** The takes of each shot, in story order. */
export const groupsOf = (told: readonly Told[]): Told[][] => [
  ...groupBy(told.toSorted(inStoryOrder), ({ identity }) => identity).values(),
];

export function shotsOf(groups: readonly (readonly Told[])[]): ShotOfPictures[] {
  const isNumbered = groups.some(([first]) => first?.number);
  return groups.map((takes, index) => {
    const [first] = takes as [Told, ...Told[]];
    return {
      number: first.number?.text ?? (isNumbered ? stemOf(first.path) : String(index + 1)),
      scene: first.scene?.written ?? null,
      takes: takes
        .toSorted((a, b) => byName(a.take, b.take) || byNameOfTake(a.path, b.path))
        .map(({ path }) => path),
    };
  });
}

const fieldOf = (name: ReadName, role: NumberField['role']): NumberField | null =>
  name.fields.find((field) => field.role === role) ?? null;

function toldIn(group: readonly ReadName[], isOneFolder: boolean, isOneEpisode: boolean): Told[] {
  const column = numberColumns(group)[0] ?? null;
  const sceneOf = (name: ReadName): Told['scene'] => {
    const field = name.fields.find(({ role }, index) => role === 'scene' && index !== column);
    if (field) return field;
    const folder = isOneFolder ? '' : name.folders.join('/');
    if (folder !== '') return { key: folder.toLowerCase(), written: folder };
    return beforeNumber(group, name, column);
  };
  // Pictures of one name are told apart by when they were made; beside others, that makes them takes.
  const isOneName = new Set(group.map(({ words }) => words)).size === 1;
  const plain = group.map((name): Told => {
    const number = column === null ? null : (name.fields[column] ?? null);
    const scene = sceneOf(name);
    const episode = isOneEpisode ? null : fieldOf(name, 'episode');
    const own = number ? `#${number.key}` : `${name.bare} ${isOneName ? stampsOf(name) : ''}`;
    const identity = JSON.stringify([episode?.key, scene?.key, own]);
    return {
      path: name.path,
      episode,
      scene,
      number,
      identity,
      beside: besideOf(name, column, scene),
      take: '',
    };
  });
  const isInFile = column !== null && group[0]?.fields[column]?.isFolder === false;
  return isInFile ? apartByWords(group, plain) : plain;
}

/** A number that a label calls the shot's leaves nothing to the others. */
function besideOf(name: ReadName, column: number | null, scene: Told['scene']): string {
  const role = column === null ? '' : (name.fields[column]?.role ?? '');
  if (role !== 'plain') return role;
  const others = name.fields.filter(
    (field, at) => field.role === role && at !== column && field.key !== scene?.key,
  );
  return [role, ...others.map(({ key }) => key)].join(' ');
}

const stampsOf = ({ fields }: ReadName): string =>
  fields.flatMap(({ role, key }) => (role === 'stamp' ? [key] : [])).join(' ');

/** Of `1_02`, with every number of two repeated: the first one names the scene. */
function beforeNumber(group: readonly ReadName[], name: ReadName, column: number | null): Told['scene'] {
  const field = column === null ? undefined : name.fields[column - 1];
  if (field?.role !== 'plain') return null;
  const keys = (at: number) => new Set(group.map(({ fields }) => fields[at]?.key)).size;
  return keys((column as number) - 1) > 1 ? { key: field.key, written: field.written } : null;
}

/** The words before a number are its scene where the same number stands after others as well: `forest_01`, `castle_01`. */
function apartByWords(group: readonly ReadName[], told: readonly Told[]): Told[] {
  const words = new Map(group.map(({ path, firstWords }) => [path, firstWords]));
  const wordsOf = ({ path }: Told) => (words.get(path) ?? '').toLowerCase();
  const repeated = [...groupBy(told, ({ identity }) => identity).values()].some(
    (same) => new Set(same.map(wordsOf)).size > 1,
  );
  if (!repeated) return [...told];
  return told.map((one) => {
    const key = wordsOf(one);
    const written = words.get(one.path) ?? '';
    if (key === '') return one;
    const scene = one.scene ?? { key, written };
    return { ...one, scene, identity: `${one.identity}${key}` };
  });
}

/** Where nothing of the story is known, by the pictures' names. */
function inStoryOrder(a: Told, b: Told): number {
  return (
    Number(a.number === null) - Number(b.number === null) ||
    byName(a.episode?.key ?? '', b.episode?.key ?? '') ||
    byName(a.scene?.key ?? '', b.scene?.key ?? '') ||
    byName(a.number?.key ?? '', b.number?.key ?? '') ||
    byName(a.path, b.path)
  );
}
