import { join } from 'node:path';
import { changeOf } from '@shared/commands/index.js';
import type { Comment, CommentsFile } from '@shared/comments.js';
import { applyDiff, type Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStoryboard } from '../find-storyboard.js';
import { inputAt } from '../input.js';
import { addComments } from './add.js';
import { isComments, readComments } from './read.js';
import { takeInComments } from './take-in.js';

const board = aBoard(3);
const [boardId = ''] = Object.keys(board.storyboard);
const sha = (n: number): string => n.toString(16).padStart(64, '0');

const comment = (n: number, text: string, fields: Partial<Comment> = {}): Comment => ({
  shotId: `shot-${n}`,
  number: String(n + 1),
  sha256: sha(n),
  author: 'Ann',
  at: '2026-11-28T09:00:00.000Z',
  text,
  ...fields,
});

const file = (comments: Comment[], id = boardId): CommentsFile => ({
  format: 'continuist-comments',
  version: 1,
  storyboard: { id, title: 'Harbour' },
  comments,
});

function noted(records: Records, given: CommentsFile): Records {
  const { command } = addComments(records, given);
  if (!command) return records;
  const inputs = { id: 'c', at: 1, who: 'artist', generator: 'none', rounds: 3 } as const;
  return applyDiff(records, changeOf(records, command, inputs));
}

const noteOf = (records: Records, n: number) => records.shot[`shot-${n}`]?.note;

describe('comments of a client', () => {
  it('become notes under what the note said, each with its author and day, as one command', () => {
    const mine = {
      ...board,
      shot: { ...board.shot, 'shot-1': { ...board.shot['shot-1'], note: 'Mine\n' } },
    };
    const given = file([
      comment(0, 'Darker'),
      comment(1, 'Two\nlines'),
      comment(1, 'More', { author: 'Bo' }),
    ]);
    const { command, summary, notes } = addComments(mine as Records, given);
    expect(command).toEqual({
      type: 'bulk',
      commands: [
        { type: 'set-note', shotId: 'shot-0', note: 'Ann, 2026-11-28: Darker' },
        {
          type: 'set-note',
          shotId: 'shot-1',
          note: 'Mine\nAnn, 2026-11-28: Two\nlines\nBo, 2026-11-28: More',
        },
      ],
    });
    expect(summary).toBe('3 comments added to the notes of 2 shots.');
    expect(notes).toEqual([]);
  });

  it('are added once, however often the file comes, also where one begins like another', () => {
    const long = file([comment(0, 'Darker, please')]);
    const once = noted(board, long);
    expect(addComments(once, long)).toEqual({
      command: null,
      summary: 'No comment was added.',
      notes: ['There already: 1 comment.'],
    });
    expect(noteOf(noted(once, file([comment(0, 'Darker')])), 0)).toBe(
      'Ann, 2026-11-28: Darker, please\nAnn, 2026-11-28: Darker',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            n: fc.integer({ min: 0, max: 2 }),
            text: fc.stringMatching(/^[a-c\n]{1,6}$/).filter((text) => text.trim() === text),
            author: fc.constantFrom('Ann', 'Bo'),
          }),
        ),
        (all) => {
          const given = file(all.map(({ n, text, author }) => comment(n, text, { author })));
          const added = noted(board, given);
          expect(noted(added, given)).toBe(added);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are named where their shot is unknown, or another storyboard’s by its picture', () => {
    const strange = comment(0, 'x', { shotId: 'gone', number: '12A' });
    expect(addComments(board, file([strange])).notes).toEqual([
      'Not of this storyboard, so left out: comments on shot 12A.',
    ]);
    const other = file(
      [comment(0, 'same picture'), comment(1, 'other picture', { sha256: sha(9) })],
      'other',
    );
    const added = addComments(board, other);
    expect(added.summary).toBe('1 comment added to the notes of 1 shot.');
    expect(added.notes).toEqual(['Not of this storyboard, so left out: comments on shot 2.']);
  });

  it('say where they are about a picture that does not count any more', () => {
    const { notes } = addComments(
      board,
      file([comment(0, 'x', { sha256: sha(7) }), comment(1, 'y'), comment(2, 'z', { sha256: null })]),
    );
    expect(notes).toEqual(['About a picture that is not the pick any more: 1 comment.']);
  });

  it('never make a note longer than one may be', () => {
    const shot = { ...board.shot, 'shot-0': { ...board.shot['shot-0'], note: 'a'.repeat(9_990) } };
    const added = addComments({ ...board, shot } as Records, file([comment(0, 'too long for it')]));
    expect(added).toEqual({
      command: null,
      summary: 'No comment was added.',
      notes: ['No room in the note of shot 1: shorten it and open the file again.'],
    });
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
    const wrong = file([comment(0, 'ok'), comment(1, '', { author: '' })]);
    await expect(readComments(await opened(JSON.stringify(wrong)))).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining('comments.json, comments[1].'),
    });
  });

  it('is taken into the storyboard that is open, and left to others where it is something else', async () => {
    const sent: unknown[] = [];
    const open = { board: { review: { records: board } }, run: (one: unknown) => sent.push(one) };
    const input = await opened(
      JSON.stringify(file([comment(0, 'Darker'), comment(1, 'x', { shotId: 'gone' })])),
    );
    expect(await takeInComments(input.path, open)).toEqual([
      '1 comment added to the notes of 1 shot.',
      'Not of this storyboard, so left out: comments on shot 2.',
    ]);
    expect(sent).toHaveLength(1);
    expect(await takeInComments((await opened('{}')).path, open)).toBeNull();
    const damaged = await opened('{"format":"continuist-comments"');
    await expect(takeInComments(damaged.path, open)).rejects.toMatchObject({ code: 'BAD_FILE' });
    expect(sent).toHaveLength(1);
  });

  it('never does more than be refused, whatever is in it', async () => {
    const input = await opened('');
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const given = { ...input, text: async () => text, json: async () => JSON.parse(text) };
        expect(await isComments(given)).toBe(false);
        await expect(readComments(given)).rejects.toMatchObject({ code: 'BAD_FILE' });
      }),
      { numRuns: 300 },
    );
  });
});
