/** Reads a description: what it names and says of it, each with its words. No claims yet. */
import { singularOf } from '../english.js';
import type { Found } from '../find-set-phrases.js';
import { AGES, GIVING, isAlive, isColour, list } from '../lexicon.js';
import { matchesOf } from '../matches.js';
import { smallLetters } from '../set-phrases.js';
import { hasTag, isNoun, isTensed } from './arcs.js';
import { type Carried, carriersOf, carries, type Stand } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import type { Draft, Mention } from './draft.js';
import { GIVEN_NAMES, NAMES_AND_WORDS } from './given-names.js';
import { sureOf } from './hidden-verbs.js';
import { withParticiples } from './mended-deeds.js';
import { isTitle, Mentions } from './mentions.js';
import { PieceWalk } from './piece-walk.js';
import { piecesOf, sentencesOf } from './pieces.js';
import { ProperNames } from './proper-names.js';
import { belongTogether, breaksIn, isInSoup } from './soups.js';
import { parsed, Tree } from './tree.js';
import { isBare, isThird } from './verbs.js';
import { mended, wholeSentences } from './whole-sentences.js';
import { type Arc, isOneOf, lowerAt, type ParsedWord, type Parser, type Word, wordsOf } from './word.js';

export interface Reading {
  readonly drafts: readonly Draft[];
  readonly mentions: readonly Mention[];
  /** The words of each piece; what was put in for the parser stands at −1. */
  readonly pieces: readonly (readonly ParsedWord[])[];
  readonly isTagList: boolean;
}

export interface Knowledge {
  readonly parse: Parser;
  readonly dictionary: Dictionary;
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

interface Piece {
  readonly sentence: number;
  readonly tries: readonly Carried[];
  /** Its own words as they hang in the sentence; null where they are no tree there. */
  readonly held: readonly Arc[] | null;
}

/**
 * `text`: without syntax, quotes and other languages, character for character as long as the description.
 * `sets`: the set phrases in it; their words are left out. `cast`: words of names, in small letters. `places`: where heads
 * of scripts name one.
 */
export async function readText(
  text: string,
  sets: readonly Found[],
  cast: ReadonlySet<string>,
  { parse, dictionary }: Knowledge,
  places: readonly (readonly [number, number])[] = [],
): Promise<Reading> {
  const bare = text.replace(AGE_IN_SCRIPTS, (age) => ' '.repeat(age.length));
  const acting = namesActing(bare, dictionary);
  const small = withoutCapitals(bare, dictionary, acting);
  const kept = sets.filter((set) => !isOnlyPraise(set, text) && !isOfAThing(set, text));
  const sentences = sentencesOf(small)
    .map(({ text: words, at }) => wordsOf(words, at))
    .map((words) => withoutSets(words, kept, dictionary))
    .filter((words) => words.some(({ text: word }) => /\p{L}/u.test(word)));
  const names = new ProperNames(sentences, dictionary, cast, acting);
  const lowered = sentences.map((words) =>
    withoutAppositions(words, names, cast, dictionary).map((word, i) =>
      i === 0 ? startInSmall(word, names) : word,
    ),
  );
  const whole = await wholeSentences(lowered, parse, dictionary);
  const pieces = whole.flatMap(({ words, arcs, given }, sentence): Piece[] => {
    const breaks = new Set([
      ...[...breaksIn(words, arcs, dictionary)].filter((at) => isInSoup(words, arcs, at)),
      ...newTrees(words, arcs).filter((at) => isInSoup(words, arcs, at, 3)),
    ]);
    const isNamed = (at: number): boolean =>
      [words[at], words[at - 1]].some((word) => word && (names.isPerson(word) || isTitle(word.text)));
    for (const at of breaks)
      if (isNamed(at) || belongTogether(words, arcs, at, dictionary)) breaks.delete(at);
    const arcOf = new Map(words.map((word, i) => [word, arcs[i] as Arc]));
    const arcsOf = (piece: readonly Word[]): Arc[] => piece.flatMap((word) => arcOf.get(word) ?? []);
    // Of lists more is known of each thing alone.
    const hasClause = breaks.size === 0 && given.some((arc, i) => arc.head === i && isTensed(arc));
    return piecesOf(words, arcs, breaks, dictionary).map((piece) => ({
      sentence,
      tries: carriersOf(piece, arcsOf(piece), names, dictionary),
      held: hasClause ? ownTree(words, given, piece) : null,
    }));
  });
  // A piece that is the whole sentence has been parsed already.
  const known = new Map(whole.map(({ words, arcs }) => [textOf(words), arcs]));
  const answers = await parsesOf(pieces, known, parse);
  const tags = whole.flatMap(({ arcs }) => arcs.map(({ tag }) => tag));
  const isTold =
    tags.filter((tag) => tag === 'VBD').length > tags.filter((tag) => isOneOf(tag, 'VBZ', 'VBP')).length + 1;
  const asWritten = (words: readonly Word[], arcs: readonly Arc[]): readonly Arc[] =>
    isTold ? arcs : withParticiples(words, arcs);
  const hasArticles = answers.some(({ one }) =>
    one.words.some(({ lower, start }) => start >= 0 && isOneOf(lower, 'a', 'an', 'the')),
  );
  const isTagList =
    pieces.length >= 3 &&
    // Where something has an article, what was put in for the parser says that something is done.
    !answers.some(({ one, arcs }) =>
      arcs.some((arc, i) => isTensed(arc) && (hasArticles || (one.words[i] as Word).start >= 0)),
    ) &&
    answers.every(({ one }) => one.words.length <= 12);
  const mentions = new Mentions(dictionary, (word) => names.isPerson(word));
  const walk = new PieceWalk(mentions, places);
  const read: ParsedWord[][] = [];
  for (const [i, { sentence }] of pieces.entries()) {
    const { one, arcs } = answers[i] as Answer;
    const own = one.words.slice(one.drop);
    const meant = asWritten(own, mended(own, withoutFirst(arcs, one.drop), dictionary));
    const words = parsed(own, asNoun(one.words, meant, dictionary), (word, tag) =>
      dictionary.lemmaOf(word, tag),
    );
    const stands = new Map<ParsedWord, Mention | null>();
    const follows = pieces[i - 1]?.sentence === sentence;
    // "Kneeling in the mud, a soldier …": whoever does it comes next.
    const leads =
      !follows &&
      pieces[i + 1]?.sentence === sentence &&
      /ing$/.test(own.find(({ start }) => start >= 0)?.lower ?? '');
    const stoodFor = (what: Stand): Mention | null => {
      if (what === 'last' && isTagList) return mentions.main() ?? walk.lastNamed;
      if (what === 'last')
        return leads
          ? null
          : walk.whoGoesOn(words.find(({ tag, start }) => tag === 'VBG' && start >= 0)?.lemma ?? '', follows);
      if (what === 'member') return mentions.member();
      if (what === 'who' || what === 'which') return mentions.lastIn(read.at(-1) ?? [], what === 'who');
      const arcsOfName = what.map(() => NAME_ARC);
      return mentions.called(parsed(what, arcsOfName));
    };
    for (const [index, what] of one.stands) stands.set(words[index] as ParsedWord, stoodFor(what));
    walk.takePiece(words, new Tree(words), stands, follows);
    read.push(words);
  }
  return { drafts: walk.drafts, mentions: mentions.all, pieces: read, isTagList };
}

/** A piece as the parser saw it. */
interface Answer {
  readonly one: Carried;
  readonly arcs: readonly Arc[];
}

/** Surer of every word of a piece than this in its sentence, the parser says the same of it alone. */
const SURE_IN_SENTENCE = 0.9;

/** So much surer it has to be of the sentence, of each word in the middle, to be believed there against what it says of the piece. */
const SURER = 0.04;

/** The arcs of a piece of a sentence by themselves; null where they are no single tree, or the words do not stand together. */
function ownTree(
  words: readonly Word[],
  sentence: readonly Arc[],
  piece: readonly Word[],
): readonly Arc[] | null {
  const from = words.indexOf(piece[0] as Word);
  if (piece.some((word, i) => words[from + i] !== word)) return null;
  const own = sentence.slice(from, from + piece.length).map((arc, i): Arc => {
    const head = arc.head - from;
    if (head === i) return { ...arc, head };
    // What the first word hangs on elsewhere is all one.
    return head < 0 || head >= piece.length
      ? { ...arc, head: i, label: 'ROOT', sure: 1, held: 1 }
      : { ...arc, head };
  });
  return own.filter(({ label }) => label === 'ROOT').length === 1 ? own : null;
}

/** What a piece is without anything put in, as it hangs in its sentence; null where something is, or it is no tree there. */
const heldAlone = ({ held }: Piece, { words, drop, stands }: Carried): readonly Arc[] | null =>
  drop === 0 && stands.size === 0 && words.length === held?.length ? held : null;

/** Of each piece the first try that carries, the last where none does: what is not needed is not parsed. */
async function parsesOf(
  pieces: readonly Piece[],
  known: Map<string, readonly Arc[]>,
  parse: Parser,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let open = pieces.map(({ tries }, at) => ({ at, tries }));
  while (open.length > 0) {
    const turns = open.map(({ at, tries: [first, ...rest] }) => {
      const one = first as Carried;
      return { at, one, rest, text: textOf(one.words), held: heldAlone(pieces[at] as Piece, one) };
    });
    const asked = turns.filter(
      ({ text, held }) => !known.has(text) && !held?.every(({ sure }) => sure > SURE_IN_SENTENCE),
    );
    const parses = await parse(asked.map(({ one }) => one.words.map(({ text }) => text)));
    for (const [i, { text }] of asked.entries()) known.set(text, parses[i] as readonly Arc[]);
    open = turns.flatMap(({ at, one, rest, text, held }) => {
      const arcs = best(known.get(text), held);
      answers[at] = { one, arcs };
      return rest.length > 0 && !carries(one, arcs) ? [{ at, tries: rest }] : [];
    });
  }
  return answers;
}

/** The arcs of which the parser is surer, of those that there are. */
function best(alone: readonly Arc[] | undefined, held: readonly Arc[] | null): readonly Arc[] {
  if (alone === undefined || held === null) return alone ?? held ?? [];
  return sureOf(held) > sureOf(alone) + SURER ? held : alone;
}

/** Of "Pip the bunny" and "her dog Pip" the bunny and the dog are seen; of somebody of the canon it is known who they are. */
function withoutAppositions(
  words: readonly Word[],
  names: ProperNames,
  cast: ReadonlySet<string>,
  dictionary: Dictionary,
): readonly Word[] {
  const gone = new Set<Word>();
  for (let at = 0; at + 2 < words.length; at++) {
    const [name, the, noun] = [words[at], words[at + 1], words[at + 2]] as [Word, Word, Word];
    const more = words[at + 3];
    if (!names.isPerson(name) || the.lower !== 'the' || !/^\p{Ll}/u.test(noun.text)) continue;
    // "gives Tom the lamp": two that are there.
    if (GIVING.has(dictionary.lemmaOf(lowerAt(words, at - 1), 'VBZ'))) continue;
    if (
      !dictionary.isNoun(noun.lower) ||
      (more && dictionary.isNoun(more.lower) && !isThird(more.lower) && !isBare(more.lower))
    )
      continue;
    for (const word of cast.has(name.lower) ? [the, noun] : [name]) gone.add(word);
  }
  for (const [at, noun] of words.entries()) {
    const called = calledBehind(words, at, names, dictionary);
    const isKnown = called.some(({ lower }) => cast.has(lower));
    const whose = isOneOf(lowerAt(words, at - 1), 'a', 'an', 'the', 'his', 'her', 'its', 'their')
      ? [words[at - 1] as Word]
      : [];
    for (const word of isKnown ? [...whose, noun] : called) gone.add(word);
    for (const word of calledAside(words, at, names, dictionary)) if (!cast.has(word.lower)) gone.add(word);
  }
  return words.filter((word) => !gone.has(word));
}

/** ", Mrs. Lindqvist," of "the housekeeper, Mrs. Lindqvist, turns a portrait": she is no second one. */
function calledAside(
  words: readonly Word[],
  noun: number,
  names: ProperNames,
  dictionary: Dictionary,
): readonly Word[] {
  const { lower } = words[noun] as Word;
  if (!isOneOf(lowerAt(words, noun - 1), 'the', 'his', 'her', 'their') || words[noun + 1]?.text !== ',')
    return [];
  if (!dictionary.isAlive(lower) || singularOf(lower).plural) return [];
  const isCalled = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && (names.isPerson(word) || isTitle(word.text));
  };
  let end = noun + 2;
  while (isCalled(end)) end++;
  const deed = lowerAt(words, end + 1);
  const isDone = /s$/.test(deed) && dictionary.isVerb(dictionary.lemmaOf(deed, 'VBZ'));
  return end > noun + 2 && words[end]?.text === ',' && isDone ? words.slice(noun + 1, end + 1) : [];
}

/** The words of names right behind a noun that says who they are: "Ilja" of "her nephew Ilja", "Joy and Kwame" of "paramedics Joy and Kwame". */
function calledBehind(
  words: readonly Word[],
  noun: number,
  names: ProperNames,
  dictionary: Dictionary,
): readonly Word[] {
  const { lower, text } = words[noun] as Word;
  const { plural } = singularOf(lower);
  // "Grandfather Bear", "Captain Lulu": no name behind a noun, but one of two words.
  if ((noun === 0 ? !plural : text !== lower) || !dictionary.isAlive(lower)) return [];
  const isNamed = (at: number): boolean => {
    const word = words[at];
    const isNext = at === noun + 1 || plural;
    return (
      word !== undefined &&
      !isAlive(word.lower) &&
      (names.isPerson(word) || (isNext && /^\p{Lu}\p{Ll}+$/u.test(word.text)))
    );
  };
  let end = noun + 1;
  while (isNamed(end)) end++;
  if (end === noun + 1) return [];
  while (plural && isOneOf(lowerAt(words, end), 'and', ',') && isNamed(end + 1)) end += 2;
  return words.slice(noun + 1, end);
}

/** A tag of one word is a thing where it can be: "fox" is no deed there. */
const asNoun = (words: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): readonly Arc[] =>
  words.length === 1 &&
  hasTag(arcs[0], 'VB', 'VBZ', 'VBP', 'FW', 'UH', 'JJ', 'NNP') &&
  dictionary.isNoun(lowerAt(words, 0)) &&
  !NOT_THINGS.has(lowerAt(words, 0)) &&
  !/(?:ing|ed|ous|ful|y)$/.test(lowerAt(words, 0))
    ? [{ ...(arcs[0] as Arc), tag: 'NN' }]
    : arcs;
const NOT_THINGS = list(
  'cozy, cosy, gothic, medieval, retro, vintage, modern, minimal, moody, solo, fantasy, happy, sad, calm, relaxed, alone, asleep, cute, old, young, adult, red, blue, green, white, black, brown, pink, orange, dark, light, cold, warm, wet, dry, short, tall, fat, thin, sit, stand, run, walk, smile, laugh',
);

/** "in a beautiful garden": the boilerplate of prompts is plain words where a noun follows. */
const isOnlyPraise = ({ phrase, start, end }: Found, text: string): boolean =>
  phrase.text === null && /^\s+\p{L}/u.test(text.slice(end)) && PRAISE.test(text.slice(start, end));
/** "a snowy village", "mist over the river": said of the weather, and of a thing as well. */
function isOfAThing({ phrase, start, end }: Found, text: string): boolean {
  const said = text.slice(start, end);
  const rest = text.slice(end);
  // "wipes rain from his eyes".
  if (
    /^(?:the )?(?:rain|snow|mist|fog|dew)$/i.test(said) &&
    /\p{L}(?:s|ing) $/u.test(text.slice(0, start)) &&
    /^ (?:from|off|out of) /.test(rest)
  )
    return true;
  // "snow has buried the car".
  if (
    /^(?:rain|snow|mist|fog|wind|breeze|gale|storm)$/i.test(said) &&
    /^ (?:has|have) \p{L}{3,} (?:the|an?|his|her|its|their) /iu.test(rest)
  )
    return true;
  // "warm light falls across his face", "the wind lifts her".
  if (/(?:light|glow|wind|sun)$/i.test(said) && DOES_TO_SOMETHING.test(rest)) return true;
  if (!isOneOf(phrase.kind, 'weather', 'time')) return false;
  return (
    (/(?:y|lit)$/.test(said) &&
      /^\s+(?!and|or|day|night|morning|evening|afternoon|weather|sky|with|in|on|at)\p{L}/u.test(rest)) ||
    /^(?:into|through|from|with|of|on|onto|against)\s.*(?:snow|mist|fog|rain|sunlight)$/i.test(said) ||
    (/(?:mist|fog|rain|snow|haze|storm|wind|sunlight|sunshine|moonlight|(?:fall|pour|roll|drift)(?:s|ing))$/i.test(
      said,
    ) &&
      /^\s+(?:\p{L}{3,}s (?:the|an?|his|her|its|their|through|onto|into|on|over|across|down|from|against|around|between)|over|above|on|onto|around|between|behind|outside|beyond|through|across|against|down|along|into|covers|\p{L}{3,}(?<!even|morn)ing)\s/u.test(
        rest,
      ))
  );
}
const DOES_TO_SOMETHING =
  /^ (?:\p{L}+ly )?\p{L}{3,}(?:s|ed|ing) (?:the|an?|his|her|him|it|its|their|them|everything|through|onto|into|on|over|across|down|from|against|around|between|in|out|up|along|off|past) /u;
const PRAISE =
  /(?:beautiful|vibrant|aesthetic|professional|detailed|intricate|cinematic|masterpiece|colou?rs?|background|face|eyes|light(?:ing)?)$/iu;

const NAME_ARC: Arc = { tag: 'NNP', head: 0, label: 'ROOT', sure: 1, held: 1 };

/** The arcs without the first `drop` words; what hung on those is a root. */
const withoutFirst = (arcs: readonly Arc[], drop: number): Arc[] =>
  arcs.slice(drop).map((arc, i) => ({
    ...arc,
    head: arc.head < drop ? i : arc.head - drop,
    label: arc.head < drop ? 'ROOT' : arc.label,
  }));

/** A list without commas is parsed as trees side by side: it breaks where another starts. */
function newTrees(words: readonly Word[], arcs: readonly Arc[]): number[] {
  const rootOf = (i: number): number => {
    let at = i;
    for (let steps = 0; steps < arcs.length && (arcs[at] as Arc).head !== at; steps++)
      at = (arcs[at] as Arc).head;
    return at;
  };
  const starts: number[] = [];
  // "autumn leaves scattered around them": said of the leaves.
  const isSaidOf = (i: number): boolean =>
    hasTag(arcs[i], 'VBN') && isNoun(arcs[i - 1]) && hasTag(arcs[i + 1], 'IN');
  for (let i = 1; i < words.length; i++) if (rootOf(i) !== rootOf(i - 1) && !isSaidOf(i)) starts.push(i);
  return starts;
}

/** "INT. KITCHEN" and "MASTERPIECE" shout; short forms keep their capitals, names of scripts ("WENNA waits") the first. */
function withoutCapitals(text: string, dictionary: Dictionary, acting: ReadonlySet<string>): string {
  // "A FOX ON A ROOF".
  if (!/\p{Ll}/u.test(text) && /\p{Lu}\P{L}+\p{Lu}{3}/u.test(text)) return smallLetters(text);
  const isScript = /\p{Ll}{3}/u.test(text);
  return text.replace(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})|\p{Lu}{4,}/gu, (word) => {
    const small = word.toLowerCase();
    if (word.length !== smallLetters(word).length) return word;
    const known = dictionary.isNoun(small) || dictionary.isAdjective(small);
    if (isScript && (GIVEN_NAMES.has(small) || acting.has(small) || (word.length > 3 && !known)))
      return `${word[0]}${small.slice(1)}`;
    // "OLD MAN", but "USB".
    return word.length > 3 || (isScript && (isAlive(small) || AGES.has(small))) ? small : word;
  });
}

/** "JACK waits": words of the dictionary, in small letters, that somebody is called by who does something. */
const namesActing = (text: string, dictionary: Dictionary): ReadonlySet<string> =>
  new Set(
    matchesOf(text, ACTING).flatMap(({ groups: { name = '', deed = '' } = {} }) => {
      const small = name.toLowerCase();
      return NAMES_AND_WORDS.has(small) && dictionary.isVerb(dictionary.lemmaOf(deed, 'VBZ')) ? [small] : [];
    }),
  );
/** What is left of an age behind a name: "DAISY (30s) paces". */
const AGE_IN_SCRIPTS = /(?<=\p{Lu}{2}) ,\s+,(?=\s+\p{Ll}+s\s)/gu;
/** Whoever a sentence of a script starts with, and what one does. */
const ACTING = /(?:^|[.!?;:\n]\s*)(?<name>\p{Lu}{3,})\s+(?<deed>\p{Ll}+s)(?!\p{L})/gu;

const startInSmall = (word: Word, names: ProperNames): Word =>
  names.isPerson(word) || names.isUnknown(word) || /^\p{Lu}{2,}$/u.test(word.text)
    ? word
    : { ...word, text: word.lower };

const isEnd = (word: Word | undefined): boolean => word === undefined || word.text === ',';

/** The words that no set phrase takes, without what is left of quotation marks and what says how it is ("warm rim light"). */
function withoutSets(words: readonly Word[], sets: readonly Found[], dictionary: Dictionary): Word[] {
  const gone = new Set<Word>();
  for (const { phrase, start, end } of sets) {
    for (const word of words) if (word.start < end && start < word.end) gone.add(word);
    const at = words.findIndex((word) => word.start >= end);
    const next = words[at];
    // "wind howling": nobody else does.
    if (phrase.kind === 'weather' && next && /.ing$/.test(next.lower) && isEnd(words[at + 1])) gone.add(next);
    if (!isEnd(next)) continue;
    const before = words.filter((word) => word.end <= start);
    const tag = before.slice(before.findLastIndex(({ text }) => text === ',') + 1);
    const isLook = ({ lower }: Word): boolean => dictionary.isAdjective(lower) || isColour(lower);
    if (tag.length <= 3 && tag.every((word) => word.lower === 'and' || isLook(word)))
      for (const word of tag) gone.add(word);
  }
  return words.filter((word) => word.text !== '"' && !gone.has(word));
}
