/** What a source says of a shot in a field of its own, beside the description: camera, light, mood, things, place. */

import { withoutSyntax } from '@shared/prompt-syntax.js';
import { type ClaimKind, NO_PARTS } from '@shared/records/index.js';
import { wordTable } from '@shared/word-table.js';
import { readClaims } from './description-reader.js';
import { withArticle } from './english.js';
import type { ReadClaim } from './read-claim.js';

export interface Stated {
  /** What the field is for. */
  readonly kind: 'framing' | 'mood' | 'light' | 'palette' | 'style' | 'thing' | 'place';
  /** As the source writes it. */
  readonly words: string;
}

/** Short forms of shot lists. */
const SHORT = wordTable<string>({
  ecu: 'extreme close-up',
  xcu: 'extreme close-up',
  bcu: 'extreme close-up',
  cu: 'close-up',
  mcu: 'medium close-up',
  ms: 'medium shot',
  mls: 'medium wide shot',
  mws: 'medium wide shot',
  fs: 'full shot',
  ls: 'wide shot',
  ws: 'wide shot',
  ews: 'extreme wide shot',
  els: 'extreme wide shot',
  est: 'establishing shot',
  ots: 'over-the-shoulder shot',
  wide: 'wide shot',
  medium: 'medium shot',
  mid: 'medium shot',
  full: 'full shot',
  close: 'close-up',
  establishing: 'establishing shot',
  overhead: 'overhead shot',
  aerial: 'aerial shot',
  low: 'low angle',
  high: 'high angle',
  dutch: 'dutch angle',
});

/** How a camera moves: nothing that one picture can show. */
const MOVES =
  /^(?:static|still|locked(?: off)?|fixed|hand ?held|steadicam|gimbal|none|(?:slow(?:ly)? |fast |gentle )?(?:pan|tilt|zoom|dolly|track|push|pull|crane|truck|pedestal|orbit|arc|whip)(?:s|ning|ing|ming)?(?: .*)?)$/i;

interface Rule {
  /** Claims that the words themselves make, which are taken as they are. */
  readonly takes: readonly ClaimKind[];
  /** What the words are as a whole where they make none of these. */
  readonly whole: (words: string) => Pick<ReadClaim, 'kind' | 'text'> | null;
}

/** The words with `noun` behind them, where they do not speak of it already: "a calm mood". */
const called = (words: string, noun: string, already: RegExp): string =>
  already.test(words) ? words : withArticle(`${words} ${noun}`);

const RULES: Readonly<Record<Stated['kind'], Rule>> = {
  framing: {
    takes: ['framing'],
    whole: (words) => (MOVES.test(words) ? null : { kind: 'framing', text: words }),
  },
  mood: {
    takes: [],
    whole: (words) => ({ kind: 'style', text: called(words, 'mood', /mood|atmosphere|feel|tone/i) }),
  },
  light: {
    takes: ['time', 'weather', 'attribute'],
    whole: (words) => ({
      kind: 'style',
      text: /light|lit\b|glow|shadow|shine|shining|dark|bright/i.test(words) ? words : `${words} light`,
    }),
  },
  palette: {
    takes: [],
    whole: (words) => ({
      kind: 'style',
      text: /palette|colou?rs?\b|tones?\b|hues?\b/i.test(words) ? words : `a colour palette of ${words}`,
    }),
  },
  style: { takes: ['style'], whole: (words) => ({ kind: 'style', text: words }) },
  thing: {
    takes: ['entity', 'attribute', 'count', 'relation', 'action', 'place', 'text', 'phrase'],
    whole: (words) => ({ kind: 'entity', text: withArticle(words) }),
  },
  place: { takes: ['time', 'weather'], whole: (words) => ({ kind: 'place', text: words }) },
};

/** Pieces that each say something of their own: "Medium close-up, eye level". */
const PIECES: Readonly<Partial<Record<Stated['kind'], RegExp>>> = { framing: /[,;/|+\n]+/, thing: /[,;\n]+/ };

/** The claims that a field makes, in order. Parents are indexes in this list, as `readClaims` gives them. */
export function claimsStated({ kind, words }: Stated): ReadClaim[] {
  const pieces = withoutSyntax(words).split(PIECES[kind] ?? /\n+/);
  const claims: ReadClaim[] = [];
  for (const piece of pieces) {
    const plain = piece.trim().replace(/[.!]+$/, '');
    if (!/[\p{L}\p{N}]/u.test(plain)) continue;
    for (const claim of ofPiece(
      kind,
      SHORT[kind === 'framing' ? plain.toLowerCase() : ''] ?? plain,
      claims.length,
    ))
      claims.push(claim);
  }
  return claims;
}

/** `first`: how many claims stand before these. */
function ofPiece(kind: Stated['kind'], words: string, first: number): ReadClaim[] {
  const { takes, whole } = RULES[kind];
  const all = readClaims(words);
  // What is only implied has no span: that nobody else is there.
  const kept = all.filter((claim) => takes.includes(claim.kind) && claim.span !== null);
  const at = new Map(kept.map((claim, index) => [all.indexOf(claim), first + index]));
  const claims: ReadClaim[] = kept.map((claim) => ({
    ...claim,
    span: null,
    parents: claim.parents.flatMap((parent) => at.get(parent) ?? []),
  }));
  // A place is asked for as a whole, whatever else its words say.
  if (claims.length > 0 && kind !== 'place') return claims;
  const made = whole(lowerFirst(words));
  if (!made) return claims;
  const plain = { ...NO_PARTS, parents: [], span: null, weight: 1, negated: false, canonOf: null };
  return [...claims, { ...plain, ...made }];
}

/** Names and abbreviations keep their capitals. */
const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Ll}*(?: \p{Ll}|$)/u.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
