/** How many there are of what a shot speaks of. */
import { NUMBER_WORDS, nounText } from '@core/claims/index.js';
import type { Count } from '@shared/analysis.js';
import type { ClaimAnswer } from '@shared/claim-graph.js';
import { contrasted, type Reading } from '@shared/contrasted.js';
import type { Claim } from '@shared/records/index.js';
import { SOMEBODY, shown } from '@shared/sighting.js';
import type { Spotted } from './spotted.js';

/** "no dogs", "one dog", "two dogs". */
const textOf = (noun: string, count: number): string => (count === 1 ? `one ${noun}` : nounText(noun, count));

const wantedOf = (number: number): string =>
  number === 0 ? 'none' : (NUMBER_WORDS[number] ?? String(number));

/** The number that a claim gives and wants; null for any other claim. */
const numberIn = ({ kind, subject, value, muted, negated }: Claim): number | null =>
  kind === 'count' && !muted && !negated && subject !== null && /^\d+$/.test(value ?? '')
    ? Number(value)
    : null;

/** Of each claim that gives a number, in their order, unless nobody can say anything of its noun; then of what else is there. */
export function countsIn(claims: readonly Claim[], spotted: Spotted): Count[] {
  const { detections, boxes, isDrawn, isCorrected } = spotted;
  const untested = isDrawn || isCorrected ? {} : { untested: true as const };
  const asked = claims.flatMap((claim): Count[] => {
    const number = numberIn(claim);
    const there = number === null ? null : shown(claim.subject, boxes);
    if (number === null || !there || claim.subject === null) return [];
    const { id, subject } = claim;
    return [
      {
        noun: subject,
        text: textOf(subject, there.length),
        seen: there.length,
        asked: number,
        wanted: wantedOf(number),
        claimId: id,
        ...untested,
      },
    ];
  });
  const labels = [...new Set(detections.map(({ label }) => label))];
  const others = labels.filter((label) => asked.every(({ noun }) => noun !== label));
  return [
    ...asked,
    ...others.map((noun): Count => {
      const seen = detections.filter(({ label }) => label === noun).length;
      return {
        noun,
        text: textOf(noun, seen),
        seen,
        asked: null,
        wanted: '',
        claimId: null,
        ...untested,
      };
    }),
  ];
}

/** What the artist's own boxes say, and people in pictures of the drawn world (`npm run bench:grounding`). */
const isProven = (
  noun: string,
  { isDrawn, isCorrected }: Pick<Spotted, 'isDrawn' | 'isCorrected'>,
): boolean => isCorrected || (isDrawn && noun === SOMEBODY);

/** What a number that was counted makes of a claim, in place of what the judge said of it. */
interface Counted {
  readonly said: number;
  readonly reading: Reading;
  /** Why it is unsure; '' where it is not. */
  readonly reason: string;
}

/** Null = the judge's word stands. */
export type Counting = (
  claim: Pick<Claim, 'id' | 'negated'>,
  said: ClaimAnswer,
  reading: Reading,
) => Counted | null;

export const NOT_COUNTED: Counting = () => null;

/** P of a claim whose number was counted, and of one of which another was. */
const SURE = 0.97;
const EVEN = 0.5;
const COUNTED: Reading = { pass: EVEN, fail: EVEN };
const OPEN: Reading = { pass: 1, fail: 0 };

/**
 * What the artist's own boxes say always counts. An eye's count does where it was measured to make fewer mistakes: of
 * people in pictures of the drawn world it decides what the judge leaves open, and where both decide otherwise nobody does
 * (`npm run bench:grounding`).
 */
export function counting(
  counts: readonly Count[],
  spotted: Pick<Spotted, 'isDrawn' | 'isCorrected'>,
): Counting {
  const { isCorrected } = spotted;
  const byClaim = new Map(counts.map((one) => [one.claimId, one]));
  return (claim, said, reading) => {
    const count = byClaim.get(claim.id);
    if (!count || !isProven(count.noun, spotted)) return null;
    const holds = count.seen === count.asked;
    const judged = isCorrected ? 'unsure' : outcomeOf(claim, said, reading);
    if (judged === 'unsure') return { said: holds ? SURE : 1 - SURE, reading: COUNTED, reason: '' };
    if (judged === (holds ? 'pass' : 'fail')) return null;
    const reason = `${count.text} ${count.seen === 1 ? 'is' : 'are'} seen, and the judge says ${holds ? 'no' : 'yes'}`;
    return { said: EVEN, reading: OPEN, reason };
  };
}

/** What the judge makes of it by itself; nothing is unsure as well. */
function outcomeOf(
  claim: Pick<Claim, 'negated'>,
  said: ClaimAnswer,
  reading: Reading,
): 'pass' | 'fail' | 'unsure' {
  const answer = typeof said === 'number' ? { p: said } : said;
  if (reading.silence !== undefined || 'notJudged' in answer) return 'unsure';
  const { outcome } = contrasted(claim, answer, reading);
  return outcome === 'pass' || outcome === 'fail' ? outcome : 'unsure';
}
