import { APART, LEFT_BELOW, RIGHT_ABOVE } from './claim-meaning.js';
import { coloursOf } from './claims.js';
import { pick, type Random } from './random.js';
import {
  ANIMALS,
  FRAMINGS,
  type Framing,
  INDOOR_PLACES,
  type Kind,
  MOODS,
  OBJECTS,
  PEOPLE,
  PLACES,
  type Place,
  POSES,
  type Pose,
  type Scene,
  STYLES,
  type Style,
  type Subject,
  TIMES,
  type TimeOfDay,
  WEATHERS,
  type Weather,
} from './scene.js';
import { isHoldable, isPerson } from './vocabulary.js';

/** Fields to keep fixed; the rest is drawn at random. */
export interface SampleOptions {
  readonly place?: Place;
  readonly time?: TimeOfDay;
  readonly weather?: Weather;
  readonly framing?: Framing;
  readonly style?: Style;
  /** At least this many subjects, 0–2. Default 0. */
  readonly atLeast?: number;
}

export function isIndoors(place: Place): boolean {
  return (INDOOR_PLACES as readonly string[]).includes(place);
}

/** One of `values` by the weights at the same indices. */
function weighted<T>(random: Random, values: readonly T[], weights: readonly number[]): T {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, value] of values.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return value;
  }
  return values[values.length - 1] as T;
}

function take<T>(random: Random, from: readonly T[], count: number): T[] {
  const rest = [...from];
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0] as T);
}

function sampleKinds(random: Random, framing: Framing, atLeast: number): Kind[] {
  const most = framing !== 'close-up' ? 4 : random() < 0.85 ? 2 : 3;
  for (;;) {
    const people = weighted(random, [0, 1, 2, 3], [0.17, 0.38, 0.28, 0.17]);
    const animals = weighted(random, [0, 1, 2], [0.42, 0.42, 0.16]);
    const objects = weighted(random, [0, 1, 2], [0.3, 0.48, 0.22]);
    const total = people + animals + objects;
    if (total > most || total < atLeast || (total === 0 && random() < 0.5)) continue;
    return [
      ...take(random, PEOPLE, people),
      ...take(random, ANIMALS, animals),
      ...take(random, OBJECTS, objects),
    ];
  }
}

/** The widest gap that `count` subjects keep from each other, in frame units. */
function gapOf(count: number, framing: Framing): number {
  if (count >= 4) return APART + 0.01;
  if (count === 3) return framing === 'close-up' ? 0.29 : 0.26;
  return framing === 'close-up' ? 0.36 : 0.29;
}

/**
 * Where `count` subjects stand from left to right, in random order: well apart,
 * and mostly clear of the borders of left and right.
 */
export function samplePositions(random: Random, count: number, framing: Framing): number[] {
  const gap = gapOf(count, framing);
  const low = count >= 4 ? 0.12 : count === 3 ? 0.15 : 0.2;
  const room = 1 - 2 * low - gap * (count - 1);
  let positions: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const offsets = Array.from({ length: count }, () => random() * room).sort((a, b) => a - b);
    positions = offsets.map((offset, i) => low + offset + gap * i);
    const isClear = positions.every(
      (x) => Math.abs(x - LEFT_BELOW) > 0.025 && Math.abs(x - RIGHT_ABOVE) > 0.025,
    );
    if (isClear) break;
  }
  return take(random, positions, count);
}

/** How far in front of its holder a held thing is taken to be, in frame units. */
const REACH = 0.06;

/** Where a thing is when this person holds it. */
export function heldAt(holder: Pick<Subject, 'x' | 'facing'>): number {
  return Math.min(0.98, Math.max(0.02, holder.x + REACH * holder.facing));
}

function samplePose(random: Random, kind: Kind): Pose {
  if (isPerson(kind)) return weighted(random, POSES, [0.42, 0.28, 0.12, 0.18]);
  return weighted(random, ['stand', 'walk', 'sit'] as const, [0.4, 0.3, 0.3]);
}

/** A scene in which every kind, colour, place, time, weather, framing, style and arrangement has its turn. */
export function sampleScene(random: Random, options: SampleOptions = {}): Scene {
  const place = options.place ?? pick(random, PLACES);
  const time = options.time ?? pick(random, TIMES);
  const outdoorWeather = options.weather ?? weighted(random, WEATHERS, [0.31, 0.23, 0.23, 0.23]);
  const framing = options.framing ?? pick(random, FRAMINGS);
  const style = options.style ?? pick(random, STYLES);
  const kinds = sampleKinds(random, framing, options.atLeast ?? 0);

  const holders = kinds.flatMap((kind, i) => (isPerson(kind) ? [i] : []));
  const heldBy = kinds.map((kind): number | undefined => {
    if (!isHoldable(kind) || holders.length === 0 || random() > 0.58) return undefined;
    return holders.splice(Math.floor(random() * holders.length), 1)[0];
  });
  const standing = kinds.flatMap((_, i) => (heldBy[i] === undefined ? [i] : []));
  const positions = samplePositions(random, standing.length, framing);
  const subjects: Subject[] = [];
  for (const [i, kind] of kinds.entries()) {
    const holder = heldBy[i];
    const isAlive = !(OBJECTS as readonly string[]).includes(kind);
    const facing = random() < 0.5 ? -1 : 1;
    const own = {
      kind,
      colour: pick(random, coloursOf(kind)),
      facing,
      mood: isAlive ? pick(random, MOODS) : 'calm',
      pose: isAlive ? samplePose(random, kind) : 'stand',
    } as const;
    // People come first in `kinds`, so that a holder has been placed before what is held.
    const person = holder === undefined ? undefined : subjects[holder];
    subjects.push(
      person && holder !== undefined
        ? { ...own, x: heldAt(person), facing: person.facing, heldBy: holder }
        : { ...own, x: positions[standing.indexOf(i)] ?? 0.5 },
    );
  }
  return {
    place,
    time,
    weather: isIndoors(place) ? 'clear' : outdoorWeather,
    framing,
    style,
    subjects,
    seed: Math.floor(random() * 4294967296),
  };
}
