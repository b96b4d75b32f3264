/** What a description asks of the size of a shot and of the way somebody looks. */
import { headOf } from '@core/claims/index.js';
import type { Verdict } from '@shared/analysis.js';
import type { ShotSize } from '@shared/composition/index.js';
import type { Claim } from '@shared/records/index.js';

export interface AskedSize {
  readonly claimId: string;
  /** "a close-up". */
  readonly text: string;
  /** The widest and the closest that pass for it. */
  readonly sizes: readonly [ShotSize, ShotSize];
  /** Of whom or what, where that is said: "lantern". */
  readonly of: string | null;
}

const SIZES: Readonly<Record<string, readonly [ShotSize, ShotSize]>> = {
  'an extreme wide shot': ['extreme wide shot', 'wide shot'],
  'a wide shot': ['extreme wide shot', 'full shot'],
  'a full-body shot': ['wide shot', 'medium wide shot'],
  'a medium wide shot': ['full shot', 'medium shot'],
  'a medium shot': ['medium wide shot', 'medium shot'],
  'a medium close-up': ['medium shot', 'close-up'],
  'a close-up': ['medium close-up', 'extreme close-up'],
  'an extreme close-up': ['close-up', 'extreme close-up'],
};

/** Characters between the words that ask for a size and what they ask it of. */
const NEXT = 12;

type AskingClaim = Pick<Claim, 'id' | 'kind' | 'text' | 'value' | 'negated' | 'muted' | 'span' | 'subject'>;

/** The first size that is asked for; null = none is, or two that exclude one another. */
export function askedSize(claims: readonly AskingClaim[]): AskedSize | null {
  const asked = claims.flatMap((claim) => {
    const text = claim.value ?? claim.text;
    const sizes = SIZES[text];
    return claim.kind === 'framing' && sizes && !claim.negated && !claim.muted
      ? [{ claim, text, sizes }]
      : [];
  });
  const [first] = asked;
  if (!first || asked.length > 1) return null;
  const { claim, text, sizes } = first;
  return { claimId: claim.id, text, sizes, of: namedAfter(claims, claim) };
}

/** The noun that follows the words of a claim at once: "lantern" of "close-up of the lantern". */
function namedAfter(claims: readonly AskingClaim[], { span }: AskingClaim): string | null {
  if (!span) return null;
  const named = claims.filter(
    (other) =>
      other.kind === 'entity' && other.span && other.span[0] >= span[1] && other.span[0] - span[1] <= NEXT,
  );
  const [next] = named.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
  return next?.subject ?? null;
}

export const isCalled = (label: string, noun: string): boolean =>
  headOf(label.toLowerCase()) === headOf(noun.toLowerCase());

const HEADS_FOR =
  /\b(?:look|fac|gaz|star|walk|run|rid|driv|fly|flie|turn|head|point|mov|march|swim|sail)\w*\b.*\b(left|right)\b/i;

/** Which way the subject looks or goes, where the description says that and the judge sees it; else null. */
export function directionOf(
  claims: readonly Claim[],
  verdicts: readonly Pick<Verdict, 'claimId' | 'outcome'>[],
  subject: string,
): 'left' | 'right' | null {
  const passed = new Set(verdicts.flatMap(({ claimId, outcome }) => (outcome === 'pass' ? [claimId] : [])));
  const ways = claims.flatMap((claim) => {
    if (claim.negated || claim.muted || !passed.has(claim.id)) return [];
    if (claim.subject === null || !isCalled(claim.subject, subject)) return [];
    return HEADS_FOR.exec(claim.text)?.[1]?.toLowerCase() ?? [];
  });
  const [way] = ways;
  return new Set(ways).size === 1 ? (way as 'left' | 'right') : null;
}

/** The words of a frame that is meant to be tilted, or to have its subject in the middle. */
const MEANT = {
  tilted: /\b(?:dutch|canted|tilted|slanted|oblique)\b/i,
  central:
    /\b(?:cent(?:er|re)d|cent(?:er|re)|central|middle|symmetr\w+|straight[- ]on|head[- ]on|portrait)\b/i,
} as const;

export const isMeant = (what: keyof typeof MEANT, description: string): boolean =>
  MEANT[what].test(description);

/** Somebody who does not stand is not as high as the figures are that sizes are told by. */
export const isLow = (description: string): boolean =>
  /\b(?:sit|sits|sitting|seated|sat|kneel\w*|crouch\w*|squat\w*|lies|lying|crawl\w*|asleep|sleep\w*)\b/i.test(
    description,
  );
