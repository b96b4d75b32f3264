/** Notes as they are shown: each with its answers, and what is drawn for it over which take. */
import type { Drawing, Note, Request, Take } from '@shared/records/index.js';
import { cameFrom } from './compare.js';
import type { ShotView } from './shot-view.js';

export interface NoteView {
  readonly note: Note;
  /** Oldest first. */
  readonly answers: readonly Note[];
  readonly drawings: readonly Drawing[];
  /** The take that it is about, and its number, 1 first; null where it is about the shot, or its picture is gone. */
  readonly take: Take | null;
  readonly takeNumber: number;
  /** The order that was approved for it. */
  readonly order: Request | null;
}

const known = new WeakMap<ShotView, readonly NoteView[]>();

/** Oldest first. An answer to a note that is gone stands by itself. The same list for the same view. */
export function notesOf(view: ShotView): readonly NoteView[] {
  const before = known.get(view);
  if (before) return before;
  const { notes: all, drawings, takes, made, request } = view;
  const ids = new Set(all.map(({ id }) => id));
  const isAnswer = ({ replyTo }: Note) => replyTo !== undefined && ids.has(replyTo);
  const orders = [...made, ...(request ? [request] : [])];
  const notes = all
    .filter((one) => !isAnswer(one))
    .map((note): NoteView => {
      const at = takes.findIndex(({ sha256 }) => sha256 === note.sha256);
      return {
        note,
        answers: all.filter(({ replyTo }) => replyTo === note.id),
        drawings: drawings.filter(({ commentId }) => commentId === note.id),
        take: takes[at] ?? null,
        takeNumber: at + 1,
        order: orders.find(({ id }) => id === note.requestId) ?? null,
      };
    });
  known.set(view, notes);
  return notes;
}

/** What a note says, with the words that are drawn for it, a sentence each; '' where there are none. */
export function saidIn({ note, drawings }: NoteView): string {
  const drawn = drawings.flatMap(({ figure }) => (figure.kind === 'text' ? figure.text : []));
  const sentences = [note.text, ...drawn].map((words) => words.trim()).filter(Boolean);
  return [...new Set(sentences)].map((words) => (/[.!?…]$/.test(words) ? words : `${words}.`)).join(' ');
}

export const isOpenNote = ({ note }: NoteView): boolean => note.state === 'open';

export const hasOpenNotes = (view: ShotView): boolean =>
  view.notes.length > 0 && notesOf(view).some(isOpenNote);

/** Notes that show over a take: those that are open, and one that is pointed at whatever became of it. */
export const notesOver = (view: ShotView, take: Take, pointedId: string | null): readonly NoteView[] =>
  notesOf(view).filter(
    (one) => one.note.sha256 === take.sha256 && (isOpenNote(one) || one.note.id === pointedId),
  );

/** What is drawn over an earlier take and not settled. */
export interface Ghost {
  readonly take: Take;
  /** 1 first. */
  readonly takeNumber: number;
  readonly drawings: readonly Drawing[];
}

/** Of the takes that one came from, the latest over which something open is drawn; null = none is. */
export function ghostOf(view: ShotView, take: Take): Ghost | null {
  if (view.drawings.length === 0) return null;
  const passed = new Set([take.id]);
  for (let from = cameFrom(view, take); from && !passed.has(from.id); from = cameFrom(view, from)) {
    passed.add(from.id);
    const drawings = notesOver(view, from, null).flatMap((one) => one.drawings);
    if (drawings.length === 0 || from.sha256 === take.sha256) continue;
    return { take: from, takeNumber: view.takes.indexOf(from) + 1, drawings };
  }
  return null;
}

/** What is drawn over a take, as it lies there. */
export const drawnOver = (view: ShotView, take: Take, pointedId: string | null): readonly Drawing[] => {
  const shown = new Set(notesOver(view, take, pointedId).map(({ note }) => note.id));
  return view.drawings.filter(({ commentId }) => shown.has(commentId));
};

/** Stands for a note over the picture and in the panel: its place among all of the shot, 1 first. */
export const numberOf = (view: ShotView, noteId: string): number =>
  notesOf(view).findIndex(({ note }) => note.id === noteId) + 1;
