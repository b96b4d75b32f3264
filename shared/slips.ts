/**
 * What generators get wrong in drawing bodies, asked of judges that know any world. Nobody has tested how often they are
 * right about it: it is advice beside a frame, never a finding, and in no score.
 */
import { answerKey, type Judgement } from './analysis.js';
import { shareOf } from './contrasted.js';
import { TAGS, type Tag } from './tags.js';

export interface Slip {
  readonly id: string;
  /** As it is asked, and what cannot be seen beside it: models say yes too easily. */
  readonly text: string;
  readonly opposite: string;
  /** For the artist. */
  readonly message: string;
  /** What the artist says of such a picture. */
  readonly tag: Tag['id'];
}

export const SLIPS: readonly Slip[] = [
  {
    id: 'hands',
    text: 'a hand with too many, too few or fused fingers',
    opposite: 'hands with five separate fingers',
    message: 'A hand may be malformed',
    tag: 'hands',
  },
  {
    id: 'face',
    text: 'a distorted face',
    opposite: 'a well-formed face',
    message: 'A face may be malformed',
    tag: 'face',
  },
  {
    id: 'limbs',
    text: 'somebody with an arm or a leg too many or too few',
    opposite: 'somebody with two arms and two legs',
    message: 'An arm or a leg may be malformed',
    tag: 'artifact',
  },
  {
    id: 'doubled',
    text: 'the same person or thing drawn twice',
    opposite: 'every person and thing drawn once',
    message: 'Somebody or something may be there twice',
    tag: 'artifact',
  },
];

/** As a judge is asked it. */
export interface SlipQuestion {
  readonly id: string;
  readonly kind: 'phrase';
  readonly text: string;
  readonly opposite: string;
}

export const SLIP_QUESTIONS: readonly SlipQuestion[] = SLIPS.map(({ id, text, opposite }) => ({
  id: `slip-${id}`,
  kind: 'phrase',
  text,
  opposite,
}));

export interface SeenSlip {
  readonly id: string;
  /** Of the slip beside its opposite, 0–1. */
  readonly p: number;
}

/** Both the answer alone and that beside the opposite must be above this. */
const SUSPECTED = 0.5;

/** Those that a judge's answers suspect, likeliest first. */
export function slipsIn(answers: Judgement['answers']): SeenSlip[] {
  return SLIPS.flatMap(({ id, text }) => {
    const { p: said, contrast } = answers[answerKey({ kind: 'phrase', text })] ?? {};
    const p = said ?? 0;
    if (p <= SUSPECTED) return [];
    const share = contrast === undefined ? p : shareOf(p, contrast);
    return share > SUSPECTED ? [{ id, p: share }] : [];
  }).sort((a, b) => b.p - a.p);
}

/** What is said of a suspected slip, and the tag that says it is so. */
export function slipWords(id: string): { readonly message: string; readonly tag: Tag } | null {
  const slip = SLIPS.find((one) => one.id === id);
  const tag = TAGS.find((one) => one.id === slip?.tag);
  return slip && tag ? { message: slip.message, tag } : null;
}
