/** Where a prompt says what a claim says, in its own words. */
import { type CastMember, type ExtractedClaim, extractClaims, headOf, isColour } from '@core/claims/index.js';
import { type Span, withBracket } from '@shared/prompt-edit.js';
import type { Claim, ClaimParts } from '@shared/records/index.js';

export interface Located {
  /** As the prompt writes it, fit to be found there again. */
  readonly words: string;
  readonly span: Span;
  readonly weight: number;
  readonly claim: ExtractedClaim;
}

/** What turns a thing round, in front of it: "no dog", "without a hat". */
const NEGATOR = /(?<!\p{L})(?:no|not|without|never)\s+(?:(?:an?|any|the)\s+)?$/iu;

/** Everything a prompt says, each with its words. Statements whose words are cut by syntax are left out. */
export class PromptReading {
  private readonly said: readonly Located[];

  constructor(
    readonly prompt: string,
    cast: readonly CastMember[],
    /** Texts of claims that ask for something and hold: their words are never replaced. */
    private readonly passed: ReadonlySet<string>,
  ) {
    this.said = extractClaims(prompt, cast).flatMap((claim) => {
      if (claim.span === null || claim.canonOf !== null) return [];
      const span = this.trimmed(claim.span, claim.negated);
      const words = prompt.slice(...span);
      if (words === '' || /[()[\]<>\\]/.test(words)) return [];
      return [{ words, span, weight: withBracket(prompt, span).weight, claim }];
    });
  }

  private trimmed([start, end]: readonly [number, number], negated: boolean): Span {
    const words = this.prompt.slice(start, end);
    const tail = /(?:\s+(?:of|on|from|showing))?\s*$/i.exec(words)?.[0].length ?? 0;
    const lead = /^\s*/.exec(words)?.[0].length ?? 0;
    const negator = negated ? (NEGATOR.exec(this.prompt.slice(0, start))?.[0].length ?? 0) : 0;
    return [start + lead - negator, end - tail];
  }

  /** The words that say just this. */
  saying({ text, negated }: Pick<Claim, 'text' | 'negated'>): Located | null {
    return this.said.find((one) => one.claim.text === text && one.claim.negated === negated) ?? null;
  }

  /** The words that name somebody or something, whatever it looks like. */
  naming(subject: string): Located | null {
    return (
      this.said.find(({ claim }) => claim.kind === 'entity' && !claim.negated && claim.subject === subject) ??
      null
    );
  }

  /** Words of the same kind that say something else: another time, another place, a coat of another colour. */
  against(wanted: Claim): Located | null {
    const others = this.said.filter(
      ({ claim }) =>
        claim.kind === wanted.kind &&
        !claim.negated &&
        claim.text !== wanted.text &&
        !this.passed.has(claim.text),
    );
    if (wanted.kind === 'attribute') return others.find(({ claim }) => contradicts(claim, wanted)) ?? null;
    return others.length === 1 ? (others[0] ?? null) : null;
  }
}

const sameNoun = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : headOf(a) === headOf(b);

const hasColour = (attribute: string): boolean => attribute.split(/[ -]/).some(isColour);

/** Two looks of one thing that exclude each other: "blue" and "red", not "long" and "red". */
function contradicts(said: ClaimParts, wanted: ClaimParts): boolean {
  if (said.attribute === null || wanted.attribute === null) return false;
  return (
    said.subject !== null &&
    sameNoun(said.subject, wanted.subject) &&
    sameNoun(said.object, wanted.object) &&
    hasColour(said.attribute) === hasColour(wanted.attribute)
  );
}
