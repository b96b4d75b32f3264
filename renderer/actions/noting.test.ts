/** Going from note to note, and drawing one. */
import type { Note } from '@shared/records/index.js';
import { take } from '@testing/derived-board.js';
import { aNote } from '@testing/records.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import type { Session } from '../stores/index.js';
import { desk } from './testing/desk.js';

/** On the first picture of a shot. */
const noteOn = (id: string, position: number, more: Partial<Note> = {}): Note =>
  aNote(id, { shotId: `s${position}`, sha256: take(position).sha256, ...more });

/** Five shots with notes a and b on the second, c on the fourth, and one that is settled on the first. */
function noted(session: Partial<Session>, notes: readonly Note[] = NOTES) {
  const made = desk(session);
  made.change({ comment: Object.fromEntries(notes.map((one) => [one.id, one])) });
  const at = () => [made.session().shotId, made.session().pinned];
  /** The notes that so many steps lead to. */
  const steps = async (id: 'next-note' | 'previous-note', count: number): Promise<string> => {
    const met: string[] = [];
    for (let n = 0; n < count; n++) {
      await made.run(id);
      const { pinned } = made.session();
      met.push(pinned?.kind === 'note' ? pinned.noteId : '');
    }
    return met.join(' ');
  };
  return { ...made, at, steps };
}
const NOTES = [
  noteOn('settled', 0, { state: 'resolved' }),
  noteOn('a', 1, { at: 1 }),
  noteOn('b', 1, { at: 2 }),
  noteOn('answer', 1, { at: 3, replyTo: 'b' }),
  noteOn('c', 3),
];

describe('the next open note', () => {
  it('is the first from the shot on the screen on, then each in turn and round the end', async () => {
    expect(await noted({ shotId: 's0' }).steps('next-note', 5)).toBe('a b c a b');
    expect(await noted({ shotId: 's2' }).steps('next-note', 2)).toBe('c a');
    expect(await noted({ shotId: 's4' }).steps('next-note', 1)).toBe('a');
    expect(await noted({ shotId: null }).steps('next-note', 1)).toBe('a');
  });

  it('backwards is the last before the shot on the screen, then each before and round the start', async () => {
    expect(await noted({ shotId: 's4' }).steps('previous-note', 4)).toBe('c b a c');
    expect(await noted({ shotId: 's2' }).steps('previous-note', 1)).toBe('b');
    expect(await noted({ shotId: 's1' }).steps('previous-note', 1)).toBe('c');
  });

  it('is shown on its shot alone, over the take that it is about, compared with nothing', async () => {
    const here = { shotId: 's2', selected: ['s2', 's3'], notes: false, compareTakeId: 't2', takeId: 't2' };
    const { run, session } = noted(here);
    await run('next-note');
    expect(session()).toMatchObject({
      shotId: 's3',
      selected: [],
      takeId: 't3',
      compareTakeId: null,
      pinned: { kind: 'note', noteId: 'c' },
      notes: true,
    });
  });

  it('of the same shot leaves the shots that are chosen beside it', async () => {
    const { run, session } = noted({ shotId: 's1', selected: ['s1', 's2'] });
    await run('next-note');
    expect(session()).toMatchObject({ shotId: 's1', selected: ['s1', 's2'], takeId: 't1' });
  });

  it('of which none is about a picture that is there is about the shot', async () => {
    const { run, session } = noted({ shotId: 's1', takeId: 't1' }, [
      noteOn('gone', 2, { sha256: 'f'.repeat(64) }),
    ]);
    await run('next-note');
    expect(session()).toMatchObject({ shotId: 's2', takeId: null });
  });

  it('is looked for in what is shown; where there is none, that is said', async () => {
    const { run, happened, at } = noted({ shotId: 's0', filter: { ...NO_FILTER, show: 'approved' } });
    await run('next-note');
    expect(happened).toEqual(['No shot that is shown has an open note.']);
    expect(at()).toEqual(['s0', null]);
  });
});

describe('drawing', () => {
  const stage = { width: 800, height: 450 };

  it('goes on with the note that is pointed at on this picture, and begins a new one else', async () => {
    const pinned = { kind: 'note', noteId: 'b' } as const;
    const own = noted({ shotId: 's1', takeId: 't1', stage, pinned, notes: false, figureId: 'f' });
    expect(await own.run('draw')).toBe(true);
    expect(own.session()).toMatchObject({ editing: 'drawing', noteId: 'b', notes: true, figureId: null });
    for (const session of [{ pinned: { kind: 'note', noteId: 'c' } as const }, {}]) {
      const fresh = noted({ shotId: 's1', takeId: 't1', stage, ...session });
      await fresh.run('draw');
      expect(fresh.session().noteId).not.toBe('c');
      expect(fresh.session().noteId).toMatch(/.+/);
    }
  });

  it('stays on the picture that is drawn on, whatever is picked meanwhile', async () => {
    const { run, session } = noted({ shotId: 's1', stage });
    await run('draw');
    expect(session().takeId).toBe('t1');
  });

  it.each([
    ['difference', null],
    ['flip', null],
    ['wipe', 'wipe'],
  ] as const)('over a %s leaves what can be drawn over: %s', async (compare, after) => {
    const { run, session } = noted({ shotId: 's1', stage, compare, flipped: true });
    await run('draw');
    expect(session()).toMatchObject({ compare: after, flipped: after !== null });
  });

  it('is left for the words of the note that was begun, or for a new one', async () => {
    const begun = { shotId: 's1', stage, editing: 'drawing', figureId: 'f', figureTyped: true } as const;
    const focused: string[] = [];
    vi.stubGlobal('document', {
      getElementById: (id: string) => ({ focus: () => void focused.push(id) }),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const known = noted({ ...begun, noteId: 'a', fullScreen: true });
    expect(await known.run('drawing-words')).toBe(true);
    expect(known.session()).toMatchObject({
      editing: null,
      figureId: null,
      figureTyped: false,
      fullScreen: false,
      pinned: { kind: 'note', noteId: 'a' },
    });
    const fresh = noted({ ...begun, noteId: 'new' });
    await fresh.run('drawing-words');
    expect(fresh.session()).toMatchObject({ editing: null, pinned: null });
    expect(focused).toEqual(['note-a', 'new-note']);
  });

  it('and what is drawn earlier show or do not', async () => {
    const { run, session } = noted({ shotId: 's1', stage });
    const { notes, ghosts } = session();
    await run('notes');
    await run('ghosts');
    expect([session().notes, session().ghosts]).toEqual([!notes, !ghosts]);
  });
});
