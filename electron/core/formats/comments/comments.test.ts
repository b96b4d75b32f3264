import { join } from 'node:path';
import { changeOf } from '@shared/commands/index.js';
import type { CommentsFile, SentComment } from '@shared/comments.js';
import { applyDiff, type Figure, MOST_FIGURES, oldestFirst, type Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStoryboard } from '../find-storyboard.js';
import { inputAt } from '../input.js';
import { addComments } from './add.js';
import { isComments, readComments } from './read.js';
import { takeInComments } from './take-in.js';
import { openDrawing, toldComments } from './told.js';

const board = aBoard(3);
const [boardId = ''] = Object.keys(board.storyboard);
const sha = (n: number): string => n.toString(16).padStart(64, '0');

const LOOK = { colour: 'red', size: 0.01 };

const comment = (n: number, text: string, fields: Partial<SentComment> = {}): SentComment => ({
  shotId: `shot-${n}`,
  number: String(n + 1),
  sha256: sha(n),
  author: 'Ann',
  at: '2026-11-28T09:00:00.000Z',
  text,
  place: null,
  ...fields,
});

const file = (comments: SentComment[], id = boardId): CommentsFile => ({
  format: 'continuist-comments',
  version: 2,
  storyboard: { id, title: 'Harbour' },
  comments,
});

function commented(records: Records, given: CommentsFile): Records {
  const { command } = addComments(records, given);
  if (!command) return records;
  const inputs = { id: 'c', at: 1, who: 'artist', generator: 'none', rounds: 3 } as const;
  return applyDiff(records, changeOf(records, command, inputs));
}

/** Another for each number. */
const line = (n: number): Figure => ({
  kind: 'arrow',
  from: [n / 1000, 0],
  to: [1, 1],
  colour: 'red',
  size: 0.01,
});

/** Of which note each figure is, and which it is. */
const lines = ({ drawing }: Records) =>
  Object.values(drawing).map(({ commentId, figure }) => [
    commentId,
    figure.kind === 'arrow' ? figure.from[0] : null,
  ]);

/** Shot, author, text and state of all that there are. */
const said = ({ comment }: Records) =>
  oldestFirst(Object.values(comment)).map(({ shotId, author, text, state }) => [shotId, author, text, state]);

describe('comments of a client', () => {
  it('become records with the picture, the author and the time that they were written, as one command', () => {
    const later = { author: 'Bo', at: '2026-11-28T10:00:00.5Z', sha256: null };
    const place = { x: 0.5, y: 1 };
    const given = file([
      comment(0, 'Darker'),
      comment(1, 'Two\nlines', { place }),
      comment(1, 'More', later),
    ]);
    const { summary, notes } = addComments(board, given);
    expect([summary, notes]).toEqual(['3 comments added to 2 shots.', []]);
    const { comment: records, ...others } = commented(board, given);
    const { comment: _, ...before } = board;
    expect(others).toEqual(before);
    const id = expect.stringMatching(/^[0-9a-f]{20}$/);
    const at = Date.UTC(2026, 10, 28, 9);
    const ann = { id, sha256: sha(0), author: 'Ann', at, state: 'open', place: null };
    expect(Object.values(records)).toEqual([
      { ...ann, shotId: 'shot-0', text: 'Darker' },
      { ...ann, shotId: 'shot-1', text: 'Two\nlines', sha256: sha(1), place },
      { ...ann, shotId: 'shot-1', text: 'More', author: 'Bo', at: at + 3_600_500, sha256: null },
    ]);
  });

  it('come in once, however often the file comes and whatever was decided on them since', () => {
    const given = file([comment(0, 'Darker'), comment(0, 'Darker'), comment(1, 'Darker')]);
    const once = commented(board, given);
    expect(said(once)).toHaveLength(2);
    expect(addComments(board, given).notes).toEqual(['There already: 1 comment.']);
    const settled = Object.values(once.comment).map((one) => [one.id, { ...one, state: 'dismissed' }]);
    const decided = { ...once, comment: Object.fromEntries(settled) } as Records;
    expect(addComments(decided, given)).toEqual({
      command: null,
      summary: 'No comment was added.',
      notes: ['There already: 3 comments.'],
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            n: fc.integer({ min: 0, max: 2 }),
            text: fc.stringMatching(/^[a-c]{1,2}$/),
            author: fc.constantFrom('Ann', 'Bo'),
            at: fc.constantFrom('2026-11-28T09:00:00Z', '2026-11-28T09:00:01Z'),
          }),
        ),
        (all) => {
          const given = file(all.map(({ n, text, ...fields }) => comment(n, text, fields)));
          const added = commented(board, given);
          expect(Object.keys(added.comment)).toHaveLength(
            new Set(all.map((one) => JSON.stringify(one))).size,
          );
          expect(commented(added, given)).toBe(added);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('bring their drawing with them, each figure once, whatever was written or drawn since', () => {
    const drawn = (drawing: Figure[], fields: Partial<SentComment> = {}) =>
      file([comment(0, '', { drawing, ...fields })]);
    const once = commented(board, drawn([line(1), line(2)]));
    const [note] = Object.values(once.comment);
    expect(note).toMatchObject({ text: '', author: 'Ann', sha256: sha(0), state: 'open' });
    expect(lines(once)).toEqual([
      [note?.id, 0.001],
      [note?.id, 0.002],
    ]);
    expect(commented(once, drawn([line(1), line(2)])), 'it came already').toBe(once);
    expect(addComments(once, drawn([line(2)])).notes).toEqual(['There already: 1 comment.']);
    // More is drawn: of the same note, as long as that is open.
    expect(lines(commented(once, drawn([line(2), line(3)])))).toEqual([...lines(once), [note?.id, 0.003]]);
    const settled = { ...once, comment: { [note?.id ?? '']: { ...note, state: 'resolved' } } } as Records;
    const again = commented(settled, drawn([line(1), line(3)]));
    expect(Object.values(again.comment).map(({ state }) => state)).toEqual(['resolved', 'open']);
    expect(lines(again).filter(([, x]) => x === 0.003)).toHaveLength(1);
    expect(commented(again, drawn([line(1), line(3)]))).toBe(again);
    // Words that come later are a note of their own, and bring no second drawing.
    const worded = commented(once, file([comment(0, 'This', { drawing: [line(1), line(2)] })]));
    expect([said(worded).length, lines(worded)]).toEqual([2, lines(once)]);
    // Somebody else drew the same.
    expect(lines(commented(once, drawn([line(1)], { author: 'Bo' })))).toHaveLength(3);
  });

  it('hold no more figures over a picture than one may have, which is said, and lose none that is known', () => {
    const full = (more: number) => Array.from({ length: more }, (_, n) => line(n + 1));
    const most = commented(board, file([comment(0, 'All', { drawing: full(MOST_FIGURES) })]));
    const given = file([comment(0, '', { drawing: full(MOST_FIGURES + 1).slice(1) }), comment(0, 'And')]);
    const { notes, summary } = addComments(most, given);
    expect([summary, notes]).toEqual([
      '1 comment added to 1 shot.',
      ['Not all that is drawn was taken in, since a picture holds 200 figures: shot 1.'],
    ]);
    expect(lines(commented(most, given))).toEqual(lines(most));
  });

  it('never come in twice by property: what is taken in is what is new, in whichever parts it comes', () => {
    const one = fc.record({
      n: fc.integer({ min: 0, max: 1 }),
      text: fc.constantFrom('', 'a', 'b'),
      author: fc.constantFrom('Ann', 'Bo'),
      at: fc.constantFrom('2026-11-28T09:00:00Z', '2026-11-28T09:00:01Z'),
      drawing: fc.array(fc.integer({ min: 1, max: 5 }).map(line), { maxLength: 4 }),
    });
    const sent = (all: readonly { n: number; text: string; drawing: Figure[] }[]) =>
      file(
        all
          .filter(({ text, drawing }) => text !== '' || drawing.length > 0)
          .map(({ n, text, drawing, ...rest }) =>
            comment(n, text, { ...rest, ...(drawing.length > 0 && { drawing }) }),
          ),
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.array(one, { maxLength: 8 }), (first, second) => {
        const all = [...first, ...second];
        const records = commented(commented(board, sent(first)), sent(all));
        expect(commented(records, sent(all))).toBe(records);
        const drawn = new Set(
          all.flatMap(({ n, author, drawing }) =>
            drawing.map((figure) => JSON.stringify([n, author, figure])),
          ),
        );
        expect(Object.keys(records.drawing)).toHaveLength(drawn.size);
        for (const { commentId, shotId } of Object.values(records.drawing))
          expect(records.comment[commentId]?.shotId).toBe(shotId);
        const words = new Set(
          all.flatMap(({ n, text, author, at }) => (text ? [JSON.stringify([n, text, author, at])] : [])),
        );
        expect(Object.values(records.comment).filter(({ text }) => text !== '')).toHaveLength(words.size);
        for (const { id, text } of Object.values(records.comment))
          expect(text !== '' || Object.values(records.drawing).some((one) => one.commentId === id)).toBe(
            true,
          );
      }),
      { numRuns: 300 },
    );
  });

  it('of a page of another storyboard are refused with its name', () => {
    const other = { ...file([comment(1, 'x', { sha256: sha(9) })], 'other') };
    expect(addComments(board, other)).toEqual({
      command: null,
      summary:
        'No comment was added: the page was made of another storyboard, “Harbour”. Open that one, then its comments.',
      notes: [],
    });
  });

  it('are named where their shot is unknown, or another storyboard’s by its picture', () => {
    const strange = comment(0, 'x', { shotId: 'toString', number: '12A' });
    expect(addComments(board, file([strange, strange])).notes).toEqual([
      'Not of this storyboard, so left out: comments on shot 12A.',
    ]);
    const other = file(
      [comment(0, 'same picture'), comment(1, 'other picture', { sha256: sha(9) })],
      'other',
    );
    const added = addComments(board, other);
    expect(added.summary).toBe('1 comment added to 1 shot.');
    expect(added.notes).toEqual(['Not of this storyboard, so left out: comments on shot 2.']);
  });

  it('say where they are about a picture that does not count any more', () => {
    const { notes } = addComments(
      board,
      file([comment(0, 'x', { sha256: sha(7) }), comment(1, 'y'), comment(2, 'z', { sha256: null })]),
    );
    expect(notes).toEqual(['About a picture that is not the pick any more: 1 comment.']);
    const gone = file([comment(0, '', { sha256: sha(7), drawing: [line(1)] })]);
    expect(addComments(board, gone).notes).toEqual([
      'About a picture that is not the pick any more: 1 comment.',
      'Drawn on a picture that this storyboard does not have, so not seen: 1 comment.',
    ]);
  });

  it('are told with their author and day, and without those that were dismissed', () => {
    const one = { author: 'Ann', at: '2026-11-28T09:00:00.000Z', text: 'Darker', take: null, sha256: null };
    expect(
      toldComments({
        comments: [
          { ...one, state: 'open' },
          { ...one, state: 'dismissed' },
          { ...one, state: 'resolved', author: 'Bo' },
        ],
      }),
    ).toEqual(['Ann, 2026-11-28: Darker', 'Bo, 2026-11-28 (resolved): Darker']);
    expect(toldComments({})).toEqual([]);
  });

  it('are told with their answers behind them, and what is only drawn as drawn', () => {
    const one = { author: 'Ann', at: '2026-11-28T09:00:00.000Z', text: '', take: null, sha256: 'a' };
    const arrow = { kind: 'arrow', from: [0, 0], to: [1, 1], colour: 'red', size: 0.01 } as const;
    const figure = { ...arrow, from: [0, 0] as [number, number], to: [1, 1] as [number, number] };
    const comments = [
      { ...one, id: 'n', state: 'open' as const, drawing: [figure] },
      { ...one, id: 'm', state: 'open' as const, text: 'Cut?' },
      { ...one, id: 'a', state: 'open' as const, text: 'Yes', author: 'Bo', replyTo: 'n' },
      { ...one, id: 'd', state: 'dismissed' as const, drawing: [{ ...figure, size: 0.02 }] },
      { ...one, id: 'e', state: 'open' as const, text: 'Lost', replyTo: 'gone' },
    ];
    expect(toldComments({ comments })).toEqual([
      'Ann, 2026-11-28: drawn on the picture',
      'Bo, 2026-11-28, in answer: Yes',
      'Ann, 2026-11-28: Cut?',
      'Ann, 2026-11-28: Lost',
    ]);
    expect(openDrawing({ comments }, 'a')).toEqual([figure]);
    expect(openDrawing({ comments }, 'b')).toEqual([]);
  });
});

describe('a file of comments', () => {
  const opened = async (content: string, name = 'comments.json') =>
    inputAt(join(await folderWith({ [name]: content }), name));

  it('is known by what it says, and is no storyboard', async () => {
    const input = await opened(JSON.stringify(file([comment(0, 'Darker')])));
    expect(await isComments(input)).toBe(true);
    expect(await readComments(input)).toEqual(file([comment(0, 'Darker')]));
    for (const [content, name] of [
      ['{"format":"x"}', 'a.json'],
      ['null', 'b.json'],
      ['{', 'c.json'],
      ['{"format":"continuist-comments"}', 'd.txt'],
      ['{"a":1,"format":"continuist-comments"}', 'e.json'],
    ])
      expect(await isComments(await opened(content ?? '', name))).toBe(false);
    const refused = findStoryboard(input.path).then((found) => found.read());
    await expect(refused).rejects.toMatchObject({
      code: 'OPEN_FAILED',
      message: expect.stringContaining('comments on a storyboard'),
    });
  });

  it('is refused whole where a field is wrong, by the name of the field', async () => {
    for (const [field, fields] of [
      ['author', { author: '' }],
      ['place.x', { place: { x: 1.01, y: 0 } }],
      ['text', { text: ' ' }],
      ['drawing[0].from[0]', { drawing: [{ ...line(1), from: [1.1, 0] }] }],
      ['drawing[0].points', { drawing: [{ kind: 'pen', points: Array(501).fill([0, 0, 0]), ...LOOK }] }],
      ['drawing[1].kind', { drawing: [line(1), { ...line(1), kind: 'image' }] }],
      ['drawing', { drawing: Array(201).fill(line(1)) }],
      ['drawing', { sha256: null, drawing: [line(1)] }],
    ] as const) {
      const wrong = file([comment(0, 'ok'), comment(1, 'ok', fields as Partial<SentComment>)]);
      await expect(readComments(await opened(JSON.stringify(wrong)))).rejects.toMatchObject({
        code: 'BAD_FILE',
        message: expect.stringContaining(`comments.json, comments[1].${field}`),
      });
    }
  });

  it('of a contact sheet of before knows no places', async () => {
    const { place: _, ...before } = comment(0, 'Darker');
    const sent = JSON.stringify(file([before as SentComment]));
    expect(await readComments(await opened(sent))).toEqual(file([comment(0, 'Darker')]));
  });

  it('is taken into the storyboard that is open, and left to others where it is something else', async () => {
    const sent: unknown[] = [];
    const identities = { all: async () => undefined };
    const open = { board: { review: { records: board }, identities }, run: (one: unknown) => sent.push(one) };
    const input = await opened(
      JSON.stringify(file([comment(0, 'Darker'), comment(1, 'x', { shotId: 'gone' })])),
    );
    expect(await takeInComments(input.path, open)).toEqual([
      '1 comment added to 1 shot.',
      'Not of this storyboard, so left out: comments on shot 2.',
    ]);
    expect(sent).toHaveLength(1);
    await takeInComments((await opened(JSON.stringify(file([])))).path, open);
    expect(sent, 'where nothing is new nothing is done').toHaveLength(1);
    expect(await takeInComments((await opened('{}')).path, open)).toBeNull();
    const newer = await opened('{"format":"continuist-comments","version":99}');
    await expect(takeInComments(newer.path, open)).rejects.toThrow(
      /version: expected a version that this program/,
    );
    const damaged = await opened('{"format":"continuist-comments"');
    await expect(takeInComments(damaged.path, open)).rejects.toMatchObject({ code: 'BAD_FILE' });
    expect(sent).toHaveLength(1);
  });
});
