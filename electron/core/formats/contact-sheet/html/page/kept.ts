/** What a client has said so far, as it is kept in their browser while they work, and as the file that they send back. */
import type { CommentsFile, SentComment } from '@shared/comments.js';
import { COMMENTS_FORMAT, COMMENTS_VERSION } from '@shared/comments-form.js';
import { type Drawn, packed, type StoredDrawn, unpacked } from './stored-drawn.js';

export interface Words {
  text: string;
  /** ISO 8601, when it was last changed. */
  at: string;
}

export interface Pin extends Words {
  /** 0–1 of the picture. */
  x: number;
  y: number;
}

/** Each by the shot's id. */
export interface Kept {
  author: string;
  texts: Record<string, Words>;
  pins: Record<string, Pin[]>;
  drawings: Record<string, Drawn>;
}

/** A shot as the page has it. `sha256`: '' where it has no picture. */
export interface SheetShot {
  readonly id: string;
  readonly number: string;
  readonly sha256: string;
}

type Stored = Omit<Kept, 'drawings'> & { readonly drawings: Record<string, StoredDrawn> };

const mapped = <A, B>(from: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from).map(([id, value]) => [id, to(value)]));

/** What a browser kept; nothing where that is not what this page writes. Pages of before kept no drawings. */
export function keptFrom(stored: string | null): Kept {
  const nothing: Kept = { author: '', texts: {}, pins: {}, drawings: {} };
  const found = JSON.parse(stored ?? 'null') as Partial<Stored> | null;
  if (typeof found?.texts !== 'object') return nothing;
  return { ...nothing, ...found, drawings: mapped(found.drawings ?? {}, unpacked) };
}

/** As a browser keeps it. `steps`: with what can be taken back, which is not what must be kept. */
export const storedFrom = (kept: Kept, steps = true): string =>
  JSON.stringify({ ...kept, drawings: mapped(kept.drawings, (drawn) => packed(drawn, steps)) });

/** With a drawing, or without where nothing is left of it, nor of what can be taken back. */
export function withDrawing(kept: Kept, shotId: string, { figures, steps = [], at }: Drawn): Kept {
  const { [shotId]: before, ...others } = kept.drawings;
  if (figures.length === 0 && steps.length === 0) return { ...kept, drawings: others };
  const begun = before && before.figures.length > 0 ? before.at : at;
  return {
    ...kept,
    drawings: { ...others, [shotId]: { figures, at: begun, ...(steps.length > 0 && { steps }) } },
  };
}

/** What is written and drawn of a shot is one comment, and each pin one more. */
function commentsOn(kept: Kept, { id, number, sha256 }: SheetShot): SentComment[] {
  const of = { shotId: id, number, sha256: sha256 || null, author: kept.author.trim() };
  const { text = '', at = '' } = kept.texts[id] ?? {};
  const found = kept.drawings[id];
  const drawn = found && found.figures.length > 0 ? found : undefined;
  const whole: SentComment = {
    ...of,
    text: text.trim(),
    at: text.trim() ? at : (drawn?.at ?? ''),
    place: null,
    ...(drawn && { drawing: [...drawn.figures] }),
  };
  const pins = (kept.pins[id] ?? []).map(
    ({ x, y, text, at }): SentComment => ({ ...of, text: text.trim(), at, place: { x, y } }),
  );
  return [whole, ...pins].filter((one) => one.text !== '' || one.drawing);
}

export const commentsIn = (kept: Kept, shots: readonly SheetShot[]): SentComment[] =>
  shots.flatMap((shot) => commentsOn(kept, shot));

/** A line each, since figures are long. */
export function fileOf(storyboard: CommentsFile['storyboard'], comments: readonly SentComment[]): string {
  const head = JSON.stringify({ format: COMMENTS_FORMAT, version: COMMENTS_VERSION, storyboard });
  const lines = comments.map((one) => JSON.stringify(one)).join(',\n');
  return `${head.slice(0, -1)},"comments":[\n${lines}\n]}\n`;
}
