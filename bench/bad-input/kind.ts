import type { Outcome } from './open-folder.js';

export interface Kind {
  readonly name: string;
  /** Lays it into a folder that is empty, in the size of the suite or a small one. Returns what is opened. */
  make(folder: string, full: boolean): Promise<string>;
  /** What is wrong with what came of it; null = nothing is. */
  wrong(outcome: Outcome, full: boolean): string | null;
  /** The picture of each frame is looked at as well. */
  readonly looks: boolean;
  /** Bars in the size of the suite: seconds until it is open, or refused, and of the whole; mebibytes at most. */
  readonly opened: number;
  readonly seconds: number;
  readonly mebibytes: number;
}

/** A sentence unless it holds. */
export const unless = (holds: boolean, sentence: string): string | null => (holds ? null : sentence);
