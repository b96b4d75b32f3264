/** Which of the numbers in names of one shape is the shot's. */
import { groupBy } from '../group-by.js';
import type { NumberField, ReadName } from './read-name.js';
import type { Role } from './words.js';

/** What can be a shot's number, the likeliest first. */
const PREFERENCE: readonly Role[] = ['shot', 'frame', 'plain', 'scene', 'counter', 'copy', 'take', 'episode'];
/** A number that stands for one of these, and is not the same in all names, leaves nothing to the ones that are. */
const TELLING: ReadonlySet<Role> = new Set<Role>(['shot', 'frame', 'plain', 'scene', 'episode']);

/** By shape, in the order in which they come. */
export const byShape = (names: readonly ReadName[]): ReadName[][] => [
  ...groupBy(names, ({ shape }) => shape).values(),
];

const fieldAt = (name: ReadName, column: number): NumberField => name.fields[column] as NumberField;
const distinct = <T>(names: readonly ReadName[], of: (name: ReadName) => T): number =>
  new Set(names.map(of)).size;

/** Places among the fields of names that have one shape, the likeliest first; [] where none can be. */
export function numberColumns(names: readonly ReadName[]): number[] {
  const roles = names[0]?.fields.map(({ role }) => role) ?? [];
  const columns = roles.map((_, column) => column);
  const varies = (column: number) => distinct(names, (name) => fieldAt(name, column).key) > 1;
  const isLabelled = roles.includes('shot') || roles.includes('frame');
  const tells = (column: number) => {
    const role = roles[column] as Role;
    return TELLING.has(role) || (role === 'counter' && !isLabelled);
  };
  const isTold = columns.some((column) => tells(column) && varies(column));
  const isToldByScene = columns.every(
    (column) => ['scene', 'episode'].includes(roles[column] as Role) || !tells(column) || !varies(column),
  );
  const isOneName = distinct(names, ({ words }) => words) === 1;
  const isNameless = names.every(({ words }) => words === '');
  const able = columns.filter((column) => {
    const role = roles[column] as Role;
    if (isTold && !varies(column)) return role === 'shot' && isToldByScene;
    if (!varies(column) && (role === 'plain' || role === 'scene')) return isOneName;
    if (role === 'counter' || role === 'copy') return isOneName;
    return role === 'take'
      ? isNameless && !isLabelled && !roles.includes('plain')
      : PREFERENCE.includes(role);
  });
  const plain = able.filter((column) => roles[column] === 'plain');
  const hasCounter = able.some((column) => roles[column] === 'counter');
  const rank = (column: number) => {
    // What was saved into a scene's folder is its shots; what a scene's name was given to is its takes.
    const isScenes = hasCounter && roles[column] === 'scene' && names[0]?.fields[column]?.isFolder;
    return isScenes ? PREFERENCE.length : PREFERENCE.indexOf(roles[column] as Role);
  };
  const first = likeliest(names, plain);
  const later = new Set(plain.filter((column) => column !== first));
  return able.sort((a, b) => rank(a) - rank(b) || Number(later.has(a)) - Number(later.has(b)) || b - a);
}

/** Of several numbers that nothing is said of: the first that alone tells the names apart, else the last. */
function likeliest(names: readonly ReadName[], columns: readonly number[]): number | undefined {
  const all = distinct(names, (name) => columns.map((column) => fieldAt(name, column).key).join(' '));
  return (
    columns.find((column) => distinct(names, (name) => fieldAt(name, column).key) === all) ?? columns.at(-1)
  );
}

/** What stands before the shot's number and may name its scene, to compare by. */
export function sceneKeysOf(name: ReadName, column: number): string[] {
  const numbers = name.fields.flatMap(({ role, key }, index) =>
    index !== column && (role === 'scene' || (role === 'plain' && index < column)) ? [key] : [],
  );
  const words = [...name.folders, name.firstWords]
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
  return [...numbers, ...words];
}
