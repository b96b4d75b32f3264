/** Typed words in the browser's storage: one entry a review, of the reviews that were typed in last. */
import { readTyped, type Typed, writeTyped } from './kept.js';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Names of the reviews with something typed, the latest last. */
const INDEX = 'continuist-drafts';
/** Reviews whose typed words are kept. */
const REVIEWS = 20;

export const entryOf = (reviewKey: string): string => `${INDEX} ${reviewKey}`;

function indexOf(store: Store): string[] {
  try {
    const names: unknown = JSON.parse(store.getItem(INDEX) ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

export function loadTyped(store: Store, reviewKey: string): Typed {
  return readTyped(store.getItem(entryOf(reviewKey)));
}

/** False when the storage is full of other things, or refuses: then nothing but the window holds what is typed. */
export function saveTyped(store: Store, reviewKey: string, typed: Typed): boolean {
  const others = indexOf(store).filter((name) => name !== reviewKey);
  const text = writeTyped(typed);
  const drop = (name: string) => store.removeItem(entryOf(name));
  try {
    if (text === null) {
      drop(reviewKey);
      store.setItem(INDEX, JSON.stringify(others));
      return true;
    }
    for (;;) {
      while (others.length >= REVIEWS) drop(others.shift() ?? '');
      try {
        store.setItem(entryOf(reviewKey), text);
        store.setItem(INDEX, JSON.stringify([...others, reviewKey]));
        return true;
      } catch (full) {
        const oldest = others.shift();
        if (oldest === undefined) throw full;
        drop(oldest);
      }
    }
  } catch {
    return false;
  }
}
