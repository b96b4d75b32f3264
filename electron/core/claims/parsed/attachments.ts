/** What the parser hangs on a word near by that is not the one meant: rules for one word at a time, in their order. */
import type { Dictionary } from './dictionary.js';
import { HungWords } from './hung-words.js';
import {
  doBoth,
  dressAs,
  giveOwnDeed,
  giveOwnDoer,
  goOn,
  joinToNearest,
  leadToSecond,
  parallel,
  seeHer,
  seeIt,
  sitDown,
  standUp,
} from './nearest-doers.js';
import { beSo, fill, giveBoth, giveTo, keepSo, keepWatch, letGo, paintSo } from './nearest-objects.js';
import { curlUp, helpBy, hold, spread, takeForDone, tearBy } from './nearest-participles.js';
import {
  carryAlong,
  chaseAlong,
  goThatWay,
  lead,
  leadOn,
  leaveLoad,
  onBack,
  pullIn,
  seeThere,
} from './nearest-places.js';
import type { Arc, Word } from './word.js';

const RULES: readonly ((hung: HungWords, at: number) => void)[] = [
  takeForDone,
  curlUp,
  joinToNearest,
  giveOwnDoer,
  giveOwnDeed,
  sitDown,
  fill,
  parallel,
  dressAs,
  leadToSecond,
  pullIn,
  standUp,
  lead,
  hold,
  spread,
  carryAlong,
  giveTo,
  giveBoth,
  chaseAlong,
  goOn,
  doBoth,
  keepWatch,
  seeHer,
  seeIt,
  tearBy,
  helpBy,
  onBack,
  leaveLoad,
  leadOn,
  letGo,
  keepSo,
  paintSo,
  beSo,
  seeThere,
  goThatWay,
];

/** Of each word what it is known to hang on, the first words first. */
export function withNearestHeads(
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] {
  const hung = new HungWords(words, arcs, dictionary);
  for (const at of words.keys()) for (const rule of RULES) rule(hung, at);
  return hung.arcs;
}
