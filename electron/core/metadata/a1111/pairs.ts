/** `Key: value, Key: "value", Key: [JSON]` as AUTOMATIC1111 writes its parameters. In one pass, however long the text is. */

const OF_KEY = /[\w \-/]/;

export interface Pairs {
  readonly pairs: ReadonlyMap<string, string>;
  /** Where the line of the last pair ends: a value in quotes may hold line breaks. */
  readonly end: number;
}

/** What stands before and after each colon, up to a comma that is in no quotes or brackets, from `start` to the line's end. */
export function pairsOf(text: string, start = 0): Pairs {
  const pairs = new Map<string, string>();
  let at = start;
  let lineEnd = endOfLine(text, at);
  // Brackets that nothing closes are looked for once a line.
  let areClosed = true;
  for (let colon = text.indexOf(':', at); colon >= 0 && colon < lineEnd; colon = text.indexOf(':', at)) {
    const key = keyBefore(text, at, colon);
    at = colon + 1;
    if (key === '') continue;
    while (at < lineEnd && /\s/.test(text[at] ?? '')) at++;
    const isList = /[[{]/.test(text[at] ?? '');
    const closed =
      text[at] === '"'
        ? afterQuotes(text, at)
        : isList && areClosed
          ? afterBrackets(text, at, lineEnd)
          : null;
    if (isList && closed === null) areClosed = false;
    const end = closed !== null && endsValue(text, closed) ? closed : commaBefore(text, at, lineEnd);
    pairs.set(key, unquoted(text.slice(at, end).trim()));
    if (end > lineEnd) lineEnd = endOfLine(text, end);
    at = end + 1;
    if (end >= lineEnd) break;
  }
  return { pairs, end: lineEnd };
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function keyBefore(text: string, from: number, colon: number): string {
  let start = colon;
  while (start > from && OF_KEY.test(text[start - 1] ?? '')) start--;
  while (start < colon && !/\w/.test(text[start] ?? '')) start++;
  return text.slice(start, colon).trimEnd();
}

const endsValue = (text: string, end: number): boolean =>
  end >= text.length || text[end] === ',' || text[end] === '\n';

/** Null where nothing closes them before `limit`. */
function afterQuotes(text: string, from: number, limit = text.length): number | null {
  let at = from + 1;
  while (at < limit && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at < limit ? at + 1 : null;
}

function afterBrackets(text: string, from: number, limit: number): number | null {
  let depth = 0;
  for (let at: number | null = from; at !== null && at < limit; ) {
    const letter: string | undefined = text[at];
    if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth--;
    at = letter === '"' ? afterQuotes(text, at, limit) : at + 1;
    if (depth === 0) return at;
  }
  return null;
}

function commaBefore(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== ',') at++;
  return at;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value.replaceAll('\n', '\\n')));
  } catch {
    return value;
  }
}
