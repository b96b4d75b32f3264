/** Sentences as the parser reads them, with what it is known to take for something else set right. */
import { withNearestHeads } from './attachments.js';
import type { Dictionary } from './dictionary.js';
import { doubtfulVerbs, isSurer, sureOf, withVerbsShown } from './hidden-verbs.js';
import {
  withCopulas,
  withDeedsBetween,
  withDeedsOfSomebody,
  withDoersBefore,
  withOpenings,
  withPerfects,
  withSubjects,
  withThingsReached,
} from './mended-deeds.js';
import {
  withAdjectives,
  withCompounds,
  withKnownCompounds,
  withLooks,
  withLooksReached,
  withMakes,
  withQualitiesFirst,
  withReached,
  withTornCompounds,
  withWhere,
} from './mended-nouns.js';
import type { Arc, Parser, Word } from './word.js';
import { withDoersBehind, withNearerHeads } from './word-order.js';

export interface WholeSentence {
  readonly words: readonly Word[];
  readonly arcs: readonly Arc[];
  /** As the parser gave them. */
  readonly given: readonly Arc[];
}

const textsOf = (words: readonly Word[]): string[] => words.map(({ text }) => text);

export async function wholeSentences(
  sentences: readonly (readonly Word[])[],
  parse: Parser,
  dictionary: Dictionary,
): Promise<WholeSentence[]> {
  const first = await surelyParsed(sentences, parse, dictionary);
  const whole = first.map(({ words, arcs }) => mendedSentence(words, arcs, dictionary));
  const shown = whole.map(({ words, arcs }) => withVerbsShown(words, arcs, dictionary));
  const changed = shown.flatMap((words, i) => (words === whole[i]?.words ? [] : [i]));
  if (changed.length === 0) return whole;
  const again = await parse(changed.map((i) => textsOf(shown[i] as readonly Word[])));
  for (const [k, i] of changed.entries())
    whole[i] = mendedSentence(shown[i] as readonly Word[], again[k] ?? [], dictionary);
  return whole;
}

const mendedSentence = (
  words: readonly Word[],
  given: readonly Arc[],
  dictionary: Dictionary,
): WholeSentence => ({ words, arcs: mended(words, given, dictionary), given });

/** The parser's own arcs; where it is surer of a sentence once a word is written as a plainer verb, of that one. */
async function surelyParsed(
  sentences: readonly (readonly Word[])[],
  parse: Parser,
  dictionary: Dictionary,
): Promise<Pick<WholeSentence, 'words' | 'arcs'>[]> {
  const first = await parse(sentences.map(textsOf));
  const whole = sentences.map((words, i) => ({ words, arcs: first[i] ?? [] }));
  const tried = whole.flatMap(({ words, arcs }, i) =>
    doubtfulVerbs(words, arcs, dictionary).map((one) => ({ ...one, i })),
  );
  if (tried.length === 0) return whole;
  const answers = await parse(tried.map(({ words }) => textsOf(words)));
  for (const [k, { i, ...one }] of tried.entries()) {
    const arcs = answers[k] ?? [];
    const best = whole[i] as Pick<WholeSentence, 'arcs'>;
    if (isSurer(one, arcs, first[i] ?? []) && sureOf(arcs) > sureOf(best.arcs))
      whole[i] = { words: one.words, arcs };
  }
  return whole;
}

/** In this order, each with what those before it set right. */
const MENDS: readonly ((
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
) => readonly Arc[])[] = [
  withAdjectives,
  withMakes,
  withLooks,
  withQualitiesFirst,
  withReached,
  withLooksReached,
  withWhere,
  withTornCompounds,
  withKnownCompounds,
  withDeedsOfSomebody,
  withDeedsBetween,
  withThingsReached,
  withCompounds,
  withSubjects,
  withDoersBefore,
  withCopulas,
  withPerfects,
  withOpenings,
  withDoersBehind,
  withNearerHeads,
  withNearestHeads,
];

/** The parser's arcs, with what is known to be otherwise set right. */
export const mended = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] => MENDS.reduce((known, mend) => mend(words, known, dictionary), arcs);
