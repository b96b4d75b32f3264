import { anApproval } from '@testing/approval.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aDrawing, aNote, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff, type Figure, MOST_FIGURES, type Records, reverseDiff } from '../records/index.js';
import { type Command, changeOf, command, labelOf, shotsOf } from './index.js';

const board: Records = aBoard(2);
const { sha256 } = aTake(0);
const FIGURE: Figure = {
  kind: 'box',
  region: { x: 0, y: 0, width: 1, height: 1 },
  colour: 'red',
  size: 0.01,
};
const drawing = (noteId: string, fields: object = {}): Command =>
  ({ type: 'draw', shotId: 'shot-0', sha256, noteId, figure: FIGURE, ...fields }) as Command;
const writing = (fields: object = {}): Command =>
  ({
    type: 'write-note',
    shotId: 'shot-0',
    sha256,
    place: null,
    text: 'Darker',
    ...fields,
  }) as Command;

const inputs = (id: string) => ({ id, at: 1000, who: 'Ada', generator: 'storybook', rounds: 2 }) as const;
let count = 0;
const ran = (records: Records, ...commands: Command[]): Records =>
  commands.reduce((all, one) => {
    count += 1;
    return applyDiff(all, changeOf(all, command.parse(one), inputs(`id-${count}`)));
  }, records);
const texts = ({ comment }: Records) => Object.values(comment).map(({ text }) => text);
const figures = ({ drawing }: Records) => Object.values(drawing).map(({ commentId }) => commentId);

describe('drawing', () => {
  it('begins a note with its first figure, and adds the others to it', () => {
    const drawn = ran(board, drawing('n'), drawing('n'), drawing('m'));
    expect(drawn.comment.n).toEqual({
      id: 'n',
      shotId: 'shot-0',
      sha256,
      author: 'Ada',
      text: '',
      place: null,
      at: 1000,
      state: 'open',
    });
    expect(figures(drawn)).toEqual(['n', 'n', 'm']);
    expect(labelOf(drawing('n'), drawn)).toBe('Draw on shot 1');
    expect(shotsOf({ type: 'erase', drawingIds: Object.keys(drawn.drawing) }, drawn)).toEqual(['shot-0']);
  });

  it('belongs to a note on its own picture', () => {
    const noted = { ...board, comment: { c: aNote('c'), d: aNote('d', { sha256: 'f'.repeat(64) }) } };
    expect(figures(ran(noted, drawing('c')))).toEqual(['c']);
    const refused = (one: Command) => codeOf(() => changeOf(noted, one, inputs('x')));
    expect(refused(drawing('d'))).toBe('CONFLICT');
    expect(refused(drawing('c', { shotId: 'shot-1' }))).toBe('CONFLICT');
    expect(refused(drawing('new', { shotId: 'gone' }))).toBe('NOT_FOUND');
  });

  it('is kept up to a number of figures over a picture, whichever note they are part of', () => {
    const many = Array.from({ length: MOST_FIGURES }, (_, n) => aDrawing(`d${n}`, n % 2 ? 'c' : 'd'));
    const full = {
      ...board,
      comment: { c: aNote('c'), d: aNote('d'), e: aNote('e', { sha256: 'f'.repeat(64) }) },
      drawing: Object.fromEntries(many.map((one) => [one.id, one])),
    };
    expect(codeOf(() => changeOf(full, drawing('new'), inputs('x')))).toBe('DRAWINGS_FULL');
    const other = drawing('e', { sha256: 'f'.repeat(64) });
    expect(figures(ran(full, other))).toHaveLength(MOST_FIGURES + 1);
    const [first] = many;
    const erased = ran(full, { type: 'erase', drawingIds: [first?.id ?? ''] });
    expect(figures(ran(erased, drawing('new')))).toHaveLength(MOST_FIGURES);
  });

  it('comes with a comment, as far as there is room over its picture, and goes to a note that is there', () => {
    const { id: _, state: __, ...said } = aNote('c');
    const coming = (count: number, fields: object = {}) =>
      ({
        type: 'add-comment',
        noteId: 'c',
        ...said,
        drawing: Array.from({ length: count }, (_, n) => ({ id: `new-${n}`, figure: FIGURE })),
        ...fields,
      }) as Command;
    const room = 2;
    const drawn = Array.from({ length: MOST_FIGURES - room }, (_, n) => aDrawing(`d${n}`, 'd'));
    const noted = {
      ...board,
      comment: { d: aNote('d') },
      drawing: Object.fromEntries(drawn.map((one) => [one.id, one])),
    };
    expect(figures(ran(noted, coming(room))).slice(-room)).toEqual(['c', 'c']);
    expect(codeOf(() => changeOf(noted, coming(room + 1), inputs('x')))).toBe('DRAWINGS_FULL');
    const more = ran(noted, coming(1, { noteId: 'd', text: 'said before' }));
    expect([texts(more), figures(more).length]).toEqual([texts(noted), drawn.length + 1]);
    const wordless = ran(board, coming(1, { text: '' }));
    expect([texts(wordless), figures(wordless)]).toEqual([[''], ['c']]);
  });

  it('that is erased takes a note along of which nothing is left, and no other', () => {
    const drawn = ran(board, drawing('n'), drawing('n'));
    const [one = '', two = ''] = Object.keys(drawn.drawing);
    const half = ran(drawn, { type: 'erase', drawingIds: [one] });
    expect([figures(half), Object.keys(half.comment)]).toEqual([['n'], ['n']]);
    expect(ran(half, { type: 'erase', drawingIds: [two] })).toEqual(board);
    const both: Command = { type: 'erase', drawingIds: [one, two] };
    expect(ran(drawn, both)).toEqual(board);
    expect([labelOf(both, drawn), labelOf({ ...both, drawingIds: [one] }, drawn)]).toEqual([
      'Erase drawings on shot 1',
      'Erase a drawing on shot 1',
    ]);
    const alone = { ...board, drawing: { d: aDrawing('d', 'not there') } };
    expect(ran(alone, { type: 'erase', drawingIds: ['d'] })).toEqual(board);
    const worded = ran(drawn, { type: 'edit-note', noteId: 'n', text: ' Too long. ' });
    expect(texts(ran(worded, { type: 'erase', drawingIds: [one, two] }))).toEqual(['Too long.']);
    const answered = ran(drawn, writing({ replyTo: 'n', text: 'Why?' }));
    expect(texts(ran(answered, { type: 'erase', drawingIds: [one, two] }))).toEqual(['', 'Why?']);
    expect(codeOf(() => changeOf(drawn, { type: 'erase', drawingIds: ['gone'] }, inputs('x')))).toBe(
      'NOT_FOUND',
    );
  });
});

it('a figure is changed where it stands, and stays of its kind and of its note', () => {
  const drawn = ran(board, drawing('n'), drawing('n'));
  const [one = '', two = ''] = Object.keys(drawn.drawing);
  const moved: Figure = { ...FIGURE, region: { x: 0.5, y: 0, width: 0.5, height: 1 }, colour: 'blue' };
  const moving: Command = { type: 'change-drawing', drawingId: one, figure: moved };
  const after = ran(drawn, moving);
  expect(after.drawing[one]).toEqual({ ...drawn.drawing[one], figure: moved });
  expect(after.drawing[two]).toBe(drawn.drawing[two]);
  expect([labelOf(moving, drawn), shotsOf(moving, drawn)]).toEqual([
    'Change a drawing on shot 1',
    ['shot-0'],
  ]);
  const refused = (more: object) =>
    codeOf(() => changeOf(drawn, { ...moving, ...more } as Command, inputs('x')));
  expect(refused({ figure: { ...moved, kind: 'ellipse' } })).toBe('CONFLICT');
  expect(refused({ drawingId: 'gone' })).toBe('NOT_FOUND');
});

describe('a note', () => {
  it('is signed and dated, about a picture and a place in it or about the shot', () => {
    const place = { x: 0.5, y: 0.25 };
    const { comment } = ran(board, writing({ place }), writing({ sha256: null }));
    expect(Object.values(comment)).toMatchObject([
      { author: 'Ada', at: 1000, text: 'Darker', place, sha256, state: 'open' },
      { sha256: null, place: null },
    ]);
    expect(labelOf(writing(), board)).toBe('Write a note on shot 1');
    expect(command.safeParse(writing({ text: ' ' })).success).toBe(false);
    expect(command.safeParse(writing({ text: 'x'.repeat(5001) })).success).toBe(false);
    expect(command.safeParse(writing({ place: { x: 1.1, y: 0 } })).success).toBe(false);
  });

  it('is answered in one line: an answer to an answer goes to the note itself', () => {
    const said = ran(board, drawing('n'), writing({ replyTo: 'n', text: 'Why?' }));
    const [answer = ''] = Object.keys(said.comment).filter((id) => id !== 'n');
    const both = ran(said, writing({ replyTo: answer, text: 'Because', sha256: null, shotId: 'shot-0' }));
    expect(Object.values(both.comment).map(({ replyTo, sha256: of }) => [replyTo, of])).toEqual([
      [undefined, sha256],
      ['n', sha256],
      ['n', sha256],
    ]);
    expect(labelOf(writing({ replyTo: 'n' }), said)).toBe('Answer a note on shot 1');
    expect(codeOf(() => changeOf(board, writing({ replyTo: 'gone' }), inputs('x')))).toBe('NOT_FOUND');
  });

  it('goes with its answers and what is drawn for it', () => {
    const said = ran(board, drawing('n'), writing({ replyTo: 'n' }), drawing('m'));
    const left = ran(said, { type: 'remove-note', noteId: 'n' });
    expect([Object.keys(left.comment), figures(left)]).toEqual([['m'], ['m']]);
    const drawnOnly = { type: 'edit-note', noteId: 'm', text: '' } as const;
    expect(ran(left, drawnOnly)).toEqual(left);
    const worded = ran(board, writing());
    const [id = ''] = Object.keys(worded.comment);
    expect(ran(worded, { type: 'edit-note', noteId: id, text: '' })).toEqual(board);
    const moved = ran(worded, { type: 'edit-note', noteId: id, place: { x: 1, y: 1 } });
    const told = (one: Command) => [labelOf(one, worded), shotsOf(one, worded)];
    expect(told({ type: 'edit-note', noteId: id, text: 'x' })).toEqual(['Edit a note on shot 1', ['shot-0']]);
    expect(told({ type: 'edit-note', noteId: id, place: null })[0]).toBe('Move a note on shot 1');
    expect(told({ type: 'remove-note', noteId: id })).toEqual(['Remove a note on shot 1', ['shot-0']]);
    const states = ['open', 'resolved', 'dismissed'] as const;
    expect(states.map((state) => labelOf({ type: 'set-note-state', noteId: id, state }, worded))).toEqual([
      'Reopen a note on shot 1',
      'Resolve a note on shot 1',
      'Dismiss a note on shot 1',
    ]);
    expect(told({ type: 'edit-note', noteId: 'gone', text: 'x' })[1]).toEqual([]);
    expect(moved.comment[id]).toMatchObject({ text: 'Darker', place: { x: 1, y: 1 } });
  });

  it('of which only answers are left goes with the last of them', () => {
    const drawn = ran(board, drawing('n'));
    const two = ran(drawn, writing({ replyTo: 'n', text: 'Why?' }), writing({ replyTo: 'n', text: 'How?' }));
    const [, first = '', second = ''] = Object.keys(two.comment);
    const without = (records: Records, noteId: string) => ran(records, { type: 'remove-note', noteId });
    expect(texts(without(without(two, first), second))).toEqual(['']);
    const erased = ran(two, { type: 'erase', drawingIds: Object.keys(two.drawing) });
    expect(texts(without(erased, first))).toEqual(['', 'How?']);
    expect(without(without(erased, first), second)).toEqual(board);
  });

  it('says which order was approved for it', () => {
    const noted = ran(board, drawing('n'), writing());
    const approved = changeOf(
      noted,
      anApproval({ prompt: 'a girl at night', noteIds: ['n'], edited: true }),
      inputs('order'),
    );
    const { comment, request } = applyDiff(noted, approved);
    expect(Object.keys(request)).toEqual(['order']);
    expect(Object.values(comment).map(({ requestId }) => requestId)).toEqual(['order', undefined]);
  });
});

it('whatever is drawn, written, erased and removed is undone to the beginning and done again', () => {
  const note = fc.constantFrom('a', 'b', 'c');
  const act = fc.oneof(
    note.map((id) => () => drawing(id)),
    note.map((id) => (now: Records) => (now.comment[id] ? writing({ replyTo: id }) : writing())),
    fc.nat(20).map((n) => ({ drawing: all }: Records) => {
      const ids = Object.keys(all);
      const id = ids[n % Math.max(1, ids.length)];
      return id === undefined ? drawing('a') : ({ type: 'erase', drawingIds: [id] } as Command);
    }),
    fc.tuple(fc.nat(20), fc.nat(100)).map(([n, at]) => ({ drawing: all }: Records) => {
      const drawn = Object.values(all)[n % Math.max(1, Object.keys(all).length)];
      const figure: Figure = { ...FIGURE, region: { x: at / 200, y: 0, width: 0.5, height: 1 } };
      return drawn ? ({ type: 'change-drawing', drawingId: drawn.id, figure } as Command) : drawing('a');
    }),
    fc.nat(20).map((n) => ({ comment: all }: Records) => {
      const ids = Object.keys(all);
      const noteId = ids[n % Math.max(1, ids.length)];
      return noteId === undefined ? writing() : ({ type: 'remove-note', noteId } as Command);
    }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let records = board;
      const diffs = acts.map((make, n) => {
        const diff = changeOf(records, make(records), inputs(`p${n}`));
        records = applyDiff(records, diff);
        // Nothing is drawn for a note that is not there, and no note is empty.
        for (const { commentId } of Object.values(records.drawing))
          expect(records.comment[commentId]).toBeDefined();
        for (const { id, text } of Object.values(records.comment))
          if (text === '')
            expect(
              Object.values(records.drawing).some(({ commentId }) => commentId === id) ||
                Object.values(records.comment).some(({ replyTo }) => replyTo === id),
            ).toBe(true);
        return diff;
      });
      const last = records;
      for (const diff of [...diffs].reverse()) records = applyDiff(records, reverseDiff(diff));
      expect(records).toEqual(board);
      for (const diff of diffs) records = applyDiff(records, diff);
      expect(records).toEqual(last);
    }),
    { numRuns: 200 },
  );
});
