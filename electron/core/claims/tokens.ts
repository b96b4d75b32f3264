/** Words of a description with their part of speech, and the set phrases among them as one token each. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type PartOfSpeech } from 'wink-nlp';
import { findSetPhrases } from './find-set-phrases.js';
import {
  ABSTRACT,
  ANIMALS,
  BARE_VERBS,
  CLOTHING,
  ING_NOUNS,
  list,
  MASS,
  PEOPLE,
  PLACES,
  VERB_FORMS,
} from './lexicon.js';
import type { SetPhrase } from './set-phrases.js';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly tag: PartOfSpeech | 'SET' | 'NAME';
  /** Characters [start, end) of the description. */
  readonly start: number;
  readonly end: number;
  readonly set: SetPhrase | null;
}

let nlp: ReturnType<typeof winkNLP> | null = null;
let firstForeignId: number | null = null;

const known = (word: string): boolean =>
  [ABSTRACT, ANIMALS, CLOTHING, MASS, PLACES].some((list) => list.has(word)) || word in PEOPLE;

const isAlive = (word: string): boolean => word in PEOPLE || ANIMALS.has(word);

/** A capital at the start of a sentence says nothing, and misleads the tagger; names keep theirs. */
function lowerSentenceStarts(text: string, isName: (word: string) => boolean): string {
  return text.replace(
    /(^|[.!?;:\n]["”’)]?\s{1,20}["“‘(]?|^\s*["“‘(]?)(\p{Lu}[\p{L}'’-]*)/gu,
    (all, lead: string, word: string) =>
      word.length > 1 && (isName(word) || /^\p{Lu}+$/u.test(word))
        ? all
        : lead + word.charAt(0).toLowerCase() + word.slice(1),
  );
}

const BEHIND_A_VERB = list('DET, PRON, ADP, NUM, ADV, PUNCT, SCONJ, CCONJ, ADJ');
const BEHIND_A_BARE_VERB = list('DET, PRON, ADP, PUNCT, ADV, SCONJ');
/** Behind a noun these are its plural half more often than a verb: "candle lights". */
const THINGS_AS_WELL = list('waves, leaves, lights, plants, bows, sails, guards, drinks, steps');

/** ", a girl", ", wearing", ", who": what follows a name at the start of a sentence. */
function introducedBy(raw: readonly { text: string; tag: string }[], at: number): boolean {
  const after = raw[at + 1];
  return (
    raw[at]?.text === ',' &&
    after !== undefined &&
    (/ing$/.test(after.text) || /^(?:an?|the|who|dressed|in|with)$/.test(after.text))
  );
}

/** What the tagger takes long for: with what is longer than any word its time grows as the square. */
const ENDLESS = /\S{1000,}|\s{3,}/g;

/** As long as before, without what is too long for a word and the width of white space. */
const readable = (text: string): string =>
  text.replace(ENDLESS, (run) => (run.trim() === '' && run.includes('\n') ? '\n' : ' ').padEnd(run.length));

/** `names` are lower-case words that mean a character. What is too long for a word is passed over. */
export function tokensOf(whole: string, names: ReadonlySet<string>): Token[] {
  const text = readable(whole);
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  // The tagger numbers the words of its dictionary first and every word it meets after them.
  firstForeignId ??= nlp.readDoc('qxzvwq').tokens().itemAt(0).out(its.uniqueId) as number;
  // The library's types forget that a lemma is read per token, like the normal form.
  const lemmaOf = its.lemma as unknown as typeof its.normal;
  const sets = findSetPhrases(text);
  // A word with a capital inside a sentence is a name at the start of one too.
  const inside = new Set(
    [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}[\p{L}'’-]*/gu)].map((match) =>
      match[0].toLowerCase().replace(/['’]s$/, ''),
    ),
  );
  const isName = (word: string): boolean => {
    const bare = word.toLowerCase().replace(/['’]s?$/, '');
    return names.has(bare) || (inside.has(bare) && !known(bare));
  };
  const lowered = lowerSentenceStarts(text, isName);
  const raw: {
    text: string;
    tag: PartOfSpeech;
    lemma: string;
    id: number;
    start: number;
    end: number;
  }[] = [];
  let at = 0;
  nlp
    .readDoc(lowered)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const start = lowered.indexOf(word, at);
      if (start < 0 || word.trim() === '') return;
      at = start + word.length;
      raw.push({
        text: word,
        tag: token.out(its.pos) as PartOfSpeech,
        lemma: token.out(lemmaOf),
        id: token.out(its.uniqueId) as number,
        start,
        end: at,
      });
    });
  const tokens: Token[] = [];
  for (const [i, one] of raw.entries()) {
    const set = sets.find((phrase) => one.start < phrase.end && phrase.start < one.end);
    if (set) {
      if (tokens.at(-1)?.start === set.start) continue;
      const words = text.slice(set.start, set.end);
      tokens.push({
        text: words,
        lower: words.toLowerCase(),
        lemma: '',
        tag: 'SET',
        start: set.start,
        end: set.end,
        set: set.phrase,
      });
      continue;
    }
    const lower = one.text.toLowerCase();
    const next = raw[i + 1];
    const previous = raw[i - 1];
    let tag: Token['tag'] = one.tag;
    let { lemma } = one;
    const wasCapital = /^\p{Lu}/u.test(text[one.start] ?? '');
    const named = names.has(lower) || (wasCapital && inside.has(lower) && !known(lower));
    const startsSentence = wasCapital && one.text === lower;
    const looksNamed =
      startsSentence &&
      tag === 'NOUN' &&
      !known(lower) &&
      !known(lemma) &&
      lemma === lower &&
      next !== undefined &&
      (next.tag === 'VERB' ||
        next.tag === 'AUX' ||
        /^(?:['’]s|and)$/.test(next.text) ||
        VERB_FORMS[next.text] !== undefined ||
        // "Wenna in a red coat": no word of the dictionary, and a common noun would have an article.
        (next.tag === 'ADP' && one.id >= firstForeignId) ||
        introducedBy(raw, i + 1)) &&
      !VERB_FORMS[lower];
    // "a samurai with a sword": what stands alone between article and preposition is a noun the tagger does not know.
    if (/^(?:ADJ|X)$/.test(tag) && previous?.tag === 'DET' && next && /^(?:ADP|VERB|AUX)$/.test(next.tag))
      tag = 'NOUN';
    if (named || looksNamed || (tag === 'PROPN' && wasCapital && !known(lower))) tag = 'NAME';
    else if (tag === 'PROPN') tag = 'NOUN';
    else if (VERB_FORMS[lower] && !ING_NOUNS.has(lower)) {
      const afterName = tokens.at(-1)?.tag === 'NAME';
      if (tag !== 'VERB' && (afterName || /ing$/.test(lower)) && previous?.tag !== 'DET') tag = 'VERB';
      else if (
        tag === 'NOUN' &&
        previous?.tag === 'NOUN' &&
        (lower !== VERB_FORMS[lower] || /s$/.test(previous.text)) &&
        (next === undefined || BEHIND_A_VERB.has(next.tag)) &&
        (!THINGS_AS_WELL.has(lower) || isAlive(previous.text))
      )
        tag = 'VERB';
      else if (
        tag === 'NOUN' &&
        /^(?:NOUN|PUNCT)$/.test(previous?.tag ?? '') &&
        next &&
        /^(?:DET|PRON)$/.test(next.tag)
      )
        tag = 'VERB';
      if (tag === 'VERB') lemma = VERB_FORMS[lower] ?? lemma;
    }
    const behindSeveral =
      raw.slice(Math.max(0, i - 4), i).some((before) => before.tag === 'CCONJ') ||
      /[^s]s$|ren$|ple$|men$/.test(previous?.text ?? '');
    if (
      tag === 'NOUN' &&
      BARE_VERBS.has(lower) &&
      previous?.tag === 'NOUN' &&
      behindSeveral &&
      next &&
      BEHIND_A_BARE_VERB.has(next.tag)
    ) {
      tag = 'VERB';
      lemma = lower;
    }
    // "a pocket watch": a verb's bare form behind a singular noun is the noun's second half.
    if (
      tag === 'VERB' &&
      lower === lemma &&
      previous?.tag === 'NOUN' &&
      !behindSeveral &&
      !/s$/.test(previous.text) &&
      raw[i - 2]?.tag !== 'CCONJ' &&
      tokens.at(-1)?.tag === 'NOUN' &&
      !(next && /^(?:DET|PRON)$/.test(next.tag))
    )
      tag = 'NOUN';
    if (tag === 'VERB' && (/^(?:left|right|close|lit|open)$/.test(lower) || ING_NOUNS.has(lower)))
      tag = ING_NOUNS.has(lower) ? 'NOUN' : /^(?:left|right)$/.test(lower) ? 'NOUN' : 'ADJ';
    tokens.push({
      text: text.slice(one.start, one.end),
      lower,
      lemma,
      tag,
      start: one.start,
      end: one.end,
      set: null,
    });
  }
  return tokens;
}
