/** Changes of a prompt in place: everything that is not named stays as the artist wrote it, to the character. */

import { withoutDialects } from './prompt-dialects.js';
import { NUMBER } from './prompt-syntax.js';
import { literally, type Span, wholeWords } from './whole-words.js';

/**
 * Every range where these words stand as whole words; case and the width of spaces don't matter. In the name of a network,
 * an address or a parameter they are no words.
 */
export function occurrences(prompt: string, words: string): Span[] {
  const said = words.trim();
  if (!said) return [];
  const found = [...wholeWords(prompt, new RegExp(said.split(/\s+/).map(literally).join('\\s+'), 'giu'))];
  if (found.length === 0) return [];
  const read = withoutDialects(prompt);
  return found.filter(([start, end]) => read.slice(start, end) === prompt.slice(start, end));
}

export const says = (prompt: string, words: string): boolean => occurrences(prompt, words).length > 0;

const CLOSED = new RegExp(String.raw`^\s*(?::\s*(${NUMBER})\s*)?\)`);

/** The span with the round bracket that holds these words and nothing else, if there is one. */
export function withBracket(prompt: string, [start, end]: Span): { span: Span; weight: number } {
  const opened = /\(\s*$/.exec(prompt.slice(0, start));
  const closed = CLOSED.exec(prompt.slice(end));
  if (!opened || !closed || prompt[opened.index - 1] === '\\') return { span: [start, end], weight: 1 };
  return { span: [opened.index, end + closed[0].length], weight: closed[1] ? Number(closed[1]) : 1.1 };
}

export const removeWords = (prompt: string, words: string): string => {
  let next = prompt;
  for (const span of occurrences(prompt, words).reverse()) {
    const [start, end] = withBracket(prompt, span).span;
    next = next.slice(0, start) + next.slice(end);
  }
  return cleanPrompt(next);
};

/** What Midjourney takes for its own after the words, to the end of the prompt. */
const PARAMETERS =
  /\s--(?:ar|aspect|no|v|version|niji|s|stylize|c|chaos|q|quality|seed|iw|sref|cref|oref|sw|cw|ow|sv|style|raw|w|weird|p|profile|tile|stop|exp|hd|draft|fast|relax|turbo|r|repeat)(?=\s|$)/i;

/** Behind a comma; a sentence behind the end of the one before it. Before the parameters, where there are some. */
export function append(prompt: string, phrase: string): string {
  const parameters = prompt.search(PARAMETERS);
  if (parameters >= 0)
    return append(prompt.slice(0, parameters), phrase) + prompt.slice(parameters).trimEnd();
  if (prompt.trim() === '') return phrase;
  if (/[.!?]["”']?\s*$/.test(prompt)) return cleanPrompt(`${prompt.trimEnd()} ${phrase}`);
  return cleanPrompt(`${prompt.trimEnd()}${/^\p{Lu}[\s\S]*[.!?]$/u.test(phrase) ? '.' : ','} ${phrase}`);
}

/** Single spaces, no empty brackets, no doubled, leading or trailing commas, in brackets too; line breaks stay. Idempotent. */
export function cleanPrompt(prompt: string): string {
  let text = prompt;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/(?<!\\)([([])\s*,\s*/g, '$1')
      .replace(/,\s*((?::\s*[\d.]+\s*)?[)\]])/g, '$1')
      .replace(/(?<!\\)\(\s*(?::\s*(?:[\d.]+\s*)?)?\)|(?<!\\)\[\s*\]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/(?<! ) *\n */g, '\n')
      .replace(/([.;!?])\s+[.;!?]/g, '$1')
      .replace(/(?<! ) +([,.;!?])/g, '$1')
      .replace(/,(?:\s*,)+/g, ',')
      .replace(/,\s*([.;!?])/g, '$1')
      .replace(/([.;!?])\s*,/g, '$1')
      .replace(/^[\s,;]+|(?<![\s,;])[\s,;]+$/g, '');
  }
  return text;
}
