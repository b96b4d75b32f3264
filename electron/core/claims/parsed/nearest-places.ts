/** Where something goes or is, and which way: prepositions that the parser hangs on a noun near by or on another verb. */
import { BODY, CLOTHING, HANDLES, isAlive, list } from '../lexicon.js';
import { hasLabel, isNoun, isVerb } from './arcs.js';
import type { HungWords } from './hung-words.js';

/** "hauls in his net": nobody is in it. */
export function pullIn(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  if (hung.lower(i) !== 'in' || label !== 'prep' || head !== i - 1 || !isVerb(hung.arc(head))) return;
  const verb = hung.lemma(head);
  const object = hung.kids(i, 'pobj')[0];
  if (object === undefined) return;
  if (!HAULING.has(verb) && !(PULLING.has(verb) && (hung.isOwn(object) || LINES.has(hung.lower(object)))))
    return;
  hung.move(i, head, 'prt', 'RP');
  hung.move(object, head, 'dobj');
}

/** "leads a cow by a rope past a fence", "looks through a telescope at a ship": led past it, and looked at. */
export function lead(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const noun = hung.arc(head);
  leadFrom(hung, i);
  if (label !== 'prep' || head > i || !isNoun(noun) || !hasLabel(noun, 'pobj', 'dobj')) return;
  const verb = hung.verbAbove(head);
  if (verb < 0) return;
  const word = hung.lower(i);
  if (word === 'at') {
    if (AIMING.has(hung.lemma(verb))) hung.move(i, verb, 'prep');
    return;
  }
  const isLed = noun.label === 'pobj' && MOVING.has(hung.lower(noun.head));
  const isBy = noun.label === 'pobj' && hung.lower(noun.head) === 'by' && HANDLES.has(hung.lower(head));
  if (isBy && hung.arc(noun.head).head === verb && word !== 'of') hung.move(i, verb, 'prep');
  const isPath = PATHS.has(hung.lemma(head));
  if (TOWARDS.has(word) ? isPath && !isLed : !(ALONG.has(word) && isLed && !isPath)) return;
  hung.move(i, verb, 'prep');
}

/** "stands on a road into a village": whoever stands there leads nowhere. */
function leadFrom(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const before = hung.arcs[i - 1];
  if (label !== 'prep' || !TOWARDS.has(hung.lower(i)) || !isNoun(before) || before?.label !== 'pobj') return;
  if (isVerb(hung.arc(head)) && STILL.has(hung.lemma(head)) && PATHS.has(hung.lower(i - 1)))
    hung.move(i, i - 1, 'prep');
}

/** "climbs down a pipe with a sack clenched between his teeth": the sack is not the pipe's. */
export function carryAlong(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  if (hung.lower(i) !== 'with' || label !== 'prep' || !isNoun(hung.arc(head))) return;
  if (isAlive(hung.lower(head)) || CLOTHING.has(hung.lower(head)) || hung.arc(head).label !== 'pobj') return;
  const verb = hung.verbAbove(head);
  const isOnSomebody = hung
    .kids(i, 'pobj')
    .flatMap((at) => hung.kids(at, 'acl'))
    .flatMap((at) => hung.kids(at, 'prep'))
    .flatMap((at) => hung.kids(at, 'pobj'))
    .some((at) => hung.isOwn(at) && BODY.has(hung.lower(at)));
  if (verb >= 0 && isOnSomebody) hung.move(i, verb, 'prep');
}

/** "is chased by a goose across a yard": chased across it. */
export function chaseAlong(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const doer = hung.arc(head);
  const by = hung.arc(doer.head);
  if (label !== 'prep' || !(ALONG.has(hung.lower(i)) || TOWARDS.has(hung.lower(i)))) return;
  if (doer.label !== 'pobj' || hung.lower(doer.head) !== 'by' || hung.arc(by.head).tag !== 'VBN') return;
  hung.move(i, by.head, 'prep');
}

/** "on his spiky back": a part of him, and no way to go. */
export function onBack(hung: HungWords, i: number): void {
  const look = i - 1;
  const held = hung.arcs[look];
  if (hung.lower(i) !== 'back' || hung.arc(i).tag !== 'RB' || held?.label !== 'pobj' || !hung.isOwn(look))
    return;
  if (!hung.dictionary.isAdjective(hung.lower(look))) return;
  const { head } = held;
  for (const kid of hung.kids(look)) hung.move(kid, i, hung.arc(kid).label);
  hung.move(i, head, 'pobj', 'NN');
  hung.move(look, i, 'amod', 'JJ');
}

/** "pulls a sled loaded with wood through snow": pulled through it. */
export function leaveLoad(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const loaded = hung.arc(head);
  if (label !== 'prep' || loaded.tag !== 'VBN' || loaded.label !== 'acl' || !LOADED.has(hung.lower(head)))
    return;
  if (!ALONG.has(hung.lower(i)) && !TOWARDS.has(hung.lower(i))) return;
  const verb = hung.verbAbove(loaded.head);
  if (verb >= 0) hung.move(i, verb, 'prep');
}

/** "tiptoes down the stairs": what leads to a noun is a preposition. */
export function leadOn(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  if (label !== 'pobj' || !isVerb(hung.arc(head)) || !isNoun(hung.arc(i))) return;
  let at = i - 1;
  while (at > head && hung.arc(at).head === i) at--;
  if (at <= head || hung.arc(at).label !== 'prt' || hung.arc(at).head !== head) return;
  hung.move(at, head, 'prep', 'IN');
  hung.move(i, at, 'pobj');
}

/** "points at a flag on a ship": the flag is there. */
export function seeThere(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const seen = hung.arcs[i - 1];
  if (label !== 'prep' || !isNoun(seen) || seen?.label !== 'pobj') return;
  const isIn = hung.lower(i) === 'in' && hung.kids(i, 'pobj').some((at) => HOLDERS.has(hung.lower(at)));
  if (!isIn && !ON_IT.has(hung.lower(i))) return;
  if (hung.lower(seen.head) !== 'at' || hung.arc(seen.head).head !== head || seen.head > i) return;
  if (isVerb(hung.arc(head)) && AIMING.has(hung.lemma(head))) hung.move(i, i - 1, 'prep');
}

/** "drags a sled uphill": the sled is dragged. */
export function goThatWay(hung: HungWords, i: number): void {
  const { label, head } = hung.arc(i);
  const noun = i - 1;
  if (!WAYS.has(hung.lower(i)) || label !== 'dobj' || noun <= head || hung.arc(noun).head !== i) return;
  for (const kid of hung.kids(i)) if (kid < noun) hung.move(kid, noun, hung.arc(kid).label);
  hung.move(noun, head, 'dobj', isNoun(hung.arc(noun)) ? hung.arc(noun).tag : 'NN');
  hung.move(i, head, 'advmod', 'RB');
}

const LOADED = list('loaded, filled, covered, packed, stacked, laden');
const HAULING = list('haul, reel, rope, plug');
const PULLING = list('pull, draw, bring, gather, take, drag');
const LINES = list('rope, line, net, nets, sail, sails, anchor, cable, washing, laundry');
const AIMING = list(
  'look, stare, gaze, peer, peek, glance, point, wave, smile, shout, squint, aim, shoot, fire, throw, toss, hurl, fling, bark, growl, swing, blow, spit, bat, paw, swipe, snap, hiss',
);
const ON_IT = list('on, under, behind, beside, above, below, near, between');
/** Whoever looks at what is in these is not in them. */
const HOLDERS = list(
  'tree, sky, cage, nest, pond, bowl, box, basket, jar, mirror, cradle, crib, aquarium, tank, glass, bottle, frame, hand, hands, arms',
);
const WAYS = list(
  'uphill, downhill, upstairs, downstairs, upstream, downstream, uptown, downtown, indoors, outdoors, aboard, ashore, twice, home, aloud, barefoot, overhead, sideways, backwards, forwards',
);
const TOWARDS = list('towards, toward, past, into, onto');
const ALONG = list('through, across, along, down, up');
const MOVING = list('down, along, across, up, through, over, by, from, of, off, past');
/** What lies along them says where they lead. */
const PATHS = list(
  'road, path, street, way, lane, door, gate, window, stair, stairs, step, steps, ladder, bridge, tunnel, passage, entrance, opening, hole, crack, gap, trail, track, tracks, view, hallway, corridor, staircase, gateway, portal, slope, ramp, pipe, line, row, river, stream, journey, walk, trip',
);
const STILL = list('be, have, stand, sit, lie, hang, kneel, wait, sleep, see, show, wear, contain, feature');
