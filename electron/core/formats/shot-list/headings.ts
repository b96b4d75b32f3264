/** Shots that a Markdown text gives a heading each: "## Shot 3: The mill", with lines as "- **Camera:** wide" under it. */
import { decodedAddress } from '@shared/decoded-address.js';
import { Lexer, type Token, type Tokens } from 'marked';
import { meaningOf } from './columns.js';
import { plainText, underOneHeading } from './markdown.js';
import type { ShotTable } from './shot-table.js';

const SHOT =
  /^(?:shot|panel|frame|board|einstellung|plan|plano|кадр|план|镜头|镜|カット)\s*[#№:.]?\s*(\d+\p{L}?)(?![\p{L}\d])[\s:.)–—-]*(.*)$/iu;
/** "Camera: wide" */
const LABELLED = /^([^:]{1,30}):\s*(\S.*)$/;

/** Of one heading is no list: it may be what lies beside a picture. */
const FEWEST = 2;

interface Row {
  readonly number: string;
  readonly scene: string | null;
  readonly words: string[];
  readonly labelled: Map<string, string>;
}

/** Undefined where there are none. */
export function markdownHeadings(tokens: readonly Token[]): ShotTable | undefined {
  let scene: string | null = null;
  const found: Row[] = [];
  let isShot = false;
  for (const token of tokens) {
    if (token.type === 'heading') {
      const said = plainText(token.tokens ?? []);
      const [, number, title] = SHOT.exec(said) ?? [];
      isShot = number !== undefined;
      if (number === undefined) scene = said || null;
      else found.push({ number, scene, words: title ? [title] : [], labelled: new Map() });
      continue;
    }
    const row = isShot ? found.at(-1) : undefined;
    if (row) for (const line of linesOf(token)) read(line, row);
  }
  if (found.length < FEWEST) return undefined;
  const header = [
    ...new Set(['Shot', 'Description', ...found.flatMap(({ labelled }) => [...labelled.keys()])]),
  ];
  const rows = found.map(({ number, scene, words, labelled }, at) => {
    const told = new Map([...labelled, ['Shot', number], ['Description', sentences(words)]]);
    return { cells: header.map((name) => told.get(name) ?? ''), scene, at: `shot ${at + 1}` };
  });
  return { header, rows: underOneHeading(rows) };
}

/** Of a paragraph, and of the items of a list and the lists in it. */
function linesOf(token: Token): string[] {
  if (token.type === 'list')
    return (token as Tokens.List).items.flatMap((item) => item.tokens.flatMap(linesOf));
  return token.type === 'paragraph' || token.type === 'text' ? token.raw.split('\n') : [];
}

function read(line: string, { words, labelled }: Row): void {
  const tokens = Lexer.lexInline(line.trim());
  const picture = tokens.find((token) => token.type === 'image');
  if (picture?.type === 'image') {
    labelled.set('Picture', decodedAddress(picture.href));
    return;
  }
  const said = plainText(tokens);
  const [, label, value] = LABELLED.exec(said) ?? [];
  const meaning = label === undefined ? undefined : meaningOf(label);
  if (label === undefined || value === undefined || meaning === undefined) {
    if (said !== '') words.push(said);
  } else if (meaning === 'description') words.push(value);
  else labelled.set(meaning === 'picture' ? 'Picture' : label, value);
}

const sentences = (words: readonly string[]): string =>
  words.reduce((all, one) => (all === '' ? one : `${all}${/\p{P}$/u.test(all) ? '' : '.'} ${one}`), '');
