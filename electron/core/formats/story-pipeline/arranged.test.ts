import { expect, it } from 'vitest';
import { arranged, type PlacedRow } from './arranged.js';
import { rowsOf } from './rows.js';
import { sceneOf } from './scene-of.js';

/** A row by its place among all of the file; with the scene that the artist put it into, or null for none. */
type Placing = number | readonly [at: number, scene: string | null];

/** `root` with its rows in this order; null where it has no room for that. */
function inOrder(root: unknown, ...order: readonly Placing[]): unknown {
  const text = JSON.stringify(root);
  const rows = rowsOf(root, 'shots.json') ?? [];
  const placed = order.map((one): PlacedRow => {
    const [at, ...named] = typeof one === 'number' ? [one] : one;
    const row = rows[at];
    if (!row) throw new Error(`there is no row ${at}`);
    const was = sceneOf(row);
    return { row, was, is: named.length > 0 ? (named[0] ?? null) : was };
  });
  const made = arranged(text, placed);
  return made === null ? null : JSON.parse(made);
}

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((prompt) => ({ prompt }));

it('puts the rows of one list in order, wherever it stands, and leaves what is around it', () => {
  expect(inOrder([A, B, C], 2, 0, 1)).toEqual([C, A, B]);
  const root = { title: 'T', shots: [A, B], end: 1 };
  expect(inOrder(root, 1, 0)).toEqual({ ...root, shots: [B, A] });
  const scene = { scenes: [{ name: 'Mill', shots: [A, B] }] };
  expect(inOrder(scene, 1, 0)).toEqual({ scenes: [{ name: 'Mill', shots: [B, A] }] });
});

it('puts rows under names in order, and none under numbers, whose order is their own', () => {
  const named = inOrder({ shots: { x: A, y: B } }, 1, 0) as { shots: object };
  expect(JSON.stringify(named)).toBe(JSON.stringify({ shots: { y: B, x: A } }));
  expect(JSON.stringify(inOrder({ shots: { s1: A, '2nd': B } }, 1, 0))).toBe(
    JSON.stringify({ shots: { '2nd': B, s1: A } }),
  );
  expect(inOrder({ shots: { 1: A, 2: B } }, 1, 0)).toBeNull();
  expect(inOrder({ shots: { 1: A, x: B } }, 1, 0)).toBeNull();
});

it('does nothing with rows of which one is not placed', () => {
  expect(inOrder([A, B, C], 1, 0)).toBeNull();
  expect(arranged('[1]', [])).toBe('[1]');
});

const MILL = { title: 'Mill', light: 'dusk', shots: [A, B] };
const PIER = { title: 'Pier', shots: [C, D] };

it.each<[what: string, order: Placing[], scenes: object[]]>([
  ['scenes change places', [2, 3, 0, 1], [PIER, MILL]],
  [
    'a scene is parted by another, and stands twice',
    [0, 2, 3, 1],
    [{ ...MILL, shots: [A] }, PIER, { ...MILL, shots: [B] }],
  ],
  [
    'a row goes into another scene',
    [0, 2, 3, [1, 'Pier']],
    [
      { ...MILL, shots: [A] },
      { ...PIER, shots: [C, D, B] },
    ],
  ],
  [
    'it begins the next one',
    [0, [1, 'Pier'], 2, 3],
    [
      { ...MILL, shots: [A] },
      { ...PIER, shots: [B, C, D] },
    ],
  ],
  ['the last row of a scene leaves it', [[0, 'Pier'], [1, 'Pier'], 2, 3], [{ ...PIER, shots: [A, B, C, D] }]],
  ['a whole scene has another name', [[0, 'Inn'], [1, 'Inn'], 2, 3], [{ ...MILL, title: 'Inn' }, PIER]],
  [
    'a part of it has, and stands beside it as one of its kind',
    [0, [1, 'Inn'], 2, 3],
    [{ ...MILL, shots: [A] }, { ...MILL, title: 'Inn', shots: [B] }, PIER],
  ],
  [
    'rows of two scenes make a new one, in the fields of the first',
    [0, [1, 'Inn'], [2, 'Inn'], 3],
    [
      { ...MILL, shots: [A] },
      { ...MILL, title: 'Inn', shots: [B, C] },
      { ...PIER, shots: [D] },
    ],
  ],
  [
    'scenes with new names are each made of one that no other is made of',
    [
      [2, 'Inn'],
      [3, 'Quay'],
      [0, 'Quay'],
      [1, 'Quay'],
    ],
    [
      { ...PIER, title: 'Inn', shots: [C] },
      { ...MILL, title: 'Quay', shots: [D, A, B] },
    ],
  ],
  ['nothing changes', [0, 1, 2, 3], [MILL, PIER]],
])('where %s', (_, order, scenes) => {
  expect(inOrder({ scenes: [MILL, PIER] }, ...order)).toEqual({ scenes });
});

it.each<[what: string, scene: object, name: string | null, named: object]>([
  ['under the name that it has for that', { sceneName: 'A', x: 1 }, 'Inn', { sceneName: 'Inn', x: 1 }],
  ['under the first of several', { name: 'n', title: 't' }, 'Inn', { name: 'n', title: 'Inn' }],
  ['in whatever way it is written', { 'Scene Title': 'A' }, 'Inn', { 'Scene Title': 'Inn' }],
  ['as its title where it has none', { x: 1 }, 'Inn', { x: 1, title: 'Inn' }],
  ['also beside its number', { sceneNumber: 1 }, 'Inn', { sceneNumber: 1, title: 'Inn' }],
  ['not where its number says it', { sceneNumber: 1 }, 'Scene 1', { sceneNumber: 1 }],
  ['but where another number does', { number: 1 }, 'Scene 9', { number: 1, title: 'Scene 9' }],
  ['not where it has none', { title: 'A' }, null, { title: 'A' }],
])('a scene is named %s: %j', (_, scene, name, named) => {
  const root = { scenes: [{ ...scene, shots: [A] }, PIER] };
  const [first, second] = (inOrder(root, [0, name], 1, 2) as { scenes: object[] }).scenes;
  expect(first).toEqual({ ...named, shots: [A] });
  expect(second).toEqual(PIER);
});

it('has no room for an order where scenes hold scenes, or stand under names, or beside what is none', () => {
  const acts = { acts: [{ scenes: [{ shots: [A] }] }, { scenes: [{ shots: [B] }] }] };
  expect(inOrder(acts, 1, 0)).toBeNull();
  expect(inOrder({ scenes: { x: { shots: [A] }, y: { shots: [B] } } }, 1, 0)).toBeNull();
  expect(inOrder({ scenes: [{ shots: [A] }, B, { shots: [C] }] }, 2, 1, 0)).toBeNull();
  // Scenes of one act alone have.
  const one = { acts: [{ scenes: [PIER, MILL] }] };
  expect(inOrder(one, 2, 3, 0, 1)).toEqual({ acts: [{ scenes: [MILL, PIER] }] });
});

it('leaves the name of a scene as it is written', () => {
  const scene = (title: string, ...rows: string[]) => `{"title":${title},"shots":[${rows.join()}]}`;
  const [a, b, c] = ['{"prompt":"a"}', '{"prompt":"b"}', '{"prompt":"c"}'] as const;
  const text = (...rows: string[]) => `[${scene('"Caf\\u00e9"', ...rows)},${scene('"Inn"', c)}]`;
  const rows = rowsOf(JSON.parse(text(a, b)), 'shots.json') ?? [];
  const placed = [1, 0, 2].map((at): PlacedRow => {
    const row = rows[at] as (typeof rows)[number];
    return { row, was: sceneOf(row), is: sceneOf(row) };
  });
  expect(arranged(text(a, b), placed)).toBe(text(b, a));
});
