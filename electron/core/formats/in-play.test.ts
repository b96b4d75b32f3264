import { EMPTY_DERIVED } from '@shared/analysis.js';
import type { Records, Shot } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aBoard } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { exportBoard } from './export-board.js';
import { feedbackOf } from './feedback/feedback.js';
import type { Exported } from './format.js';
import { contextOf } from './testing/context.js';
import { writerOf } from './writers.js';

/** Four shots, described by their numbers, of which these are left out of play. */
function boardWithout(...left: number[]): Records {
  const board = aBoard(4);
  const shot = Object.values(board.shot).map((one): [string, Shot] => [
    one.id,
    {
      ...one,
      description: `view ${one.number}`,
      ...(left.includes(one.position) && { omitted: true as const }),
    },
  ]);
  return { ...board, shot: Object.fromEntries(shot) };
}

async function exported(id: string, records: Records): Promise<Exported> {
  const picture = await plainPng();
  const folder = await folderWith(Object.fromEntries([0, 1, 2, 3].map((n) => [`frames/${n}.png`, picture])));
  return exportBoard(writerOf(id), contextOf(records, { folder, derived: EMPTY_DERIVED }));
}
const textOf = ({ files: [file] }: Exported): string => String(file?.content);

describe('what is left out of play', () => {
  it.each(['html', 'otio', 'edl', 'csv'])('is not in %s, which says so', async (id) => {
    const made = await exported(id, boardWithout(1));
    const text = textOf(made);
    expect(['view 1', 'view 2', 'view 3', 'view 4'].map((words) => text.includes(words))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(made.notes).toEqual(['Shot 2 is left out of play, and so out of this.']);
    expect((await exported(id, boardWithout())).notes).toEqual([]);
  });

  it('is not on a sheet to print, which counts the others', async () => {
    const made = await exported('pdf', boardWithout(1, 3));
    expect(made.notes).toEqual(['2 shots are left out of play, and so out of this: 2, 4.']);
    expect(textOf(await exported('html', boardWithout(1, 3)))).toContain('2 shots · ');
  });

  it('is not among the picks, and leaves no gap in their numbers', async () => {
    const { files, notes } = await exported('picks', boardWithout(1));
    expect(files.map(({ path }) => path)).toEqual(['001_shot-1.png', '002_shot-3.png', '003_shot-4.png']);
    expect(notes).toHaveLength(1);
  });

  it('leaves no gap in time', async () => {
    const events = textOf(await exported('edl', boardWithout(1))).match(/^\d{3} .*$/gm) ?? [];
    const times = events.map((line) => line.trim().split(/\s+/).slice(-2));
    expect(times).toHaveLength(3);
    for (const [at, [start]] of times.entries()) if (at > 0) expect(start).toBe(times[at - 1]?.[1]);
  });

  it('is in the feedback, marked, and in none of its totals', () => {
    const { shots, totals } = feedbackOf(contextOf(boardWithout(1)));
    expect(shots.map(({ omitted }) => omitted)).toEqual([undefined, true, undefined, undefined]);
    expect(totals).toMatchObject({ shots: 3, omitted: 1, waiting: 3 });
    expect(feedbackOf(contextOf(boardWithout())).totals).not.toHaveProperty('omitted');
  });

  it('is in the revised shots file, marked', async () => {
    const { storyboard, ...board } = boardWithout(2);
    const { shots } = JSON.parse(textOf(await exported('shots', { ...board, storyboard: {} })));
    expect(shots.map(({ omitted }: { omitted?: boolean }) => omitted)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
    ]);
  });
});
