/** Tokens grouped to what the reader acts on: noun phrases, verbs, relations, marks. */
import { COLOURS, list } from './lexicon.js';
import { isNoun, type NounPhrase, nounPhrase, PRONOUNS, type Pronoun } from './noun-phrase.js';
import type { Token } from './tokens.js';

interface Words {
  readonly start: number;
  readonly end: number;
}
export type Item =
  | NounPhrase
  | Pronoun
  | ({
      readonly type: 'verb';
      readonly lemma: string;
      readonly form: string;
      readonly particle: string;
      readonly finite: boolean;
    } & Words)
  | ({ readonly type: 'be' } & Words)
  | ({ readonly type: 'preposition'; readonly text: string } & Words)
  /** A place in the frame: "on the left". */
  | ({ readonly type: 'where'; readonly text: string } & Words)
  | ({ readonly type: 'adjective'; readonly text: string } & Words)
  | ({ readonly type: 'not' } & Words)
  | ({ readonly type: 'and' | 'comma' | 'stop' | 'who' } & Words)
  | ({ readonly type: 'set'; readonly token: Token } & Words);

const PARTICLES = list('up, down, out, away, off, back, forward, around, together, over, along');
const BEING = list('is, are, was, were, be, been');
/** Forms of “be” only where the tagger says so: “’s” may be a genitive. */
const BEING_AS_AUX = list("'s, ’s, 're, ’re, being");
const HAVING = list('has, have, had');
const PREPOSITIONS = list(
  'to, into, onto, toward, towards, between, among, around, along, behind, above, over, against',
);
/** In front of them stands no preposition, but what joins two clauses: "before he jumps". */
const SUBJECT_PRONOUNS = list('he, she, they');
/** What a word behind a verb starts when that word is a preposition and not the verb's particle. */
const GOVERNED = list('DET, ADJ, NUM, PRON');

/** Fixed phrases for where things are; the first that matches counts. */
const SPATIAL: readonly (readonly [pattern: string, text: string, kind: 'of' | 'where'])[] = [
  [
    '(?:to|on|at) the left(?: hand)?(?: side)? of(?! the (?:frame|picture|image|shot|scene|screen|canvas))',
    'to the left of',
    'of',
  ],
  [
    '(?:to|on|at) the right(?: hand)?(?: side)? of(?! the (?:frame|picture|image|shot|scene|screen|canvas))',
    'to the right of',
    'of',
  ],
  ['left of', 'to the left of', 'of'],
  ['right of', 'to the right of', 'of'],
  [
    '(?:to|on|from|at|in) (?:the )?left(?: hand)?(?: side| half| edge| foreground| corner)?(?: of the (?:frame|picture|image|shot|scene|screen|canvas))?',
    'on the left',
    'where',
  ],
  [
    '(?:to|on|from|at|in) (?:the )?right(?: hand)?(?: side| half| edge| foreground| corner)?(?: of the (?:frame|picture|image|shot|scene|screen|canvas))?',
    'on the right',
    'where',
  ],
  ['facing (?:to (?:the )?)?left', 'facing left', 'where'],
  ['facing (?:to (?:the )?)?right', 'facing right', 'where'],
  [
    'in the (?:far |distant )?background|in the (?:far )?distance|far away|far behind',
    'in the background',
    'where',
  ],
  ['in the foreground|up front', 'in the foreground', 'where'],
  [
    '(?:in|at) the (?:middle|cent(?:er|re))(?: of the (?:frame|picture|image|shot|scene|screen))?(?! of)',
    'in the middle',
    'where',
  ],
  ['next to|beside|alongside|close to|at the side of', 'next to', 'of'],
  ['in front of|before', 'in front of', 'of'],
  ['on top of|atop|upon', 'on', 'of'],
  ['inside of|inside', 'in', 'of'],
  ['beneath|underneath|below', 'under', 'of'],
  ['out of', 'out of', 'of'],
  ['across from|opposite', 'opposite', 'of'],
  ['near to|near', 'near', 'of'],
];

const COMPILED = SPATIAL.map(([pattern, text, kind]) => ({
  match: new RegExp(`^(?:${pattern.replaceAll(' ', '[\\s-]+')})(?![\\p{L}\\p{N}])`, 'iu'),
  text,
  kind,
}));
/** First words of the patterns above: most tokens need not be tried at all. */
const STARTS = list(
  'to, on, at, from, in, left, right, far, up, facing, next, beside, alongside, close, before, atop, upon, inside, beneath, underneath, below, out, across, opposite, near',
);
const OWN_SIDE = /^(?:to|on|at) (her|his|its|their) (left|right)(?: side)?(?![\p{L}\p{N}])/iu;

/** The items of a description in reading order; `text` is what the tokens were read from. */
export function itemsOf(text: string, tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const { start, end, lower } = token;
    const skipTo = (position: number): void => {
      while (i < tokens.length && (tokens[i] as Token).start < position) i++;
    };
    if (token.tag === 'SET') {
      items.push({ type: 'set', token, start, end });
      i++;
      continue;
    }
    const rest = text.slice(start);
    const mayBeSpatial = STARTS.has(lower);
    const own = mayBeSpatial ? OWN_SIDE.exec(rest) : null;
    if (own?.[1] && own[2]) {
      items.push({
        type: 'preposition',
        text: `to the ${own[2].toLowerCase()} of`,
        start,
        end: start + own[0].length,
      });
      items.push({
        type: 'pronoun',
        word: PRONOUNS[own[1].toLowerCase()] as Pronoun['word'],
        start,
        end: start + own[0].length,
      });
      skipTo(start + own[0].length);
      continue;
    }
    const spatial = mayBeSpatial
      ? COMPILED.map((one) => ({ ...one, found: one.match.exec(rest) })).find((one) => one.found)
      : undefined;
    if (spatial?.found && !(spatial.text === 'in front of' && /^before (?:he|she|it|they)\b/i.test(rest))) {
      const to = start + spatial.found[0].length;
      items.push({
        type: spatial.kind === 'of' ? 'preposition' : 'where',
        text: spatial.text,
        start,
        end: to,
      });
      skipTo(to);
      continue;
    }
    if (/^(?:no|without|not|n['’]t|never|nobody|none)$/.test(lower)) {
      if (lower === 'nobody') {
        items.push({ type: 'not', start, end });
        items.push({
          type: 'noun',
          noun: 'people',
          head: 'people',
          adjectives: [],
          count: 'many',
          article: 'none',
          isName: false,
          owner: null,
          start,
          end,
        });
      } else items.push({ type: 'not', start, end });
      i++;
      continue;
    }
    const phrase = nounPhrase(tokens, i);
    if (phrase) {
      items.push(phrase.phrase);
      i = phrase.next;
      continue;
    }
    const pronoun = PRONOUNS[lower];
    if (pronoun) items.push({ type: 'pronoun', word: pronoun, start, end });
    else if (lower === 'who' || lower === 'which' || lower === 'that')
      items.push({ type: 'who', start, end });
    else if (token.tag === 'AUX' || BEING.has(lower)) {
      if (BEING.has(lower) || BEING_AS_AUX.has(lower)) items.push({ type: 'be', start, end });
      else if (HAVING.has(lower) && tokens[i + 1]?.tag !== 'VERB')
        items.push({ type: 'verb', lemma: 'have', form: lower, particle: '', finite: true, start, end });
    } else if (token.tag === 'VERB') {
      const next = tokens[i + 1];
      const after = tokens[i + 2];
      const governs = after !== undefined && (isNoun(after) || GOVERNED.has(after.tag));
      const particle = next && PARTICLES.has(next.lower) && !governs ? next.lower : '';
      items.push({
        type: 'verb',
        lemma: token.lemma,
        form: lower,
        particle,
        finite: !/ing$/.test(lower),
        start,
        end: particle && next ? next.end : end,
      });
      if (particle) i++;
    } else if (token.tag === 'ADJ' || COLOURS.has(lower))
      items.push({ type: 'adjective', text: lower, start, end });
    else if (token.tag === 'ADP' || PREPOSITIONS.has(lower)) {
      if (SUBJECT_PRONOUNS.has(tokens[i + 1]?.lower ?? '')) items.push({ type: 'comma', start, end });
      else items.push({ type: 'preposition', text: lower, start, end });
    } else if (token.tag === 'CCONJ' || token.text === '&') items.push({ type: 'and', start, end });
    else if (/^[.!?;\n]+$/.test(token.text)) items.push({ type: 'stop', start, end });
    else if (token.tag === 'PUNCT' && token.text !== '-') items.push({ type: 'comma', start, end });
    else if (token.tag === 'SCONJ') items.push({ type: 'comma', start, end });
    i++;
  }
  return items;
}
