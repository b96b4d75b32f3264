import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeOf } from '@shared/commands/index.js';
import { applyDiff, shotsInOrder } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { describe, expect, it } from 'vitest';
import { fillFromPictures } from '../fill-from-pictures.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { recordsOf } from '../testing/records-of.js';
import { readShotsFile } from './read.js';
import { shotsFile } from './write.js';

/** The file after these moves: shot, the shot that it goes behind. `since`: what it became after it was read. */
async function afterMoves(
  root: object,
  moves: readonly (readonly [shot: number, behind: number])[],
  since: object = root,
) {
  const text = JSON.stringify(root, null, 1);
  const folder = await folderWith({ 'shots.json': text });
  const read = await fillFromPictures(
    await readShotsFile(await inputAt(join(folder, 'shots.json'))),
    async () => null,
  );
  let records = recordsOf(read);
  const ids = shotsInOrder(records).map(({ id }) => id);
  for (const [shot, behind] of moves) {
    const move = {
      type: 'move-shots' as const,
      shotIds: [ids[shot] as string],
      beside: ids[behind] as string,
      side: 'after' as const,
    };
    const inputs = { id: 'm', at: 0, who: 'Ada', generator: 'none', rounds: 3 } as const;
    records = applyDiff(records, changeOf(records, move, inputs));
  }
  await writeFile(join(folder, 'shots.json'), JSON.stringify(since, null, 1));
  const notes: string[] = [];
  const revised = await shotsFile(contextOf(records, { folder }, { target: folder }), (note) =>
    notes.push(note),
  );
  return { root: JSON.parse(revised), notes, isSame: revised === text };
}

const row = (shotNumber: number, more: object = {}) => ({
  shotNumber,
  description: `view ${shotNumber}`,
  ...more,
});

describe('the shots file in the order of the story', () => {
  it('has its shots follow each other in time as they did', async () => {
    const shots = [
      row(1, { startTime: 0, endTime: 4 }),
      row(2, { startTime: 4, endTime: 5.5 }),
      row(3, { startTime: 5.5, endTime: 9 }),
    ];
    const { root } = await afterMoves({ shots }, [[0, 2]]);
    expect(root.shots).toEqual([
      row(2, { startTime: 0, endTime: 1.5 }),
      row(3, { startTime: 1.5, endTime: 5 }),
      row(1, { startTime: 5, endTime: 9 }),
    ]);
  });

  it('leaves rows that came since where they stand: before all, or behind the one that they follow', async () => {
    const shots = [row(1), row(2), row(3)];
    const [first, behind] = [row(8), row(9)];
    const { root } = await afterMoves({ shots }, [[0, 2]], {
      shots: [first, row(1), behind, row(2), row(3)],
    });
    expect(root.shots).toEqual([first, row(2), row(3), row(1), behind]);
  });

  it('begins when it began, and takes times for following that differ by less than is seen', async () => {
    const shots = [row(1, { start: 10, end: 14 }), row(2, { start: 14.0000001, end: 15.5 })];
    const { root } = await afterMoves({ shots }, [[0, 1]]);
    expect(root.shots).toEqual([row(2, { start: 10, end: 11.5 }), row(1, { start: 11.5, end: 15.5 })]);
  });

  it('leaves times alone that do not follow each other', async () => {
    const shots = [row(1, { startTime: 10, endTime: 14 }), row(2, { startTime: 2, endTime: 4 })];
    const { root } = await afterMoves({ shots }, [[0, 1]]);
    expect(root.shots).toEqual([shots[1], shots[0]]);
    const gap = [row(1, { start: 0, end: 4 }), row(2, { start: 4.5, end: 6 })];
    expect((await afterMoves({ shots: gap }, [[0, 1]])).root.shots).toEqual([gap[1], gap[0]]);
    const timeless = [row(1, { start: 0, end: 4 }), row(2)];
    expect((await afterMoves({ shots: timeless }, [[0, 1]])).root.shots).toEqual([timeless[1], timeless[0]]);
  });

  it('moves a shot from scene to scene, and leaves out a scene that has none left', async () => {
    const scenes = [
      { name: 'Pier', light: 'dusk', shots: [row(1), row(2)] },
      { name: 'Mill', shots: [row(3)] },
    ];
    const { root } = await afterMoves({ scenes }, [[0, 2]]);
    expect(root.scenes).toEqual([
      { name: 'Pier', light: 'dusk', shots: [row(2)] },
      { name: 'Mill', shots: [row(3), row(1)] },
    ]);
    const all = await afterMoves({ scenes }, [[2, 1]]);
    expect(all.root.scenes).toEqual([{ name: 'Pier', light: 'dusk', shots: [row(1), row(2), row(3)] }]);
  });

  it('gives a shot its number that had it from its place', async () => {
    const shots = [{ description: 'a pier' }, { description: 'a mill' }];
    const { root } = await afterMoves({ shots }, [[0, 1]]);
    expect(root.shots).toEqual([
      { description: 'a mill', shotNumber: '2' },
      { description: 'a pier', shotNumber: '1' },
    ]);
  });

  it('is as it was where its form has no room for an order, and says so', async () => {
    const shots = { 1: { description: 'a pier' }, 2: { description: 'a mill' } };
    const { root, notes } = await afterMoves({ shots }, [[0, 1]]);
    expect(Object.keys(root.shots)).toEqual(['1', '2']);
    expect(notes).toEqual([expect.stringContaining('no room for their new order')]);
  });

  it('is the same to the character where shots come back to their places', async () => {
    expect(
      (
        await afterMoves({ shots: [row(1), row(2), row(3)] }, [
          [0, 2],
          [1, 2],
          [2, 1],
          [0, 1],
          [1, 0],
          [2, 1],
        ])
      ).isSame,
    ).toBe(true);
  });
});
