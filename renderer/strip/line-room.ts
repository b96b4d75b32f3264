/** What there is room for in the line under a frame: in a small one the number and the decision come before the score. */

/** CSS pixels: a digit, the sign or a mark, and the room between two things. */
const DIGIT = 8.5;
const MARK = 15;
const GAP = 6;

export interface Line {
  readonly number: string;
  /** Two digits, or "100". */
  readonly score: string;
  /** "1/3"; '' where none was made. */
  readonly rounds: string;
  readonly isDecided: boolean;
}

/** Whether the score and the rounds are shown in a line of that width, in CSS pixels. */
export function roomIn(width: number, { number, score, rounds, isDecided }: Line) {
  const wide = (text: string) => (text === '' ? 0 : GAP + text.length * DIGIT);
  const left = width - number.length * DIGIT - GAP - MARK - (isDecided ? GAP + MARK : 0);
  const hasScore = wide(score) <= left;
  return { hasScore, hasRounds: wide(rounds) <= left - (hasScore ? wide(score) : 0) };
}
