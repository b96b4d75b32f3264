/**
 * How pictures are named, written as in the path templates of production trackers: `sc{scene}_sh{shot}[_v{take}].png`.
 * What stands in brackets may be missing, and `*` stands for anything within a name.
 */
import { keyDistance } from '../nearest-key.js';
import { roleOf } from './words.js';

/** `shot` and `scene`: any text; `take`: letters and digits; `seed`: digits. */
export const PLACEHOLDERS = ['scene', 'shot', 'take', 'seed'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'placeholder'; readonly name: Placeholder }
  | { readonly kind: 'optional'; readonly parts: readonly PatternPart[] };

export interface PatternProblem {
  /** For the artist, without the place: "there is no {shott}; did you mean {shot}?" */
  readonly message: string;
  /** Characters before it. */
  readonly at: number;
}

export type ParsedPattern = { readonly parts: readonly PatternPart[] } | { readonly problem: PatternProblem };

const LONGEST = 200;

/** A doubled brace or bracket stands for itself. */
export function parsePattern(text: string): ParsedPattern {
  const parts: PatternPart[] = [];
  let inside: PatternPart[] | null = null;
  let opened = 0;
  const seen = new Set<Placeholder>();
  let before = '';
  let at = 0;
  const fails = (message: string, place = at): ParsedPattern => ({ problem: { message, at: place } });
  const add = (part: PatternPart): void => void (inside ?? parts).push(part);
  if (text.length > LONGEST) return fails(`it is longer than ${LONGEST} characters`, LONGEST);
  while (at < text.length) {
    const sign = text[at] as string;
    const isDoubled = '{}[]'.includes(sign) && text[at + 1] === sign;
    if (sign === '{' && !isDoubled) {
      const end = text.indexOf('}', at);
      if (end < 0) return fails('this “{” is never closed');
      const word = text.slice(at + 1, end).trim();
      const name = PLACEHOLDERS.find((one) => one === word.toLowerCase());
      if (!name) return fails(`there is no {${word}}; did you mean {${nearest(word)}}?`);
      if (seen.has(name)) return fails(`{${name}} is here a second time`);
      if (before !== '') return fails(`nothing separates ${before} and {${name}}`);
      seen.add(name);
      before = `{${name}}`;
      add({ kind: 'placeholder', name });
      at = end + 1;
    } else if (sign === '*') {
      if (before.startsWith('{')) return fails(`nothing separates ${before} and *`);
      if (before !== '*') add({ kind: 'any' });
      before = '*';
      at++;
    } else if (sign === '[' && !isDoubled) {
      if (inside) return fails('brackets cannot stand inside brackets');
      inside = [];
      opened = at;
      at++;
    } else if (sign === ']' && !isDoubled && inside) {
      parts.push({ kind: 'optional', parts: inside });
      inside = null;
      at++;
    } else if ((sign === '}' || sign === ']') && !isDoubled) {
      return fails(`this “${sign}” closes nothing`);
    } else {
      add({ kind: 'text', text: sign === '\\' ? '/' : sign });
      before = '';
      at += isDoubled ? 2 : 1;
    }
  }
  if (inside) return fails('this “[” is never closed', opened);
  if (!seen.has('shot')) return fails('it needs {shot}, the number of the shot', text.length);
  return { parts: joined(parts) };
}

/** "character 3: there is no {shott}; did you mean {shot}?" */
export const problemTold = ({ message, at }: PatternProblem): string => `character ${at + 1}: ${message}`;

/** What trackers and studios call the same: a version is a take, a sequence a scene. */
function nearest(word: string): Placeholder {
  const role = roleOf(word.toLowerCase(), false);
  if (role === 'episode') return 'scene';
  const alike = PLACEHOLDERS.find((one) => one === role);
  const byLetters = [...PLACEHOLDERS].sort((a, b) => keyDistance(word, a) - keyDistance(word, b));
  return alike ?? byLetters[0] ?? 'shot';
}

/** Characters that follow each other as one text. */
function joined(parts: readonly PatternPart[]): PatternPart[] {
  const all: PatternPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'optional') all.push({ kind: 'optional', parts: joined(part.parts) });
    else if (part.kind === 'text' && last?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
