/** What a judge's word is worth on one board, skill by skill: what is not asked of it, and at which P it fails a claim. */
import { answerKey } from '../analysis.js';
import type { Reading, Thresholds } from '../claim-graph.js';
import { percent } from '../percent.js';
import { type Claim, type ClaimKind, sameValue } from '../records/index.js';
import { isSilenced } from './silence.js';
import { kindOfSkill, type Skill, skillName, skillOf, skill as skills } from './skill.js';
import { chanceOf, type Steadiness, steadinessOf } from './steadiness.js';
import { type Case, failByOverrules, failByScatter, ownOf, unrest } from './threshold.js';
import { type Answers, answersOf, type Examined, type Pair, pairsOf, type Told, toldOf } from './told.js';

/** What is known of a judge and of a board; each part may be empty. */
export interface Evidence {
  readonly thresholds: Readonly<Record<ClaimKind, Thresholds>>;
  /** On the drawn world. */
  readonly examined: readonly Examined[];
  /** Of the board: its claims on their own pictures beside the same words where they contradict. */
  readonly pairs: readonly Pair[];
  /** P of the board's claims on their own picks, statement by statement. */
  readonly own: ReadonlyMap<Skill, readonly (readonly number[])[]>;
  /** P(yes) of words on pictures that should not show them, by `answerKey`. */
  readonly usual: ReadonlyMap<string, number>;
  readonly cases: ReadonlyMap<Skill, readonly Case[]>;
}

export interface SkillWord {
  readonly skill: Skill;
  readonly drawn: (Told & { readonly answers: Answers }) | null;
  readonly board: Told | null;
  readonly silenced: boolean;
  /** At or below which P a claim fails here; and by the judge's own threshold, and that moved by the board alone. 0–1. */
  readonly fail: number;
  readonly ownFail: number;
  readonly boardFail: number;
  /** Fails that the artist decided on, and those that were overruled. */
  readonly cases: number;
  readonly overruled: number;
}

export interface Word {
  /** Of every skill of which anything is known. */
  readonly skills: ReadonlyMap<Skill, SkillWord>;
  readonly usual: ReadonlyMap<string, number>;
  /** Null where it was not asked again of the same pictures. */
  readonly steadiness: Steadiness | null;
}

export function wordOf({ thresholds, examined, pairs, own, usual, cases }: Evidence): Word {
  const drawnPairs = pairsOf(examined);
  const shown = new Map(
    [...own].map(([skill, statements]) => {
      const { fail } = thresholds[kindOfSkill(skill)];
      return [skill, { fail, own: ownOf(fail, statements) }];
    }),
  );
  const by = unrest([...shown.values()]);
  const chance = chanceOf(examined);
  const overall = toldOf(drawnPairs);
  const known = skills.options.flatMap((skill): SkillWord[] => {
    const { fail, pass } = thresholds[kindOfSkill(skill)];
    const asked = examined.filter((one) => one.skill === skill && one.p !== null);
    const ofBoard = pairs.filter((pair) => pair.skill === skill);
    const ownHere = shown.get(skill)?.own ?? [];
    const casesHere = cases.get(skill) ?? [];
    if (asked.length + ofBoard.length + ownHere.length + casesHere.length === 0) return [];
    const drawn =
      asked.length === 0
        ? null
        : {
            ...toldOf(drawnPairs.filter((pair) => pair.skill === skill)),
            answers: answersOf(asked, { pass, fail }),
          };
    const board = ofBoard.length === 0 ? null : toldOf(ofBoard);
    const boardFail = failByScatter(fail, ownHere, { by, chance: chance(skill) });
    return [
      {
        skill,
        drawn,
        board,
        silenced: isSilenced(drawn, board, overall),
        fail: failByOverrules(boardFail, casesHere),
        ownFail: fail,
        boardFail,
        cases: casesHere.length,
        overruled: casesHere.filter(({ overruled }) => overruled).length,
      },
    ];
  });
  return { skills: new Map(known.map((one) => [one.skill, one])), usual, steadiness: steadinessOf(examined) };
}

export const NO_WORD: Word = { skills: new Map(), usual: new Map(), steadiness: null };

/** Why claims of a silenced skill are not judged, for the artist. */
export function whySilenced({ skill, drawn }: Pick<SkillWord, 'skill' | 'drawn'>): string {
  const told = drawn
    ? `: where the truth is known it told ${percent(drawn.share)} of ${drawn.pairs} pairs, a coin 50 %`
    : '';
  return `this judge is not asked about ${skillName(skill)}${told}`;
}

/** How a claim's answer is read on this board. */
export function readingOf(
  word: Word,
  thresholds: Readonly<Record<ClaimKind, Thresholds>>,
  claim: Claim,
): Reading {
  const { pass, fail } = thresholds[claim.kind];
  const known = word.skills.get(skillOf(claim));
  if (known?.silenced) return { pass, fail, silence: whySilenced(known) };
  const usual = word.usual.get(answerKey(claim));
  return { pass, fail: Math.min(fail, known?.fail ?? fail), ...(usual !== undefined && { usual }) };
}

/**
 * What `readingOf` needs to know: the rest is only shown. A skill that is read by the judge's own threshold is read as one
 * of which nothing is known.
 */
const readBy = ({ skills: known, usual }: Word) => [
  [...known.values()]
    .filter(({ silenced, fail, ownFail }) => silenced || fail < ownFail)
    .map((one) => [one.skill, one.fail, one.silenced && whySilenced(one)]),
  [...usual],
];

/** Every claim is read by the one as by the other, so that verdicts stay as they are. */
export const readAlike = (a: Word, b: Word): boolean => sameValue(readBy(a), readBy(b));
