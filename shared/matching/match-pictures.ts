/** Which picture shows which shot of a source, by what the source names and what the pictures' names say. */
import { namedBySource } from './by-source.js';
import { byShape, numberColumns, sceneKeysOf } from './columns.js';
import { type ReadName, readName } from './read-name.js';
import { ShotIndex, type ShotToMatch } from './shot-index.js';
import { shotsOfPictures } from './shots-of-pictures.js';
import { byNameOfTake } from './take-order.js';

export interface LeftOut {
  readonly path: string;
  /** For the artist: "no shot is numbered 7". */
  readonly reason: string;
}

export interface Matching {
  /** Of each shot as given: paths of its pictures, those that the source names first, then in natural order. */
  readonly takes: readonly (readonly string[])[];
  /** Every other picture. */
  readonly leftOut: readonly LeftOut[];
  /** Names that the source gives to pictures that are not there. */
  readonly missing: readonly { readonly shot: number; readonly name: string }[];
  /** `order`: the names hold other numbers than the shots, as many as there are shots. */
  readonly by: 'names' | 'order';
}

/** `pictures`: paths from the storyboard's folder. Each is a take of one shot, of more where the source says so, or left out. */
export function matchPictures(pictures: readonly string[], shots: readonly ShotToMatch[]): Matching {
  const { takes: named, missing } = namedBySource(pictures, shots);
  const isNamed = new Map<string, number>();
  for (const [shot, paths] of named.entries()) for (const path of paths) isNamed.set(path, shot);
  const names = [...pictures].sort(byNameOfTake).map(readName);
  // Where all lie in such a folder, they are the frames.
  const areAside = names.every(({ aside }) => aside !== undefined);
  const frames = areAside
    ? names
    : names.filter(({ aside, path }) => aside === undefined || isNamed.has(path));
  const index = new ShotIndex(shots);
  const found = new Found(shots);
  const groups = byShape(frames);
  for (const group of groups) matchGroup(group, { isAll: groups.length === 1, index, named: isNamed }, found);
  found.pairAlike(shots);
  const inOrder = pairedInOrder(frames, shots, found);
  const leftOut = [
    ...names.flatMap(({ path, aside }) =>
      areAside || aside === undefined || isNamed.has(path)
        ? []
        : [{ path, reason: `${aside}, by its folder` }],
    ),
    ...(inOrder ? [] : found.leftOut),
  ];
  return {
    takes: inOrder ?? named.map((paths, shot) => [...paths, ...(found.takes[shot] ?? [])]),
    leftOut: leftOut.sort((a, b) => byNameOfTake(a.path, b.path)),
    missing,
    by: inOrder ? 'order' : 'names',
  };
}

class Found {
  readonly takes: string[][];
  readonly leftOut: LeftOut[] = [];
  /** Numbers of pictures that lack a shot are those that labels say. */
  isLabelled = false;
  readonly numbers: number[] = [];
  /** By the shots that they may show. */
  readonly #open = new Map<string, { readonly shots: readonly number[]; readonly paths: string[] }>();

  constructor(shots: readonly unknown[]) {
    this.takes = shots.map(() => []);
  }

  add(path: string, shots: readonly number[], otherwise: string): void {
    const [only] = shots;
    if (only === undefined) this.leftOut.push({ path, reason: otherwise });
    else if (shots.length === 1) this.takes[only]?.push(path);
    else {
      const key = shots.join();
      const open = this.#open.get(key) ?? { shots, paths: [] };
      open.paths.push(path);
      this.#open.set(key, open);
    }
  }

  /** Shots of one number that nothing tells apart, and as many pictures: in their order. */
  pairAlike(given: readonly ShotToMatch[]): void {
    for (const { shots, paths } of this.#open.values())
      for (const [at, path] of paths.entries()) {
        const own = paths.length === shots.length ? shots.slice(at, at + 1) : [];
        const { number } = given[shots[0] ?? 0] as ShotToMatch;
        this.add(path, own, `${shots.length} shots are numbered ${number}`);
      }
  }
}

interface GroupMatching {
  /** No picture has a name of another shape. */
  readonly isAll: boolean;
  readonly index: ShotIndex;
  /** Shots of the pictures that the source names. */
  readonly named: ReadonlyMap<string, number>;
}

function matchGroup(group: readonly ReadName[], { isAll, index, named }: GroupMatching, found: Found): void {
  const find = (name: ReadName, column: number): readonly number[] =>
    index.find(name.fields[column]?.key ?? '', sceneKeysOf(name, column));
  const agrees = (column: number): boolean =>
    group.every((name) => {
      const shot = named.get(name.path);
      return shot === undefined || find(name, column).includes(shot);
    });
  // A number that says in which of the source's scenes a picture is does not also say which shot it shows.
  const isScene = (column: number): boolean =>
    group.every(({ fields }) => fields[column]?.role === 'scene' && index.tellsApart(fields[column].key));
  const roleOf = (column: number) => group[0]?.fields[column]?.role;
  const able = numberColumns(group).filter((column) => agrees(column) && !isScene(column));
  // Where others are of other shots, a shot's number that is the same in all of these says whose they all are.
  const isSaid = !isAll && able.some((column) => roleOf(column) === 'shot');
  const columns = able.filter((column) => !(isSaid && roleOf(column) === 'counter'));
  const scores = columns.map((column) => {
    const shots = group.map((name) => find(name, column));
    const sure = shots.flatMap((some) => (some.length === 1 ? some : []));
    const open = shots.filter(({ length }) => length > 1).length;
    // Of two that say as much, the one that tells more shots apart.
    return 2 * sure.length + open + new Set(sure).size / (group.length + 1);
  });
  const column = columns[scores.indexOf(Math.max(...scores))];
  if (column !== undefined) found.isLabelled ||= ['shot', 'frame', 'scene'].includes(roleOf(column) ?? '');
  for (const name of group) {
    if (named.has(name.path)) continue;
    const text = column === undefined ? undefined : name.fields[column]?.text;
    if (text !== undefined) found.numbers.push(Number.parseInt(text, 10));
    const byBare = index.named(name);
    const shots = byBare.length === 1 || column === undefined ? byBare : find(name, column);
    found.add(
      name.path,
      shots,
      text === undefined ? 'its name holds no shot number' : `no shot is numbered ${text}`,
    );
  }
}

/**
 * As many numbered pictures as shots, whose numbers begin at 0 or anew, count in tens, or are a program's own: in order.
 * Null where the names say which shot each shows.
 */
function pairedInOrder(
  names: readonly ReadName[],
  shots: readonly ShotToMatch[],
  found: Found,
): string[][] | null {
  if (found.leftOut.length === 0 && found.takes.every(({ length }) => length > 0)) return null;
  if (found.numbers.length !== names.length) return null;
  const { numbers, isLabelled, takes } = found;
  const isOffset =
    takes.every(({ length }) => length === 0) ||
    takes.some(({ length }) => length > 1) ||
    numbers.every((number) => number % 10 === 0) ||
    (isRun(numbers) &&
      isRun(shots.map(({ number }) => Number.parseInt(number, 10))) &&
      (!isLabelled || numbers.includes(0)));
  if (!isOffset) return null;
  const inOrder = shotsOfPictures(names.map(({ path }) => path));
  return inOrder.length === shots.length ? inOrder.map((shot) => [...shot.takes]) : null;
}

/** Whole numbers without a gap and without a repeat. */
const isRun = (numbers: readonly number[]): boolean =>
  new Set(numbers).size === numbers.length &&
  Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1;
