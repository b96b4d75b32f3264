import type { Hint } from '@shared/hint.js';
import { type Ground, isUntouched, saysTheSame } from './ground.js';

/** Milliseconds without another word before a prompt is looked at. */
export const PAUSE = 300;

export interface Asking {
  /** It is asked about the prompts that are suggested. */
  readonly suggested: boolean;
  /** What the host says; null where it could not be asked. */
  readonly ask: () => Promise<readonly Hint[] | null>;
  readonly ground: () => Ground;
  /** Calls back after every change of the document; returns what ends that. */
  readonly onChange: (changed: () => void) => () => void;
  readonly say: (hints: readonly Hint[]) => void;
}

/**
 * Asks for hints after a pause, and again once something that they are read from has changed: most of what is decided
 * about a frame is nothing of that. What changed is looked at after the pause as well. Returns what ends it.
 */
export function keepAsking({ suggested, ask, ground, onChange, say }: Asking): () => void {
  let seen = ground();
  let answered: Ground | null = null;
  let turn = 0;
  const look = async (): Promise<void> => {
    if (answered && saysTheSame(answered, seen, suggested)) return;
    const own = ++turn;
    answered = seen;
    const hints = await ask();
    if (own !== turn) return;
    if (hints) say(hints);
    else answered = null;
  };
  let timer = setTimeout(look, PAUSE);
  const stop = onChange(() => {
    const now = ground();
    if (isUntouched(seen, now)) return;
    seen = now;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  return () => {
    stop();
    clearTimeout(timer);
    turn++;
  };
}
