import { readFileSync } from 'node:fs';
import { Dictionary } from '../dictionary.js';
import type { Draft, Mention } from '../draft.js';
import { Mentions } from '../mentions.js';
import { PieceWalk } from '../piece-walk.js';
import { parsed, Tree } from '../tree.js';
import { type Arc, type ParsedWord, wordsOf } from '../word.js';
import { tagged } from './tagged.js';

const words = new URL('../../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));

const NAME: Arc = { tag: 'NNP', head: 0, label: 'ROOT', sure: 1, held: 1 };

const textOf = (some: readonly ParsedWord[]): string[] => some.map(({ lower }) => lower);
const named = (mention: Mention | null): string[] => {
  if (mention === null) return [];
  const whose = mention.owner === null ? [] : [`${named(mention.owner).join(' ')}'s`];
  const who = mention.same === null ? [] : ['alias', ...named(mention.same)];
  const among = mention.among === null ? [] : ['one', 'of'];
  return [
    ...among,
    ...whose,
    ...textOf(mention.words),
    ...(mention.of ? ['of', ...named(mention.of)] : []),
    ...who,
  ];
};

function written({ kind, negated, subject, said, direct, link, object, also, passive }: Draft): string {
  const words = [
    ...(negated ? ['not'] : []),
    ...(subject === null ? ['nobody'] : named(subject)),
    ...textOf(said),
    ...named(direct),
    ...textOf(link),
    ...named(object),
    ...(also ? ['and', ...named(also)] : []),
    ...(passive ? ['(done to it)'] : []),
  ];
  return `${kind}: ${words.join(' ')}`;
}

/**
 * What the walk notes down of a text that is parsed as said, in order: "relation: fox under tree". Pieces of a sentence
 * stand around " , ", sentences around " . "; `tagged` says how words are written. "he=Wenna/PRP/nsubj/1": that word was put
 * in for a name.
 */
export function walked(text: string): string[] {
  const mentions = new Mentions(dictionary, ({ text: word }) => /^\p{Lu}/u.test(word));
  const walk = new PieceWalk(mentions);
  for (const sentence of text.split(' . '))
    for (const [i, piece] of sentence.split(' , ').entries()) {
      const { words: own, arcs } = tagged(piece.replace(/=\p{L}+/gu, ''));
      const all = parsed(own, arcs, (word, tag) => dictionary.lemmaOf(word, tag));
      const stands = new Map<ParsedWord, Mention>();
      for (const [at, word] of piece.split(' ').entries()) {
        const name = /=(\p{L}+)/u.exec(word)?.[1];
        if (name) stands.set(all[at] as ParsedWord, mentions.called(parsed(wordsOf(name), [NAME])));
      }
      walk.takePiece(all, new Tree(all), stands, i > 0);
    }
  return walk.drafts.map(written);
}
