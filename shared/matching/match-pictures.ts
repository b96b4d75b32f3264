/** Which picture shows which shot of a source, by what the source names and what the pictures' names say. */
import { putByHand } from './by-hand.js';
import { matchByPattern } from './by-pattern.js';
import { namedBySource } from './by-source.js';
import { type MatchChoice, NO_CHOICE, patternIn } from './choice.js';
import { byShape, numberColumns, sceneKeysOf } from './columns.js';
import { Found } from './found.js';
import { LastOf } from './last-of.js';
import type { LeftOut, Matching } from './matching.js';
import { type ReadName, readName } from './read-name.js';
import { setAside } from './set-aside.js';
import { ShotIndex, type ShotToMatch } from './shot-index.js';
import { shotsOfPictures } from './shots-of-pictures.js';
import { byNameOfTake } from './take-order.js';

/**
 * `pictures`: paths from the storyboard's folder. Each is a take of one shot, of more where the source says so, or left
 * out. What is put by hand counts first, then what the source names, then the pattern; without one the names are read.
 */
export function matchPictures(
  pictures: readonly string[],
  shots: readonly ShotToMatch[],
  choice: MatchChoice = NO_CHOICE,
): Matching {
  return putByHand(foundFor(pictures, shots, choice), shots, pictures, choice.pictures);
}

/** What is put by hand, picture by picture, leaves the names as they were read. */
const FOUND = new LastOf<Matching>();

const foundFor = (
  pictures: readonly string[],
  shots: readonly ShotToMatch[],
  choice: MatchChoice,
): Matching =>
  FOUND.of(pictures, [shots, choice.pattern, choice.otherNumbers], () => {
    const pattern = patternIn(choice);
    return pattern
      ? matchByPattern(pictures, shots, pattern)
      : matchByNames(pictures, shots, choice.otherNumbers);
  });

function matchByNames(
  pictures: readonly string[],
  shots: readonly ShotToMatch[],
  otherNumbers: boolean,
): Matching {
  const { takes: named, missing } = namedBySource(pictures, shots);
  const isNamed = new Map<string, number>();
  for (const [shot, paths] of named.entries()) for (const path of paths) isNamed.set(path, shot);
  const names = [...pictures].sort(byNameOfTake).map(readName);
  const aside = setAside(names, (path) => isNamed.has(path));
  const isAside = new Set(aside.map(({ path }) => path));
  const frames = names.filter(({ path }) => !isAside.has(path));
  const index = new ShotIndex(shots);
  const found = new Found(shots);
  for (const path of isNamed.keys()) found.by.set(path, 'source');
  const said: Said = { isLabelled: false, numbers: [], contested: [] };
  if (otherNumbers) {
    for (const { path } of frames) if (!isNamed.has(path)) found.leftOut.push({ path, ...OTHER_NUMBER });
  } else {
    const groups = byShape(frames);
    const originals = new Set(frames.filter((name) => !isCopy(name)).map(({ bare }) => bare));
    const given = { isAll: groups.length === 1, index, named: isNamed, originals };
    for (const group of groups) matchGroup(group, given, found, said);
  }
  found.pairAlike();
  const inOrder = otherNumbers ? null : pairedInOrder(frames, shots, found, said);
  if (inOrder) for (const path of inOrder.flat()) found.by.set(path, 'order');
  const leftOut = [...aside, ...(inOrder ? [] : found.leftOut)];
  return {
    takes: inOrder ?? named.map((paths, shot) => [...paths, ...(found.takes[shot] ?? [])]),
    leftOut: leftOut.sort((a, b) => byNameOfTake(a.path, b.path)),
    missing,
    by: found.by,
    guesses: {
      isInOrder: inOrder !== null,
      alike: inOrder ? [] : found.alike,
      contested: inOrder ? [] : said.contested,
    },
  };
}

const isCopy = ({ fields }: ReadName): boolean => fields.some(({ role }) => role === 'copy');

const OTHER_NUMBER: Omit<LeftOut, 'path'> = {
  reason: 'the numbers in the names are not those of the shots',
  kind: 'unmatched',
};

/** What the names say beside which shots they are of. */
interface Said {
  /** Numbers of pictures that lack a shot are those that labels say. */
  isLabelled: boolean;
  readonly numbers: number[];
  /** Of each kind of names in which another number may be the shot's as well, one. */
  readonly contested: string[];
}

interface GroupMatching {
  /** No picture has a name of another shape. */
  readonly isAll: boolean;
  readonly index: ShotIndex;
  /** Shots of the pictures that the source names. */
  readonly named: ReadonlyMap<string, number>;
  /** What the names say of pictures that are no copies. */
  readonly originals: ReadonlySet<string>;
}

function matchGroup(
  group: readonly ReadName[],
  { isAll, index, named, originals }: GroupMatching,
  found: Found,
  said: Said,
): void {
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
  // The copy of a picture that is here as well shows what that shows, whatever number the copy has.
  const areCopies =
    able.some((column) => roleOf(column) !== 'copy') && group.some(({ bare }) => originals.has(bare));
  const isOfTakes = (role: string | undefined): boolean =>
    (role === 'counter' && isSaid) || (role === 'copy' && (isSaid || areCopies));
  const columns = able
    .filter((column) => !isOfTakes(roleOf(column)))
    .map((column) => candidate(column, group, find));
  const best = columns.reduce<Candidate | undefined>(
    (one, other) => (one && one.score >= other.score ? one : other),
    undefined,
  );
  const column = best?.column;
  if (column !== undefined) said.isLabelled ||= ['shot', 'frame', 'scene'].includes(roleOf(column) ?? '');
  const open = group.filter(({ path }) => !named.has(path));
  if (open[0] && best && columns.some((other) => contests(other, best, columns)))
    said.contested.push(open[0].path);
  for (const name of open) {
    const text = column === undefined ? undefined : name.fields[column]?.text;
    if (text !== undefined) said.numbers.push(Number.parseInt(text, 10));
    const byBare = index.named(name);
    const shots = byBare.length === 1 || column === undefined ? byBare : find(name, column);
    found.add(
      name.path,
      shots,
      'name',
      text === undefined
        ? { reason: 'its name holds no shot number', kind: 'nameless' }
        : { reason: `no shot is numbered ${text}`, kind: 'unmatched' },
    );
  }
}

/** A number of the names that may be the shot's. */
interface Candidate {
  readonly column: number;
  readonly role: string;
  /** Of each name, the shots that it would show. */
  readonly shots: readonly (readonly number[])[];
  /** How many names it tells one shot of. */
  readonly sure: number;
  readonly score: number;
}

function candidate(
  column: number,
  group: readonly ReadName[],
  find: (name: ReadName, column: number) => readonly number[],
): Candidate {
  const shots = group.map((name) => find(name, column));
  const sure = shots.flatMap((some) => (some.length === 1 ? some : []));
  const open = shots.filter(({ length }) => length > 1).length;
  // Of two that say as much, the one that tells more shots apart.
  const score = 2 * sure.length + open + new Set(sure).size / (group.length + 1);
  return { column, role: group[0]?.fields[column]?.role ?? '', shots, sure: sure.length, score };
}

/** Another number says other shots, and is as likely: it says as many and nothing labels either, or its label counts first. */
function contests(other: Candidate, best: Candidate, inOrder: readonly Candidate[]): boolean {
  if (other === best || other.sure === 0 || String(other.shots) === String(best.shots)) return false;
  const isFirst = inOrder.indexOf(other) < inOrder.indexOf(best);
  return (isFirst && other.role !== best.role) || (other.role === best.role && other.sure >= best.sure);
}

/**
 * As many numbered pictures as shots, whose numbers begin at 0 or anew, count in tens, or are a program's own: in order.
 * Null where the names say which shot each shows.
 */
function pairedInOrder(
  names: readonly ReadName[],
  shots: readonly ShotToMatch[],
  found: Found,
  { numbers, isLabelled }: Said,
): string[][] | null {
  const { takes } = found;
  if (found.leftOut.length === 0 && takes.every(({ length }) => length > 0)) return null;
  if (numbers.length !== names.length) return null;
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
