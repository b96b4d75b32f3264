/** The rows of a shots file in another order, and in other scenes; each row stays as it is written. */
import { isFields } from '@core/fields/index.js';
import { sameValue } from '@shared/records/index.js';
import { JsonEdits } from './json-edits.js';
import type { FoundRow } from './rows.js';
import { SCENE_NAMES } from './scene-of.js';

type Path = FoundRow['path'];

/** A row, with the scene that it was read in and the one that it is in now. */
export interface PlacedRow {
  readonly row: FoundRow;
  readonly was: string | null;
  readonly is: string | null;
}

/**
 * `text` with its rows as `placed` has them, each of them once; null where its form has no room for that: in lists
 * within lists of scenes, or in an object whose keys are numbers, which have an order of their own.
 */
export function arranged(text: string, placed: readonly PlacedRow[]): string | null {
  const [first] = placed;
  if (!first) return text;
  const parent = first.row.path.slice(0, -1);
  if (placed.every(({ row }) => sameValue(row.path.slice(0, -1), parent)))
    return inOneList(text, parent, placed);
  return inScenes(text, placed);
}

function inOneList(text: string, list: Path, placed: readonly PlacedRow[]): string | null {
  const keys = placed.map(({ row }) => row.path.at(-1));
  if (keys.some((key) => typeof key === 'string' && /^\d+$/.test(key))) return null;
  const edits = new JsonEdits(text);
  const elements = edits.elements(list);
  const texts = keys.map((key) => elements.get(key as string | number));
  if (texts.length !== elements.size || texts.includes(undefined)) return null;
  edits.compose(list, texts as string[]);
  return edits.toString();
}

interface Group {
  /** The scene of the file that it is; null = not known yet. */
  home: number | null;
  readonly scene: string | null;
  readonly rows: PlacedRow[];
}

/** The place in the list of scenes of the one that holds a row. */
const holderOf = (row: FoundRow, depth: number): unknown => row.path[depth];

/** Neighbours of one scene, together where they were together. */
function groupsOf(placed: readonly PlacedRow[], depth: number): Group[] {
  const groups: Group[] = [];
  for (const one of placed) {
    const home = one.was === one.is ? (holderOf(one.row, depth) as number) : null;
    const last = groups.at(-1);
    const joins =
      last && last.scene === one.is && (home === null || last.home === null || last.home === home);
    if (joins) {
      last.rows.push(one);
      last.home ??= home;
    } else groups.push({ home, scene: one.is, rows: [one] });
  }
  return groups;
}

function inScenes(text: string, placed: readonly PlacedRow[]): string | null {
  const paths = placed.map(({ row }) => row.path);
  const [path = []] = paths;
  // Down to where they part.
  let depth = 0;
  while (paths.every((other) => other[depth] === path[depth])) depth++;
  const list = path.slice(0, depth);
  const isInScene = ({ row }: PlacedRow) =>
    typeof row.path[depth] === 'number' && row.path.length === depth + 3;
  if (!placed.every(isInScene)) return null;
  const edits = new JsonEdits(text);
  const scenes = edits.elements(list);
  const groups = groupsOf(placed, depth);
  const used = new Set(groups.flatMap(({ home }) => home ?? []));
  for (const group of groups) {
    const own = group.rows.map(({ row }) => holderOf(row, depth) as number);
    group.home ??= own.find((at) => !used.has(at)) ?? own[0] ?? null;
    if (group.home !== null) used.add(group.home);
  }
  const texts = groups.map(({ home, scene, rows }) => {
    const one = rows.find(({ row }) => holderOf(row, depth) === home) ?? rows[0];
    const of = placed.find(({ row }) => holderOf(row, depth) === home)?.row ?? one?.row;
    const key = of?.path[depth + 1];
    if (home === null || !of || key === undefined) return null;
    const own = rows.map(({ row }) => edits.written(row.path) ?? '{}');
    return sceneWith(scenes.get(home) ?? '{}', key, own, of.scene, scene);
  });
  // A scene of the file that holds something else than shots has no place of its own any more.
  const isWhole = [...scenes.keys()].every((at) => placed.some(({ row }) => holderOf(row, depth) === at));
  if (!isWhole || texts.includes(null)) return null;
  edits.compose(list, texts as string[]);
  return edits.toString();
}

function sceneWith(
  text: string,
  key: string | number,
  rows: readonly string[],
  fields: FoundRow['scene'],
  name: string | null,
): string {
  const edits = new JsonEdits(text);
  edits.compose([key], rows);
  return named(edits.toString(), fields, name);
}

/** The scene under that name; as it is where it has the name already, or none can be given. */
function named(text: string, fields: FoundRow['scene'], name: string | null): string {
  if (name === null || !isFields(fields)) return text;
  const keys = Object.keys(fields);
  const plain = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');
  const wanted = SCENE_NAMES.map(plain);
  const found = wanted.map((one) => keys.find((key) => plain(key) === one)).find((key) => key !== undefined);
  const current = found === undefined ? undefined : fields[found];
  if (current === name) return text;
  const isNumbered = found === undefined && keys.some((key) => plain(key).startsWith('scene'));
  const edits = new JsonEdits(text);
  if (found !== undefined || !isNumbered || !/^Scene /.test(name))
    edits.set([found ?? 'title'], JSON.stringify(name));
  return edits.toString();
}
