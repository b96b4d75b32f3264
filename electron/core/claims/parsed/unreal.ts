/** What a clause names that need not be in the picture: one of two, what is missing, what somebody only wishes for. */
import { list } from '../lexicon.js';
import { hasTag, isVerb } from './arcs.js';
import { type Draft, wordsOfDraft } from './draft.js';
import { Tree } from './tree.js';
import { isOneOf, type ParsedWord } from './word.js';

export interface Unreal {
  /** Of these nothing is taken apart: their clause is asked whole. */
  readonly open: ReadonlySet<ParsedWord>;
  /** Of these nothing is said but that they are not there, or not so. */
  readonly denied: ReadonlySet<ParsedWord>;
}

/** Who does this need not have, or see, what it reaches: "dreams of a castle". */
const WISHING = list(
  'want, wish, need, desire, crave, imagine, dream, remember, recall, miss, lack, expect, await, hope, fear, forget, plan, refuse, pretend',
);
/** These only where "for" leads on. */
const SEEKING = list('look, search, hunt, ask, beg, call, pray, long, yearn');
const GONE = list('gone, missing, absent');

/** Where a piece turns to what need not be there; its length where it never does. */
function turnIn(words: readonly ParsedWord[]): number {
  const turns = words.flatMap((word, i): number[] => {
    const { lower, lemma } = word;
    const [before, next] = [words[i - 1], words[i + 1]?.lower];
    const isLost = lemma === 'lose' && hasTag(words[i + 1], 'PRP$');
    // Of "a wanted poster" somebody says what it is.
    if (isLost || (isVerb(word) && word.tag !== 'VBN' && WISHING.has(lemma))) return [i + 1];
    const isTurn =
      (lower === 'for' && before !== undefined && isVerb(before) && SEEKING.has(before.lemma)) ||
      (lower === 'no' && next === 'longer') ||
      (isOneOf(lower, 'hardly', 'barely', 'scarcely') && next === 'any') ||
      (lower === 'free' && next === 'of');
    return isTurn ? [i] : [];
  });
  return Math.min(words.length, ...turns);
}

/** Of "neither a cat nor a dog" the small parser makes anything; of "the lantern is gone" nothing is seen. */
const isAllOpen = (words: readonly ParsedWord[]): boolean =>
  words.some(
    ({ lower }, i) =>
      lower === 'nor' ||
      lower === 'neither' ||
      (lower === 'none' && words[i + 1]?.lower === 'of') ||
      (GONE.has(lower) && isOneOf(words[i - 1]?.lemma, 'be', 'have')),
  );

/** "a red or blue coat": the two that "or" stands between, with what hangs on the second. "no hat or scarf" is neither. */
function alternatives(tree: Tree, or: number): number[] {
  if (tree.words.slice(0, or).some(({ lower }) => isOneOf(lower, 'no', 'not', "n't", 'never', 'without')))
    return [];
  const { head } = tree.word(or);
  const found = tree.kids(head, 'conj').filter((kid) => kid > or);
  if (found.length === 0) return [];
  for (const at of found) found.push(...tree.kids(at).filter((kid) => !found.includes(kid)));
  return [head, ...found];
}

/** "a lantern" of "does not hold a lantern", "a leash" of "not on a leash"; "the lantern" may be there. */
function deniedBy(tree: Tree, i: number): number[] {
  const isAny = (at: number): boolean =>
    tree.kids(at, 'det', 'poss', 'nummod').every((kid) => isOneOf(tree.lower(kid), 'a', 'an', 'any'));
  const isDenied = (tree.isVerb(i) && tree.isNegated(i)) || tree.lower(i - 1) === 'not';
  const reached = isDenied ? tree.kids(i, 'dobj', 'prep', 'pobj') : [];
  return reached
    .flatMap((kid) => (tree.word(kid).label === 'prep' ? tree.kids(kid, 'pobj') : [kid]))
    .filter(isAny);
}

export function unrealIn(pieces: readonly (readonly ParsedWord[])[]): Unreal {
  const open = new Set<ParsedWord>();
  const denied = new Set<ParsedWord>();
  for (const piece of pieces) {
    const tree = new Tree(piece);
    const turn = isAllOpen(piece) ? 0 : turnIn(piece);
    for (const [i, word] of piece.entries()) {
      if (i >= turn) open.add(word);
      if (word.lower === 'or') for (const at of alternatives(tree, i)) open.add(tree.word(at));
      for (const at of deniedBy(tree, i)) denied.add(tree.word(at));
    }
  }
  return { open, denied };
}

export const isOpen = (draft: Draft, { open }: Unreal): boolean =>
  open.size > 0 && wordsOfDraft(draft).some((word) => open.has(word));

/** Whether it would ask for what is denied. */
export const asksForDenied = ({ kind, subject, negated }: Draft, { denied }: Unreal): boolean =>
  !negated && kind === 'entity' && subject !== null && denied.has(subject.head);
