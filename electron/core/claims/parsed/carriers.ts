/** Words put in so that the parser sees a sentence where a description has less than one. */
import { participle, singularOf } from '../english.js';
import { INANIMATE } from '../inanimate.js';
import { AGES, BODY, CLOTHING, COLOURS, isAlive, list, PLACES } from '../lexicon.js';
import { hasTag, isAdjective, isNoun, tagAt } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import { BEHIND_A_VERB } from './hidden-verbs.js';
import { isTitle } from './mentions.js';
import type { ProperNames } from './proper-names.js';
import { SUBJECTS } from './tree.js';
import { isThingAsWell, isThird } from './verbs.js';
import { type Arc, isOneOf, lowerAt, putIn, type Word } from './word.js';
import { standsAlone } from './word-order.js';

/** Whom or what a word put in for the parser means. */
export type Stand = 'last' | 'who' | 'which' | 'member' | readonly Word[];

/** A piece as the parser is to see it, and which of its words stand for what. */
export interface Carried {
  readonly words: readonly Word[];
  /** Leading words that are only there for the parser, and are left out of its answer. */
  readonly drop: number;
  /**
   * By index: stands for the last one named ('last'), for whoever the piece before ends with ('who', 'which'), for one
   * of several ('member'), or for the words of a name.
   */
  readonly stands: ReadonlyMap<number, Stand>;
  /** Whether something is done to what follows. */
  readonly reaches?: boolean;
}

const LEADS_ON = list(
  'a, an, the, his, her, its, their, in, on, at, over, under, by, with, into, through, down, up, to, out, around, across, beside, behind, from, toward, towards, along, against, both, away, back, upon, onto, near, next, and',
);
const DOING = list('wearing, holding, carrying, looking, smiling, sitting, standing, running, walking');
const STARTS = list(
  'is, are, the, a, an, one, two, in, on, at, his, her, their, its, of, with, and, by, no, without',
);
const NOT_DOING = list(
  'evening, morning, ceiling, building, wedding, spring, king, string, lighting, painting, clothing, nothing, something, everything, lightning, wing, ring, thing, during, red, bed, bled, led, shed, sled, hundred, seed, weed, reed, speed, breed',
);

/** "half hidden by …". */
const SO_FAR = list('half, almost, still, now, just, already, nearly');
const UNDERGONE = list(
  'hidden, torn, held, lit, caught, stuck, hung, bound, bent, sunk, led, thrown, driven, worn, woven, frozen, broken, blown, swept, carried, drawn',
);

/** "lighting a cigarette". */
const LIT = list(
  'cigarette, cigar, pipe, candle, candles, lamp, lantern, lanterns, torch, match, fire, campfire, bonfire, fuse, stove, incense, firework, fireworks',
);

/** "…, waves behind it": things where a place follows, whatever else they may be. */
const STANDS_THERE = list(
  'waves, leaves, lights, plants, sails, guards, rows, streams, boxes, ducks, cranes, trains, drums, heads, hands, faces, nails, pets, arches, flashes, drops, circles, rings, curls, flowers, stars, clouds',
);
const WHERE = list(
  'of, behind, in, on, under, beside, near, with, around, over, above, below, across, against, between',
);

/** "potted cactus", "fluorescent light": a noun that the parser took for one quality more. */
function endsInAThing(piece: readonly Word[], arcs: readonly Arc[], dictionary: Dictionary): boolean {
  const last = piece.at(-1)?.lower ?? '';
  return (
    piece.length > 1 &&
    hasTag(arcs.at(-2), 'JJ', 'VBN', 'VBG') &&
    hasTag(arcs.at(-1), 'JJ') &&
    dictionary.isNoun(last) &&
    !dictionary.isAdjective(last) &&
    !COLOURS.has(last) &&
    !AGES.has(last) &&
    !QUALITIES.has(last)
  );
}
const QUALITIES = list(
  'open, wet, dry, dark, light, cold, warm, hot, shut, closed, tall, short, old, young, happy, sad, alone, asleep, awake, blind, bald, wild, high, low, flat, round, square, straight, dead, alive, fat, thin, human, female, male, naked, barefoot',
);

const isThing = (word: string): boolean =>
  [INANIMATE, CLOTHING, PLACES].some((words) => words.has(word)) || isAlive(word);

/** "sprinkling salt over a pan": what is done is done to the noun behind. */
function reachesAtOnce(first: string, second: string, arcs: readonly Arc[], dictionary: Dictionary): boolean {
  const noun = arcs.findIndex((arc) => isNoun(arc) && arc.label !== 'compound');
  const verb = arcs[0];
  const isNamed =
    verb?.tag === 'NN' &&
    isDoneTo(first, dictionary) &&
    !NAMING.has(dictionary.lemmaOf(first, 'VBG')) &&
    !dictionary.isCompound(first, second);
  const isDeed = verb?.tag === 'VBG' || (verb?.tag === 'JJ' && isDoneTo(first, dictionary)) || isNamed;
  if (!isDeed || noun < 1 || noun > 3 || standsAlone(first)) return false;
  // "frying pan", "rocking chair", "writing desk lamp".
  const lemma = dictionary.lemmaOf(first, 'VBG');
  if (!(noun === 1 && DONE_TO.has(lemma)) && dictionary.isCompound(first, second)) return false;
  const isDone = verb.label !== 'amod' && arcs[noun]?.label === 'dobj';
  if (!isDone && !(isDoneTo(first, dictionary) && (noun === 1 || !NAMING.has(lemma)))) return false;
  // "shocking revelation".
  return !BY_THEMSELVES.has(lemma) && (isDoneTo(first, dictionary) || !dictionary.isAdjective(first));
}

/** As often what the thing behind is for: "writing desk lamp". */
const NAMING = list(
  'write, read, drink, play, serve, water, eat, paint, smoke, climb, taste, watch, mix, bake',
);

/** Tags for what somebody's face does. */
const EXPRESSIONS = list('smile, grin, frown, blush, wink, pout, smirk, laugh, yawn, scowl');

/** Hardly said of what does it. */
const DONE_TO = list(
  'touch, smoke, taste, water, climb, chase, pet, read, play, watch, write, paint, sprinkle, pour, eat, drink, knead, mix, stir, chop, slice, peel, hold, carry, throw, kick, push, pull, drag, lift, feed, hug, kiss, sweep, wield, raise, cast, share, tie, brush, adjust, juggle, toss, hurl, spread, scatter, serve, count, tear, grip, grab, stroke, sip, clutch, ride, aim, flip, repair, fix, mend, bake, polish, sew, knit, plant, unroll, unfold, load, stack',
);
/** As those are, but where the two words are one thing: "frying pan". */
const HANDLED = list(
  'pin, kickstart, trim, comb, braid, shave, cut, carve, chisel, weld, hammer, saw, drill, iron, fold, wash, rinse, scrub, wipe, rake, mow, shovel, dig, pick, gather, harvest, milk, shear, groom, saddle, catch, hunt, trap, gut, butcher, fry, grill, roast, toast, whisk, decorate, wrap, unwrap, pack, unpack, lock, unlock, extinguish, inflate, pump, fill, sharpen, clean, spray, photograph, strum, pluck, conduct, direct, teach, examine, inspect, study, sort, weigh, sell, buy, trade, deliver, unload, tow, steer, paddle, pilot, build, demolish, dismantle, assemble, tighten, loosen, weave, stitch, thread, embroider, cradle, dress, bandage, whittle, stoke, sift, scoop, ladle, crack, grate, squeeze, sign, stamp, dial, answer, tap, offer, herd, brandish, hoist, remove, lick, bite, suck, chew, sniff, open, wring, unbutton, button, zip, unzip, straighten, scratch, poke, pinch, shoot, fire, cross, enter, follow, summon, conjure, make, take, use, give, put, toast, sketch, copy, inspect, salute, greet, drown, rescue, strangle, bury, prune, pluck, reap, thresh, brew, ferment, light, extinguish, snuff',
);
/** "sprinkling": somebody does it to what comes next. */
export function isDoneTo(word: string, dictionary: Dictionary): boolean {
  const lemma = dictionary.lemmaOf(word, 'VBG');
  return DONE_TO.has(lemma) || HANDLED.has(lemma);
}

/** "flickering candles": nobody does it to them. */
const BY_THEMSELVES = list(
  'swirl, sparkle, shine, twinkle, flicker, fall, flow, bloom, melt, rot, smile, fade, wilt, drip, shimmer, steam, bubble, boil, rust, crumble, smolder, fly, swim, dance, cry, laugh, cheer, glow, bark, glisten, glitter, gleam, blaze, smoulder, drift, sway, billow, trickle, ripple, tower, loom, leak, sizzle, simmer',
);

/** What there is to try, likeliest first; the piece as it is comes last. */
export function carriersOf(
  piece: readonly Word[],
  arcs: readonly Arc[],
  names: ProperNames,
  dictionary: Dictionary,
): Carried[] {
  const plain: Carried = { drop: 0, ...namesReplaced(piece, names, 0) };
  const word = (i: number): string => lowerAt(piece, i);
  const isSmall = /^\p{Ll}/u.test(piece[0]?.text ?? '');
  const ly = /ly$/.test(word(0)) || SO_FAR.has(word(0)) ? 1 : 0;
  const doing =
    DOING.has(word(0)) ||
    (word(0) === 'lighting' && piece.slice(1, 3).some(({ lower }) => LIT.has(lower))) ||
    (/ing$/.test(word(ly)) &&
      !NOT_DOING.has(word(ly)) &&
      (piece.length === ly + 1 ||
        LEADS_ON.has(word(ly + 1)) ||
        reachesAtOnce(word(0), word(1), arcs, dictionary))) ||
    ((/ed$/.test(word(ly)) || UNDERGONE.has(word(ly))) &&
      !NOT_DOING.has(word(ly)) &&
      isOneOf(word(ly + 1), 'in', 'on', 'at', 'by', 'with', 'over', 'from', 'to'));
  if (piece.length === 1 && EXPRESSIONS.has(word(0))) {
    const text = participle(word(0));
    return [
      withLast([putIn('He'), putIn('is')], [{ ...(piece[0] as Word), text, lower: text }], names),
      plain,
    ];
  }
  const standing = withStanding(piece, arcs, names, dictionary);
  if (standing) return standing;
  const looks =
    piece.length <= 4 &&
    !(piece.length === 1 && isThing(word(0))) &&
    arcs.every(({ tag }) => /^(?:JJ|RB|CC|VBN|VBG)/.test(tag)) &&
    arcs.some(({ tag }) => /^(?:JJ|VBN)/.test(tag)) &&
    !endsInAThing(piece, arcs, dictionary);
  if (isSmall && (doing || looks)) {
    const lead = [putIn('He'), putIn('is')];
    // "sweeping courtyard": with an article the parser sees that the courtyard is swept.
    const isBare =
      piece.length > 1 &&
      isDoneTo(word(0), dictionary) &&
      arcs
        .slice(1)
        .every(({ tag }, i) => (i === 0 ? /^(?:NN|JJ)/ : /^(?:NN|JJ|IN|DT|PRP\$|CD|CC)/).test(tag));
    const shown = isBare
      ? [withLast(lead, [...piece.slice(0, 1), putIn('the'), ...piece.slice(1)], names)]
      : [];
    return [{ ...withLast(lead, piece, names), reaches: isBare }, ...shown, plain];
  }
  const standsThere = STANDS_THERE.has(word(0)) && (WHERE.has(word(1)) || /.{2}ing$/.test(word(1)));
  // "saws, planes and sands a plank".
  const isListed =
    hasTag(arcs[0], 'NNS', 'VBZ') &&
    arcs[0]?.label === 'conj' &&
    word(1) === 'and' &&
    hasTag(arcs[2], 'VBZ') &&
    dictionary.isVerb(dictionary.lemmaOf(word(0), 'VBZ'));
  const finite =
    !standsThere &&
    (isListed ||
      (arcs[0]?.tag === 'VBZ' && (isThird(word(0)) || !dictionary.isNoun(word(0)))) ||
      (isThird(word(0)) &&
        word(1) !== 'of' &&
        (piece.length > 1 ? BEHIND_A_VERB.has(tagAt(arcs, 1)) : !isThingAsWell(word(0)))));
  // "Behind it stands a boy".
  if (
    isSmall &&
    finite &&
    standsAlone(word(0)) &&
    hasTag(arcs[1], 'DT', 'CD', 'NNS') &&
    // "stretches one finger".
    !BODY.has(singularOf(word(2)).singular)
  )
    return [plain];
  if (isSmall && finite && !isOneOf(word(0), 'is', 'has', 'there'))
    return [withLast([putIn('He')], piece, names), plain];
  // "three cubs, wrapped in towels, blow on …".
  if (
    isSmall &&
    arcs[0]?.tag === 'VBP' &&
    piece.length > 1 &&
    BEHIND_A_VERB.has(tagAt(arcs, 1)) &&
    !isOneOf(word(0), 'are', 'have', 'do')
  )
    return [withLast([putIn('They')], piece, names), plain];
  const name = leadingName(piece, names);
  if (name > 0 && DOES.test(word(name))) {
    const { words, stands } = namesReplaced(piece.slice(name), names, 1);
    return [
      {
        words: [putIn('He'), ...words],
        drop: 0,
        stands: new Map<number, readonly Word[]>([[0, piece.slice(0, name)], ...stands]),
      },
    ];
  }
  if (
    /(?:ing|ed)$/.test(word(1)) &&
    !NOT_DOING.has(word(1)) &&
    (piece.length === 2 || LEADS_ON.has(word(2))) &&
    !STARTS.has(word(0)) &&
    name === 0
  )
    return [{ words: [putIn('the'), ...piece], drop: 1, stands: new Map() }];
  return [plain];
}

/** What one of several leads on to, or all of them. */
const LEADS_FROM_ONE = list('VBG, VBN, VBZ, VBP, VBD, IN');
const MEMBER =
  /^(?:(?:one|two|three|four|five|some|several|many|most|all|both) of them|one|two|three|another|(?:the )?others?|(?:the|an?) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?: one)?|the (?:\p{L}+er (?:one|of the two)|\p{L}{3,}est))(?= |$)/u;

const ONE_OF_THEM = /^(?:one|another)(?: of them)?$|^(?:the|an?) (?!others$)/;

/** "who kneels", "one holding a rope", "both looking up": whom these words mean stands in the pieces before. */
function withStanding(
  piece: readonly Word[],
  arcs: readonly Arc[],
  names: ProperNames,
  dictionary: Dictionary,
): Carried[] | null {
  const [first, second] = [piece[0], piece[1]];
  if (!first || !second || !/^\p{Ll}/u.test(first.text)) return null;
  const word = (at: number): string => lowerAt(piece, at);
  const wordsBefore = (count: number): string =>
    piece
      .slice(0, count)
      .map(({ lower }) => lower)
      .join(' ');
  const known = (count: number, what: Stand): Carried[] | null => {
    const next = arcs[count];
    // "one red and one blue".
    const isLook = isAdjective(next) && (piece.length === count + 1 || piece[count + 1]?.lower === 'and');
    const last = piece[count - 1] as Word;
    // "a third dozing against a wall".
    const isDeed =
      next?.tag === 'NN' &&
      /.{3}ing$/.test(piece[count]?.lower ?? '') &&
      !NOT_DOING.has(piece[count]?.lower ?? '') &&
      (piece.length === count + 1 || BEHIND_A_VERB.has(tagAt(arcs, count + 1)));
    // "one waves": one of them is no plural.
    const isDoing =
      hasTag(next, 'NNS') &&
      ONE_OF_THEM.test(wordsBefore(count)) &&
      dictionary.isVerb(dictionary.lemmaOf(word(count), 'VBZ')) &&
      (piece.length === count + 1 || BEHIND_A_VERB.has(tagAt(arcs, count + 1)));
    if (
      !next ||
      !(LEADS_FROM_ONE.has(next.tag) || isLook || isDeed || isDoing) ||
      piece[count]?.lower === 'of'
    )
      return null;
    const he: Word = { ...putIn(next.tag === 'VBP' ? 'they' : 'he'), start: first.start, end: last.end };
    const lead = hasTag(next, 'VBZ', 'VBP', 'VBD') || isDoing ? [he] : [he, putIn('is')];
    const rest = isLook
      ? piece.slice(count).filter(({ lower }) => !isOneOf(lower, 'one', 'the', 'other'))
      : piece.slice(count);
    const { words, stands } = namesReplaced(rest, names, lead.length);
    return [{ words: [...lead, ...words], drop: 0, stands: new Map<number, Stand>([[0, what], ...stands]) }];
  };
  if (first.lower === 'who' || first.lower === 'which') return known(1, first.lower);
  const member = MEMBER.exec(wordsBefore(5))?.[0];
  return member === undefined ? null : known(member.split(' ').length, 'member');
}

/** What somebody does, right behind a name. */
const DOES = /(?:s|ed|ing)$|^(?:and|who|sat|stood|ran|held|wore|slept|ate|fell|flew)$/;

const withLast = (lead: readonly Word[], piece: readonly Word[], names: ProperNames): Carried => {
  const { words, stands } = namesReplaced(piece, names, lead.length);
  return {
    words: [...lead, ...words],
    drop: 0,
    stands: new Map<number, Stand>([[0, 'last'], ...stands]),
  };
};

/** Names as "the woman", which the parser knows. `at`: how many words stand before. */
function namesReplaced(
  piece: readonly Word[],
  names: ProperNames,
  at: number,
): { words: Word[]; stands: Map<number, readonly Word[]> } {
  const words: Word[] = [];
  const stands = new Map<number, readonly Word[]>();
  for (let i = 0; i < piece.length; i++) {
    const end = nameEnd(piece, names, i);
    if (end === i) {
      words.push(piece[i] as Word);
      continue;
    }
    words.push(putIn('the'), putIn('woman'));
    stands.set(at + words.length - 1, piece.slice(i, end));
    i = end - 1;
  }
  return { words, stands };
}

/** Index after the name that starts at `at`, its title included; `at` where none does. */
function nameEnd(piece: readonly Word[], names: ProperNames, at: number): number {
  const [first, second] = [piece[at], piece[at + 1]];
  let end = first && second && isTitle(first.text) && names.isPerson(second) ? at + 1 : at;
  while (end < piece.length && names.isPerson(piece[end] as Word)) end++;
  return end;
}

/** How many words the name takes that the piece starts with, something else following. */
function leadingName(piece: readonly Word[], names: ProperNames): number {
  const end = nameEnd(piece, names, 0);
  const next = piece[end];
  return next && /^\p{Ll}/u.test(next.text) ? end : 0;
}

/** Whether the parser took the word put in for the subject, and what is done for done to something where it has to be. */
export const carries = ({ stands, reaches }: Carried, arcs: readonly Arc[]): boolean =>
  !stands.has(0) ||
  (SUBJECTS.some((label) => label === arcs[0]?.label) &&
    (reaches !== true || arcs.some(({ label }) => label === 'dobj')));
