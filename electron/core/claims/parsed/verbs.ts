/** Forms of what somebody does in a picture, for words that a parser takes for nouns. */
import { withS } from '../english.js';
import { BARE_VERBS, list, VERB_FORMS } from '../lexicon.js';

const MORE =
  'flap, glint, billow, chew, squeeze, streak, fog, flash, spin, crash, scatter, drop, peel, chop, stir, bake, cheer, clap, hum, gallop, trot, sprint, jog, skate, ski, dangle, sway, flutter, splash, drip, melt, crumble, collapse, explode, erupt, roar, growl, purr, hiss, chirp, giggle, sob, weep, sigh, gasp, scream, argue, chat, talk, salute, nod, shrug, wink, trip, tumble, roll, bounce, spill, pack, unpack, load, drive, steer, park, pedal, paddle, polish, sharpen, clean, scrub, wipe, juggle, balance, haul, shove, toss, hurl, scoop, sprinkle, rake, shovel, sip, munch, nibble, lick, sniff, taste, crawl, slither, scurry, dart, dash, flee, attack, aim, shoot, dodge, pray, meditate, pose, slump, slouch, recline, doze, dream, snore, wake, loom, overlook, arch, twist, frame, flank, sink, swing, shake, tremble, shiver, glitter, sparkle, shimmer, gleam, flicker, blaze, illuminate, reflect, cast, limp, blush, beg, pounce, graze, nestle, cradle, inspect, adjust, operate, pilot, conduct, perform, chant, drum, strum, sell, buy, trade, weave, spar, box, train, duck, ascend, descend, rush, race, share, drape, hunt, thread, unlock, unroll, unwrap, pry, mow, knead, fasten, smirk, sneer, scowl, glare, wince, recoil, cower, huddle, stagger, topple, squint, fetch, tilt, lower, weld, unzip, clench, spray, gush, spurt, trickle, seep, ooze, crackle, wobble, teeter, totter, stumble, lurch, hobble, shuffle, trudge, plod, saunter, swagger, prance, waddle, wade, skid, swerve, veer, hover, soar, swoop, flit, croak, bleat, neigh, bray, snarl, whimper, mutter, yell, applaud, whittle, bail, clatter, vanish, emerge, huff, wrestle, wag, tiptoe, meow, quack, caw, snuggle, cuddle, embrace, hurtle, plummet, zoom, whiz, unload, deliver, fasten';
const BARE = list(MORE);
const THIRD: ReadonlySet<string> = new Set([...BARE].map(withS));
/** Plurals of things far more often than deeds, but behind somebody: "a girl waves". */
const THINGS = list(
  'waves, leaves, lights, plants, bows, sails, guards, drinks, steps, watches, lies, rings, rows, lines, fills, covers, walks, rides, climbs, hides, presses, hands, heads, faces, touches, strokes, picks, fixes, locks, ties, marches, kicks, hops, blinks, streams, circles, paints, fishes, pets, nails, streaks, flashes, drops, rolls, trips, bounces, swings, frames, arches, poses, dreams, sinks, tugs, balances, spins, boxes, ducks, trains, drums, casts, parks, packs, loads, trades, races, hunts, threads, sparks, drapes, polishes, blazes, shovels, rakes, pilots, darts, dashes, cranes',
);

/** "chews", "kneels": what one does, in the present. */
export const isThird = (word: string): boolean =>
  /s$/.test(word) && (VERB_FORMS.has(word) || THIRD.has(word));
/** "chew", "kneel": what several do. */
export const isBare = (word: string): boolean => BARE_VERBS.has(word) || BARE.has(word);
export const isThingAsWell = (word: string): boolean => THINGS.has(word);
