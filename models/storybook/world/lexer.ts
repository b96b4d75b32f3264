import { type Entry, LONGEST_ENTRY, meaningOf } from './vocabulary.js';

/** A piece of a text: a known group of words, an unknown word, or a boundary. */
export interface Term {
  readonly entry:
    | Entry
    | { readonly type: 'unknown' }
    | { readonly type: 'comma' }
    | { readonly type: 'stop' };
  /** As written. */
  readonly text: string;
  /** Offsets in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<negated>\p{L}*n['’]t\b)|(?<word>[\p{L}\p{N}]+)|(?<possessive>['’]s\b)|(?<comma>[,:()[\]|/–—])|(?<stop>[.;!?\n]+)/gu;

interface Token {
  readonly kind: 'word' | 'possessive' | 'comma' | 'stop' | 'negated';
  readonly start: number;
  readonly end: number;
}

/** Splits a text into terms, the longest known group of words first; case and hyphens don't matter. */
export function lex(text: string): Term[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  // `lower` may differ in length for a few letters of other scripts: then spans are those of the lower-case text.
  for (const match of lower.matchAll(TOKEN)) {
    const kind = (Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ??
      'word') as Token['kind'];
    tokens.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  const terms: Term[] = [];
  const push = (entry: Term['entry'], start: number, end: number): void => {
    terms.push({ entry, text: text.slice(start, end), start, end });
  };
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') {
      if (token.kind === 'possessive') push({ type: 'possessive' }, token.start, token.end);
      else if (token.kind === 'negated') push({ type: 'no' }, token.start, token.end);
      else push({ type: token.kind }, token.start, token.end);
      i += 1;
      continue;
    }
    let words = '';
    let found: { entry: Entry; last: number } | undefined;
    for (let j = i; j < Math.min(tokens.length, i + LONGEST_ENTRY); j += 1) {
      const next = tokens[j] as Token;
      if (next.kind !== 'word') break;
      words += (j > i ? ' ' : '') + lower.slice(next.start, next.end);
      const entry = meaningOf(words);
      if (entry) found = { entry, last: j };
    }
    if (found) {
      push(found.entry, token.start, (tokens[found.last] as Token).end);
      i = found.last + 1;
    } else {
      push({ type: 'unknown' }, token.start, token.end);
      i += 1;
    }
  }
  return terms;
}
