/** Changes of a prompt in place: everything that is not named stays as the artist wrote it, to the character. */
import { type Dialect, weighted } from './prompt-syntax.js';

/** Characters [start, end) of a prompt. */
export type Span = readonly [start: number, end: number];

const pattern = (words: string): RegExp => {
  const body = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'giu');
};

/** Every place where these words stand as whole words; case and the width of spaces don't matter. */
export function occurrences(prompt: string, words: string): Span[] {
  if (!words.trim()) return [];
  return [...prompt.matchAll(pattern(words))].map((m) => [m.index, m.index + m[0].length] as const);
}

export const says = (prompt: string, words: string): boolean => occurrences(prompt, words).length > 0;

/** The span with the round bracket that holds these words and nothing else, if there is one. */
export function withBracket(prompt: string, [start, end]: Span): { span: Span; weight: number } {
  const opened = /\(\s*$/.exec(prompt.slice(0, start));
  const closed = /^\s*(?::\s*(\d+\.?\d*|\.\d+)\s*)?\)/.exec(prompt.slice(end));
  if (!opened || !closed || prompt[opened.index - 1] === '\\') return { span: [start, end], weight: 1 };
  return { span: [opened.index, end + closed[0].length], weight: closed[1] ? Number(closed[1]) : 1.1 };
}

const splice = (prompt: string, [start, end]: Span, insert: string): string =>
  prompt.slice(0, start) + insert + prompt.slice(end);

/** Gives the first occurrence of the words this weight, replacing the bracket around it if it has one. */
export function raiseWeight(
  prompt: string,
  words: string,
  weight: number,
  dialect: Dialect = 'a1111',
): string {
  const [found] = occurrences(prompt, words);
  if (!found || dialect === 'plain') return prompt;
  const written = prompt.slice(...found);
  return splice(prompt, withBracket(prompt, found).span, weighted(written, weight, dialect));
}

export function replaceWord(prompt: string, from: string, to: string): string {
  let next = prompt;
  for (const span of occurrences(prompt, from).reverse()) next = splice(next, span, to);
  return next;
}

export const removeWords = (prompt: string, words: string): string => {
  let next = prompt;
  for (const span of occurrences(prompt, words).reverse())
    next = splice(next, withBracket(prompt, span).span, '');
  return cleanPrompt(next);
};

export const prepend = (prompt: string, phrase: string): string => cleanPrompt(`${phrase}, ${prompt}`);
export const append = (prompt: string, phrase: string): string =>
  cleanPrompt(/[.!?]\s*$/.test(prompt) ? `${prompt.trimEnd()} ${phrase}` : `${prompt}, ${phrase}`);

/** The words, taken out of where they stand and put first. */
export function moveToFront(prompt: string, words: string): string {
  const [found] = occurrences(prompt, words);
  if (!found) return prompt;
  const { span } = withBracket(prompt, found);
  return prepend(removeWords(prompt, words), prompt.slice(...span));
}

/** Single spaces, no empty brackets, no doubled, leading or trailing commas; line breaks stay. Idempotent. */
export function cleanPrompt(prompt: string): string {
  let text = prompt;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/(?<!\\)\(\s*(?::\s*[\d.]*\s*)?\)|(?<!\\)\[\s*\]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/([.;!?])\s+[.;!?]/g, '$1')
      .replace(/ +([,.;!?])/g, '$1')
      .replace(/,(?:\s*,)+/g, ',')
      .replace(/,\s*([.;!?])/g, '$1')
      .replace(/([.;!?])\s*,/g, '$1')
      .replace(/^[\s,;]+|[\s,;]+$/g, '');
  }
  return text;
}
