/**
 * Prompts as generators read them. `a1111`: `(x)` ×1.1, `[x]` ÷1.1, `(x:1.3)`, nesting multiplies, `[a:b:0.5]`
 * schedules, `BREAK` and `AND`. `comfyui`: round brackets only, an explicit weight replaces what is around it.
 * `plain`: words, no syntax. Backslash escapes brackets in both syntaxes; a bracket without its partner is
 * itself. Networks and embeddings (`<lora:name:0.8>`, `embedding:name`) pass as they are.
 */
export type Dialect = 'a1111' | 'comfyui' | 'plain';

export interface Phrase {
  readonly kind: 'words' | 'network' | 'schedule' | 'break' | 'and';
  /** Without escapes and brackets; networks and schedules as written. */
  readonly text: string;
  /** 1 is usual. */
  readonly weight: number;
  /** Characters [start, end) of the prompt, without the brackets around it. */
  readonly span: readonly [number, number];
  /** What stands between it and the phrase before it. */
  readonly join: 'start' | 'comma' | 'space';
}

const EMPHASIS = 1.1;
const WEIGHT = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*$/;
const NETWORK = /<(?:lora|lyco|hypernet|embedding|ti):[^<>]*>|\bembedding:[\w./\\-]+/iy;
const KEYWORD = /\b(?:BREAK|AND)\b/y;
const SCHEDULE = /^[^[\]()]*:\s*(?:\d+\.?\d*|\.\d+)\s*$|^[^[\]():]*(?:\|[^[\]():]*)+$/;

const isEscape = (text: string, at: number, dialect: Dialect): boolean =>
  dialect !== 'plain' && text[at] === '\\' && /[()[\]\\]/.test(text[at + 1] ?? '');

/** Index of the bracket that closes the one at `open`, or -1. */
function closing(text: string, open: number, end: number, dialect: Dialect): number {
  const opener = text[open];
  const closer = opener === '(' ? ')' : ']';
  let depth = 0;
  for (let at = open; at < end; at++) {
    if (isEscape(text, at, dialect)) at++;
    else if (text[at] === opener) depth++;
    else if (text[at] === closer && --depth === 0) return at;
  }
  return -1;
}

/** Where the text of a bracket ends and the weight it states, if it states one. */
function statedWeight(text: string, start: number, end: number): { end: number; weight: number | null } {
  const colon = text.lastIndexOf(':', end - 1);
  if (colon <= start) return { end, weight: null };
  const stated = WEIGHT.exec(text.slice(colon + 1, end));
  return stated ? { end: colon, weight: Number(stated[1]) } : { end, weight: null };
}

interface Reader {
  readonly text: string;
  readonly dialect: Dialect;
  readonly phrases: Phrase[];
  join: Phrase['join'];
}

function push(
  reader: Reader,
  kind: Phrase['kind'],
  text: string,
  weight: number,
  start: number,
  end: number,
): void {
  const join = reader.phrases.length === 0 ? 'start' : reader.join;
  reader.phrases.push({ kind, text, weight, span: [start, end], join });
  reader.join = 'space';
}

function readRange(reader: Reader, start: number, end: number, weight: number): void {
  const { text, dialect } = reader;
  let words = '';
  let first = -1;
  let last = -1;
  const flush = (): void => {
    const clean = words.replace(/\s+/g, ' ').trim();
    if (clean) push(reader, 'words', clean, weight, first, last);
    words = '';
    first = -1;
  };
  const take = (character: string, from: number, to: number): void => {
    words += character;
    if (!/\s/.test(character)) {
      if (first < 0) first = from;
      last = to;
    }
  };
  for (let at = start; at < end; at++) {
    const character = text[at] as string;
    if (isEscape(text, at, dialect)) {
      take(text[at + 1] as string, at, at + 2);
      at++;
      continue;
    }
    if (character === ',' || character === '\n') {
      flush();
      reader.join = 'comma';
      continue;
    }
    NETWORK.lastIndex = at;
    const network = dialect === 'plain' ? null : NETWORK.exec(text);
    if (network && at + network[0].length <= end) {
      flush();
      push(reader, 'network', network[0], weight, at, at + network[0].length);
      at += network[0].length - 1;
      continue;
    }
    KEYWORD.lastIndex = at;
    const keyword = dialect === 'a1111' ? KEYWORD.exec(text) : null;
    if (keyword && at + keyword[0].length <= end) {
      flush();
      push(reader, keyword[0] === 'BREAK' ? 'break' : 'and', keyword[0], 1, at, at + keyword[0].length);
      at += keyword[0].length - 1;
      continue;
    }
    const opens = (character === '(' && dialect !== 'plain') || (character === '[' && dialect === 'a1111');
    const close = opens ? closing(text, at, end, dialect) : -1;
    if (close < 0) {
      take(character, at, at + 1);
      continue;
    }
    flush();
    const inside = text.slice(at + 1, close);
    if (character === '[' && SCHEDULE.test(inside)) {
      push(reader, 'schedule', text.slice(at, close + 1), weight, at, close + 1);
    } else if (character === '[') {
      readRange(reader, at + 1, close, weight / EMPHASIS);
    } else {
      const stated = statedWeight(text, at, close);
      const outer = dialect === 'comfyui' && stated.weight !== null ? 1 : weight;
      readRange(reader, at + 1, stated.end, outer * (stated.weight ?? EMPHASIS));
    }
    at = close;
  }
  flush();
}

/** The phrases of a prompt in order, each with its weight. Never throws: what is not syntax is words. */
export function parsePrompt(text: string, dialect: Dialect = 'a1111'): Phrase[] {
  const reader: Reader = { text, dialect, phrases: [], join: 'start' };
  readRange(reader, 0, text.length, 1);
  return reader.phrases;
}

const escaped = (text: string, dialect: Dialect): string =>
  dialect === 'plain' ? text : text.replace(/[()[\]\\]/g, '\\$&');

/** Two decimals are finer than any generator shows a difference for. */
const shortNumber = (weight: number): string => String(Math.round(weight * 100) / 100);

/** The words with their weight in the syntax of the dialect. */
export function weighted(words: string, weight: number, dialect: Dialect = 'a1111'): string {
  const text = escaped(words, dialect);
  const number = shortNumber(weight);
  return dialect === 'plain' || number === '1' ? text : `(${text}:${number})`;
}

/** A prompt that parses to the same phrases (weights to two decimals). */
export function printPrompt(phrases: readonly Phrase[], dialect: Dialect = 'a1111'): string {
  let printed = '';
  for (const [i, phrase] of phrases.entries()) {
    if (i > 0) printed += phrase.join === 'comma' ? ', ' : ' ';
    if (phrase.kind === 'words') printed += weighted(phrase.text, phrase.weight, dialect);
    else if (phrase.kind === 'break' || phrase.kind === 'and' || shortNumber(phrase.weight) === '1')
      printed += phrase.text;
    else printed += `(${phrase.text}:${shortNumber(phrase.weight)})`;
  }
  return printed;
}

/**
 * The prompt with its syntax blanked out, character for character as long, so that spans into one are spans
 * into the other. Brackets become spaces, keywords a comma.
 */
export function withoutSyntax(text: string, dialect: Dialect = 'a1111'): string {
  const kept = Array.from({ length: text.length }, (_, at) =>
    /[,\n]/.test(text[at] as string) ? text[at] : ' ',
  );
  for (const phrase of parsePrompt(text, dialect)) {
    const [start, end] = phrase.span;
    if (phrase.kind === 'break' || phrase.kind === 'and') kept[start] = ',';
    else if (phrase.kind === 'words') {
      for (let at = start; at < end; at++) {
        if (isEscape(text, at, dialect)) at++;
        else kept[at] = text[at] as string;
      }
    } else if (phrase.kind === 'schedule') {
      // A schedule names what the picture ends as: `[from:to:when]`; of alternatives the first is as good as any.
      const inside = text.slice(start + 1, end - 1);
      const colons = inside.split(':');
      const says = inside.includes('|') ? inside.split('|')[0] : colons.length > 2 ? colons[1] : colons[0];
      const from = inside.includes('|') || colons.length < 3 ? 0 : (colons[0]?.length ?? 0) + 1;
      for (let i = 0; i < (says?.length ?? 0); i++) kept[start + 1 + from + i] = says?.[i];
    }
  }
  return kept.join('');
}
