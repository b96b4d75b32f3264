import { boardOf, take } from '@testing/derived-board.js';
import { aDrawing, aNote, aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import {
  drawnOver,
  ghostOf,
  hasOpenNotes,
  isOpenNote,
  notesOf,
  notesOver,
  numberOf,
  saidIn,
} from './notes.js';
import type { ShotView } from './shot-view.js';

const { records, overview } = boardOf(1, []);
const sha = (n: number) => n.toString(16).padStart(64, 'a');
const first = { ...records.take.t0, sha256: sha(0) } as never;
const made = (n: number, from: string) =>
  take(n, {
    id: `t${n}`,
    shotId: 's0',
    round: n,
    sha256: sha(n),
    origin: { kind: 'regenerated', fromTakeId: from, requestId: 'r' },
  });
const takes = { t0: first, t1: made(1, 't0'), t2: made(2, 't0'), t3: made(3, 't2') };

const note = (id: string, n: number, fields: object = {}) =>
  aNote(id, { shotId: 's0', sha256: sha(n), at: n, ...fields });
const drawn = (id: string, commentId: string) => aDrawing(id, commentId, { shotId: 's0' });

function viewOf(
  comments: readonly ReturnType<typeof note>[],
  drawings: readonly ReturnType<typeof drawn>[],
  requests: readonly ReturnType<typeof aRequest>[] = [],
): ShotView {
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]));
  const all = {
    ...records,
    take: takes,
    comment: byId(comments),
    drawing: byId(drawings),
    request: byId(requests),
  };
  const [view] = joinBoardView(all as never, overview, 3).views;
  if (!view) throw new Error('there is no shot');
  return view;
}
const takeOf = (view: ShotView, id: string) =>
  view.takes.find((one) => one.id === id) as ShotView['takes'][number];

describe('what a note asks for', () => {
  const label = (id: string, text: string) =>
    aDrawing(id, 'n', {
      shotId: 's0',
      figure: { kind: 'text', at: [0.5, 0.5], text, colour: 'red', size: 0.05 },
    });
  const said = (text: string, labels: readonly string[]) => {
    const figures = labels.map((words, at) => label(`f${at}`, words));
    const [one] = notesOf(viewOf([note('n', 0, { text })], [...figures, drawn('line', 'n')]));
    return one && saidIn(one);
  };

  it('is what it says and what is written over the picture, once', () => {
    expect(said('', ['make it night', 'no boat!'])).toBe('make it night. no boat!');
    expect(said('Make it night. ', ['Add a moon', 'Make it night.'])).toBe('Make it night. Add a moon.');
    expect(said('', [])).toBe('');
  });
});

describe('notes of a shot', () => {
  it('are open where one of them waits', () => {
    const done = note('done', 0, { state: 'resolved' });
    const open = [[], [done], [done, note('waits', 1)]].map((notes) => hasOpenNotes(viewOf(notes, [])));
    expect(open).toEqual([false, false, true]);
  });

  it('have their answers, drawings and takes with them, oldest first, and keep their numbers', () => {
    const view = viewOf(
      [
        note('late', 2),
        note('early', 0, { place: { x: 0, y: 1 } }),
        note('answer', 1, { replyTo: 'early' }),
        note('lost', 3, { replyTo: 'gone' }),
        note('shot', 4, { sha256: null, state: 'resolved' }),
      ],
      [drawn('d', 'late')],
    );
    expect(
      notesOf(view).map((one) => [one.note.id, one.answers.length, one.drawings.length, one.takeNumber]),
    ).toEqual([
      ['early', 1, 0, 1],
      ['late', 0, 1, 3],
      ['lost', 0, 0, 4],
      ['shot', 0, 0, 0],
    ]);
    expect(notesOf(view).filter(isOpenNote)).toHaveLength(3);
    expect([numberOf(view, 'early'), numberOf(view, 'shot')]).toEqual([1, 4]);
    expect(notesOf(view)).toBe(notesOf(view));
  });

  it('know the order that was approved for them, made or still to be', () => {
    const ordered = (id: string, state: 'done' | 'queued') =>
      aRequest(id, { shotId: 's0', fromTakeId: 't0', state });
    const view = viewOf(
      [
        note('a', 0, { requestId: 'made' }),
        note('b', 0, { requestId: 'waits' }),
        note('c', 0, { requestId: 'gone' }),
        note('d', 0),
      ],
      [],
      [ordered('other', 'done'), ordered('made', 'done'), ordered('waits', 'queued')],
    );
    expect(notesOf(view).map(({ order }) => order?.id ?? null)).toEqual(['made', 'waits', null, null]);
  });

  it('show over their own take while they are open, or while one points at them', () => {
    const view = viewOf(
      [note('a', 0), note('b', 0, { state: 'resolved' })],
      [drawn('x', 'a'), drawn('y', 'b')],
    );
    const shown = (id: string, pointed: string | null) =>
      notesOver(view, takeOf(view, id), pointed).map((one) => one.note.id);
    expect([shown('t0', null), shown('t0', 'b'), shown('t1', null), shown('t1', 'a')]).toEqual([
      ['a'],
      ['a', 'b'],
      [],
      [],
    ]);
    expect(drawnOver(view, takeOf(view, 't0'), null).map(({ id }) => id)).toEqual(['x']);
    expect(drawnOver(view, takeOf(view, 't0'), 'b').map(({ id }) => id)).toEqual(['x', 'y']);
  });
});

describe('the ghost over a take', () => {
  it('is what is drawn and open over the take that it was made from, however far back', () => {
    const view = viewOf([note('a', 0), note('b', 1)], [drawn('x', 'a'), drawn('y', 'b')]);
    const ghost = (id: string) => {
      const of = ghostOf(view, takeOf(view, id));
      return of && [of.takeNumber, of.drawings.map((one) => one.id)];
    };
    // Take 3 was made from take 1, not from take 2, and take 4 from take 3.
    expect([ghost('t0'), ghost('t1'), ghost('t2'), ghost('t3')]).toEqual([
      null,
      [1, ['x']],
      [1, ['x']],
      [1, ['x']],
    ]);
  });

  it('goes once its note is resolved, and words alone cast none', () => {
    const settled = viewOf([note('a', 0, { state: 'resolved' })], [drawn('x', 'a')]);
    expect(ghostOf(settled, takeOf(settled, 't1'))).toBeNull();
    const words = viewOf([note('a', 0)], []);
    expect(ghostOf(words, takeOf(words, 't1'))).toBeNull();
  });
});
