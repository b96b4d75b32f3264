/** Where a prompt says what a claim says, in its own words. */
import { type CastMember, type ExtractedClaim, extractClaims } from '@core/claims/index.js';
import { type Span, withBracket } from '@shared/prompt-edit.js';

export interface Located {
  /** As the prompt writes it, fit to be found there again. */
  readonly words: string;
  readonly weight: number;
  readonly claim: ExtractedClaim;
}

/** Everything a prompt says, each with its words. Statements whose words are cut by syntax are left out. */
export class PromptReading {
  private readonly said: readonly Located[];

  constructor(
    readonly prompt: string,
    cast: readonly CastMember[],
    /** Texts of claims that hold: their words are never replaced. */
    private readonly passed: ReadonlySet<string>,
  ) {
    this.said = extractClaims(prompt, cast).flatMap((claim) => {
      if (claim.span === null || claim.canonOf !== null) return [];
      const span = this.trimmed(claim.span);
      const words = prompt.slice(...span);
      if (words === '' || /[()[\]<>\\]/.test(words)) return [];
      return [{ words, weight: withBracket(prompt, span).weight, claim }];
    });
  }

  private trimmed([start, end]: readonly [number, number]): Span {
    const words = this.prompt.slice(start, end);
    const tail = /(?:\s+(?:of|on|from|showing))?\s*$/i.exec(words)?.[0].length ?? 0;
    const lead = /^\s*/.exec(words)?.[0].length ?? 0;
    return [start + lead, end - tail];
  }

  /** The words that say just this. */
  saying(text: string, negated = false): Located | null {
    return this.said.find((one) => one.claim.text === text && one.claim.negated === negated) ?? null;
  }

  /** Words of the same kind that say something else: another time, another place, another coat. */
  against(text: string, kind: string): Located | null {
    const others = this.said.filter(
      (one) =>
        one.claim.kind === kind &&
        !one.claim.negated &&
        one.claim.text !== text &&
        !this.passed.has(one.claim.text),
    );
    if (kind !== 'attribute') return others.length === 1 ? (others[0] ?? null) : null;
    const head = text.split(' ').at(-1);
    const who = text.split(/ (?:in|with) /)[0];
    return (
      others.find(
        (one) =>
          one.claim.text.split(' ').at(-1) === head &&
          one.claim.text
            .split(/ (?:in|with) /)[0]
            ?.split(' ')
            .at(-1) === who?.split(' ').at(-1),
      ) ?? null
    );
  }
}
