/**
 * Prompts as generators read them. AUTOMATIC1111: `(x)`, `[x]` and `(x:1.3)` weigh, `[a:b:0.5]` and `[a|b]` schedule,
 * `BREAK`, `AND` and what begins a part of the picture (`ADDCOL`) divide. ComfyUI knows the round brackets of these.
 * Backslash escapes brackets; a bracket without its partner is itself. Networks and embeddings (`<lora:name:0.8>`,
 * `embedding:name`) are no words.
 */
export type Dialect = 'a1111' | 'comfyui' | 'plain';

interface Phrase {
  readonly kind: 'words' | 'network' | 'schedule' | 'keyword';
  /** Characters [start, end) of the prompt, without the brackets around it. */
  readonly span: readonly [number, number];
}

/** A number as weights are written, without its sign: the source of a pattern. */
export const NUMBER = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const WEIGHT = new RegExp(String.raw`^\s*[+-]?${NUMBER}\s*$`);
/** Characters from the colon to the bracket's end; a longer text there is no weight. */
const LONGEST_WEIGHT = 32;
/** At one place of a prompt. */
export const NETWORK = /<(?:lora|lyco|hypernet|embedding|ti):[^<>]*>|\bembedding:[\w./\\-]+/iy;
const KEYWORD = /\b(?:BREAK|AND|ADD(?:BASE|COMM|COL|ROW))\b/y;
const SCHEDULE = new RegExp(String.raw`^[^[\]()]*:\s*${NUMBER}\s*$|^[^[\]():|]*\|[^[\]():]*$`);

const isEscape = (text: string, at: number): boolean =>
  text[at] === '\\' && /[()[\]\\]/.test(text[at + 1] ?? '');

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** By the index of a bracket, that of the one that closes it; brackets of the other kind don't count. */
function partnersIn(text: string): ReadonlyMap<number, number> {
  const open: Record<string, number[]> = { '(': [], '[': [] };
  const partners = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (isEscape(text, at)) at++;
    else if (character in open) open[character]?.push(at);
    else if (character in OPENERS) {
      const opener = open[OPENERS[character] as string]?.pop();
      if (opener !== undefined) partners.set(opener, at);
    }
  }
  return partners;
}

/** Where the words of a round bracket end: before the weight, where it states one. */
function endOfWords(text: string, start: number, end: number): number {
  const from = Math.max(start, end - LONGEST_WEIGHT);
  const colon = from + text.slice(from, end).lastIndexOf(':');
  return colon > start && text[colon] === ':' && WEIGHT.test(text.slice(colon + 1, end)) ? colon : end;
}

/** The match of a sticky pattern at this index, if it ends in time. */
function matchAt(pattern: RegExp, text: string, at: number, end: number): string | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found && at + found.length <= end ? found : null;
}

/** The phrases of a prompt in order. Never throws, however deep its brackets are: what is not syntax is words. */
function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  const partners = partnersIn(text);
  let first = -1;
  let last = -1;
  const take = (from: number, to: number): void => {
    if (first < 0) first = from;
    last = to;
  };
  const flush = (): void => {
    if (first >= 0) phrases.push({ kind: 'words', span: [first, last] });
    first = -1;
  };
  const push = (kind: Phrase['kind'], from: number, to: number): void => {
    flush();
    phrases.push({ kind, span: [from, to] });
  };
  /** The brackets around: where each one's words end, and where it goes on after it. */
  const around: { readonly end: number; readonly next: number }[] = [];
  let end = text.length;
  for (let at = 0; ; at++) {
    while (at >= end) {
      flush();
      const outer = around.pop();
      if (!outer) return phrases;
      at = outer.next;
      end = outer.end;
    }
    const character = text[at];
    const network = matchAt(NETWORK, text, at, end);
    const keyword = matchAt(KEYWORD, text, at, end);
    const whole = network ?? keyword;
    if (whole) {
      push(network ? 'network' : 'keyword', at, at + whole.length);
      at += whole.length - 1;
      continue;
    }
    const close = partners.get(at) ?? end;
    if (close >= end) take(at, at + 1);
    else if (character === '[' && SCHEDULE.test(text.slice(at + 1, close))) {
      push('schedule', at, close + 1);
      at = close;
    } else {
      flush();
      around.push({ end, next: close + 1 });
      end = character === '(' ? endOfWords(text, at, close) : close;
    }
  }
}

/** Two decimals are finer than any generator shows a difference for. */
const shortNumber = (weight: number): string => String(Math.round(weight * 100) / 100);

/** The words with their weight in the syntax of the dialect. */
export function weighted(words: string, weight: number, dialect: Dialect = 'a1111'): string {
  if (dialect === 'plain') return words;
  const text = words.replace(/[()[\]\\]/g, '\\$&');
  const number = shortNumber(weight);
  return number === '1' ? text : `(${text}:${number})`;
}

/** Characters [start, end) of what a schedule says: of `[from:to:when]` what the picture ends as, of `[a|b]` the first. */
function saidBySchedule(inside: string): readonly [number, number] {
  const bar = inside.indexOf('|');
  if (bar >= 0) return [0, bar];
  const [from = '', to = '', when] = inside.split(':');
  return when === undefined ? [0, from.length] : [from.length + 1, from.length + 1 + to.length];
}

/**
 * The prompt with its syntax blanked out, character for character as long, so that spans into one are spans
 * into the other. Brackets become spaces, keywords a comma.
 */
export function withoutSyntax(text: string): string {
  const kept = text.split('').map((character) => (/[,\n]/.test(character) ? character : ' '));
  const keep = (start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      if (isEscape(text, at)) at++;
      else kept[at] = text[at] as string;
    }
  };
  for (const { kind, span } of phrasesOf(text)) {
    const [start, end] = span;
    if (kind === 'keyword') kept[start] = ',';
    else if (kind === 'words') keep(start, end);
    else if (kind === 'schedule') {
      const [from, to] = saidBySchedule(text.slice(start + 1, end - 1));
      keep(start + 1 + from, start + 1 + to);
    }
  }
  return kept.join('');
}
