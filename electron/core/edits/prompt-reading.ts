/** Where a prompt says what a claim says, in its own words. */
import { type CastMember, headOf, isColour, type ReadClaim, readClaims } from '@core/claims/index.js';
import type { Edit } from '@shared/analysis.js';
import { applyEdits } from '@shared/edits.js';
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

/** Words of a piece that moves as a whole, at most. */
const PIECE = 5;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** Of as many words, whether one or two are others. */
function differBy(some: readonly Word[], others: readonly Word[]): boolean {
  const differing = some.filter(({ word }, at) => word !== others[at]?.word).length;
  return differing > 0 && differing <= Math.min(2, some.length / 4);
}

/** What turns a thing round, in front of it: "no dog", "without a hat". */
const NEGATOR = /(?<!\p{L})(?:no|not|without|never)\s+$/iu;

/** Everything a prompt says, each with its words. Statements whose words are cut by syntax are left out. */
export class PromptReading {
  private readonly said: readonly Located[];
  /** Of all claims that ask for something, also of those whose words are cut by syntax. */
  readonly texts: readonly string[];
  /** Of clauses that are asked whole, without weights. */
  private readonly clauses: ReadonlySet<string>;

  constructor(
    readonly prompt: string,
    private readonly cast: readonly CastMember[],
    /** Texts of claims that ask for something and hold: their words are never replaced. */
    private readonly passed: ReadonlySet<string>,
  ) {
    const claims = readClaims(prompt, cast).filter(({ span, canonOf }) => span !== null && canonOf === null);
    this.texts = claims.flatMap(({ text, negated }) => (negated ? [] : [text]));
    this.clauses = new Set(
      claims.flatMap(({ kind, text }) => (kind === 'phrase' ? [withoutWeights(text)] : [])),
    );
    this.said = claims.flatMap((claim) => {
      if (claim.span === null) return [];
      const span = this.whole(claim.span, claim.negated);
      const words = prompt.slice(...span);
      if (/[()[\]<>\\]/.test(words)) return [];
      return [{ words, span, weight: withBracket(prompt, span).weight, claim }];
    });
  }

  /** What it asks for that holds, and would not ask for any more with this edit; null = nothing. */
  lostBy(edit: Edit): string | null {
    if (edit.target !== 'prompt') return null;
    const held = new Set([...this.passed].map(withoutWeights));
    const asked = this.texts.filter((text) => held.has(withoutWeights(text)));
    if (asked.length === 0) return null;
    const changed = new PromptReading(applyEdits(this.prompt, '', [edit]).prompt, this.cast, this.passed);
    const after = changed.texts.map(withoutWeights);
    // A clause that is asked whole may be read as a part of a longer one.
    const isAsked = (text: string): boolean =>
      after.includes(text) || (this.clauses.has(text) && after.some((one) => one.includes(text)));
    return asked.find((text) => !isAsked(withoutWeights(text))) ?? null;
  }

  /** With the "no" in front and the rest of a word with a hyphen ("earth-toned"), without the "of" that only leads on. */
  private whole([from, to]: readonly [number, number], negated: boolean): Span {
    const start = from - (/[\p{L}\p{N}-]*-$/u.exec(this.prompt.slice(0, from))?.[0].length ?? 0);
    const end = to + (/^-[\p{L}\p{N}-]+/u.exec(this.prompt.slice(to))?.[0].length ?? 0);
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

  /** All words between the commas around these, where they are few; null also where syntax stands among them. */
  pieceAround({ span: [start, end] }: Pick<Located, 'span'>): string | null {
    const before = /[^,.;!?\n]*$/.exec(this.prompt.slice(0, start))?.[0] ?? '';
    const after = /^[^,.;!?\n]*/.exec(this.prompt.slice(end))?.[0] ?? '';
    const piece = this.prompt.slice(start - before.length, end + after.length).trim();
    return /[()[\]<>\\:|{}]/.test(piece) || piece.split(/\s+/).length > PIECE ? null : piece;
  }

  /** Of a clause that is asked whole: words of the prompt that say the same but for one or two of them. */
  nearlySaying({ kind, text }: Pick<Claim, 'kind' | 'text'>): string | null {
    if (kind !== 'phrase') return null;
    const wanted = wordsOf(text);
    const said = wordsOf(this.prompt);
    for (let first = 0; first + wanted.length <= said.length; first++) {
      const own = said.slice(first, first + wanted.length);
      if (differBy(own, wanted)) return this.prompt.slice(own[0]?.start, own.at(-1)?.end);
    }
    return null;
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

/** A clause that is asked whole stands with the brackets around some of its words. */
export const withoutWeights = (text: string): string =>
  text
    .replace(/:\s*\d+(?:\.\d+)?\s*(?=\))/g, '')
    .replace(/[()]/g, '')
    .replace(/\s+(?=[,.;!?]|\s|$)/g, '');

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
