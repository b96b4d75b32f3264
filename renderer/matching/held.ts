/** What was said of a match that is not used yet: it outlives its dialog and a reload of the page, of the last match alone. */
import { matchChoice } from '@shared/matching/index.js';
import { z } from 'zod';

const STORED = 'continuist-match';

const held = z.object({
  /** What it was said of. */
  of: z.string(),
  own: matchChoice.omit({ otherNumbers: true }),
  /** As it is typed; it may be wrong. */
  pattern: z.string(),
});
export type Held = Omit<z.infer<typeof held>, 'of'>;
export type Own = Held['own'];

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Null where nothing was said of this one. */
export function heldOf(store: Store | null, of: string): Held | null {
  try {
    const { data } = held.safeParse(JSON.parse(store?.getItem(STORED) ?? ''));
    return data?.of === of ? { own: data.own, pattern: data.pattern } : null;
  } catch {
    return null;
  }
}

/** `said`: null = there is nothing to hold any more. What there is no room for is not held. */
export function hold(store: Store | null, of: string, said: Held | null): void {
  try {
    if (said) store?.setItem(STORED, JSON.stringify({ of, ...said }));
    else if (heldOf(store, of)) store?.removeItem(STORED);
  } catch {
    // The dialog holds it as long as it is open.
  }
}

/** The storage of a page may be switched off altogether. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** "3 pictures, 1 column, the pattern"; '' where nothing was said. */
export function ownTold({ pictures, columns, pattern }: Own, before: string | null): string {
  const counted = (all: object, one: string) => {
    const { length } = Object.keys(all);
    return length === 0 ? [] : `${length} ${one}${length === 1 ? '' : 's'}`;
  };
  return [counted(pictures, 'picture'), counted(columns, 'column'), pattern === before ? [] : 'the pattern']
    .flat()
    .join(', ');
}
