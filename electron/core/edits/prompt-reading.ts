/** Where a prompt says what a claim says, in its own words. */
import { type CastMember, headOf, isColour, type ReadClaim, readClaims } from '@core/claims/index.js';
import { withBracket } from '@shared/prompt-edit.js';
import type { Claim, ClaimKind, ClaimParts } from '@shared/records/index.js';
import type { Span } from '@shared/whole-words.js';

export interface Located {
  /** As the prompt writes it, fit to be found there again. */
  readonly words: string;
  readonly span: Span;
  readonly weight: number;
  readonly claim: ReadClaim;
}

/** Words that say another look of the same thing. */
export interface OtherLook extends Pick<Located, 'words' | 'span'> {
  /** What they say, and what should be said. */
  readonly wrong: string;
  readonly right: string;
}

/** What turns a thing round, in front of it: "no dog", "without a hat". */
const NEGATOR = /(?<!\p{L})(?:no|not|without|never)\s+$/iu;

/** Everything a prompt says, each with its words. Statements whose words are cut by syntax are left out. */
export class PromptReading {
  private readonly said: readonly Located[];
  /** Of all claims that ask for something, also of those whose words are cut by syntax. */
  readonly texts: readonly string[];

  constructor(
    readonly prompt: string,
    cast: readonly CastMember[],
    /** Texts of claims that ask for something and hold: their words are never replaced. */
    private readonly passed: ReadonlySet<string>,
  ) {
    const claims = readClaims(prompt, cast).filter(({ span, canonOf }) => span !== null && canonOf === null);
    this.texts = claims.flatMap(({ text, negated }) => (negated ? [] : [text]));
    this.said = claims.flatMap((claim) => {
      if (claim.span === null) return [];
      const span = this.whole(claim.span, claim.negated);
      const words = prompt.slice(...span);
      if (/[()[\]<>\\]/.test(words)) return [];
      return [{ words, span, weight: withBracket(prompt, span).weight, claim }];
    });
  }

  /** With the "no" in front, without the "of" that only leads on. */
  private whole([start, end]: readonly [number, number], negated: boolean): Span {
    const before = this.prompt.slice(0, start);
    const words = this.prompt.slice(start, end).replace(/(?<!\s)\s+(?:of|on|from|showing)$/i, '');
    return [(negated ? before.replace(NEGATOR, '') : before).length, start + words.length];
  }

  /** The words that say just this. */
  saying({ text, negated }: Pick<Claim, 'text' | 'negated'>): Located | null {
    return this.said.find((one) => one.claim.text === text && one.claim.negated === negated) ?? null;
  }

  /** Whether the words, with a bracket around them, are a piece of their own, so that the rest still reads without them. */
  standsAlone({ span }: Pick<Located, 'span'>): boolean {
    const [start, end] = withBracket(this.prompt, span).span;
    return (
      /(?:^|[,.;!?\n]|(?<!:):)\s*$/.test(withoutRun(this.prompt.slice(0, start))) &&
      isPieceEnd(this.prompt.slice(end))
    );
  }

  /** The words that name somebody or something, whatever it looks like. */
  naming(subject: string | null): Located | null {
    return this.said.find(({ claim }) => !claim.negated && claim.subject === subject) ?? null;
  }

  /** Words of the same kind, where only one thing can hold, that say another: another hour, another place. */
  against({ kind }: Pick<Claim, 'kind'>): Located | null {
    const others = this.replaceable(kind);
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  /** Words that say another look of the same thing: a coat of another colour. */
  otherLook(wanted: ClaimParts): OtherLook | null {
    for (const { words, span, claim } of this.replaceable('attribute'))
      if (claim.attribute !== null && wanted.attribute !== null && excludes(claim, wanted))
        return { words, span, wrong: claim.attribute, right: wanted.attribute };
    return null;
  }

  private replaceable(kind: ClaimKind): Located[] {
    return this.said.filter(
      ({ claim }) => claim.kind === kind && !claim.negated && !this.passed.has(claim.text),
    );
  }
}

/** Whether two looks are of one thing and cannot both hold: "blue" and "red" do, "long" and "red" do not. */
const excludes = (a: ClaimParts, b: ClaimParts): boolean =>
  headsOf(a) === headsOf(b) && hasColour(a) === hasColour(b);

const headsOf = ({ subject, object }: ClaimParts): string =>
  [subject, object].map((noun) => headOf(noun ?? '')).join(' ');

const hasColour = ({ attribute }: ClaimParts): boolean => (attribute ?? '').split(/[ -]/).some(isColour);

/** Whether a piece of the prompt ends in front of this; a weight ("::2") goes with it. */
export const isPieceEnd = (after: string): boolean => /^\s*(?:$|[,.;!?\n]|:(?!:))/.test(after);

/** With at most one line break, or one space, at its end: the time to look for one there grows with the run. */
function withoutRun(text: string): string {
  const kept = text.trimEnd();
  const run = text.slice(kept.length);
  return kept + (run.includes('\n') ? '\n' : run.slice(0, 1));
}
