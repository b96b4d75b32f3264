import { between, seededRandom, seedFrom } from '../random.js';
import {
  ANIMALS,
  type Animal,
  type Kind,
  PEOPLE,
  type Person,
  type Scene,
  type Subject,
  type WorldObject,
} from '../scene.js';
import { OBJECT_SPRITES } from './objects.js';
import { FRAME_HEIGHT, FRAME_WIDTH, type Placement } from './pen.js';

export const isPerson = (kind: Kind): kind is Person => (PEOPLE as readonly string[]).includes(kind);
export const isAnimal = (kind: Kind): kind is Animal => (ANIMALS as readonly string[]).includes(kind);
export const isObject = (kind: Kind): kind is WorldObject => !isPerson(kind) && !isAnimal(kind);

/** Width and height in sprite units. */
const PERSON_SIZE: Readonly<Record<Person, readonly [number, number]>> = {
  girl: [84, 176],
  boy: [80, 178],
  woman: [78, 222],
  'old man': [90, 202],
};
const ANIMAL_SIZE: Readonly<Record<Animal, readonly [number, number]>> = {
  dog: [148, 104],
  cat: [152, 122],
  fox: [196, 126],
  owl: [92, 144],
};

function sizeOf(kind: Kind): readonly [width: number, height: number] {
  if (isPerson(kind)) return PERSON_SIZE[kind];
  if (isAnimal(kind)) return ANIMAL_SIZE[kind];
  const { width, height } = OBJECT_SPRITES[kind];
  return [width, height];
}

/** Local units from the feet to the middle of the face. */
const FACE_HEIGHT: Readonly<Record<Person, number>> = { girl: 136, boy: 133, woman: 171, 'old man': 152 };
/** How far sitting down lowers the face, in local units. */
const SEATED_DROP: Readonly<Record<Person, number>> = { girl: 22, boy: 22, woman: 48, 'old man': 34 };

/** Where each subject that nobody holds stands; in the order of `scene.subjects`, `undefined` for what is held. */
export function placementsOf(scene: Scene): (Placement | undefined)[] {
  const free = scene.subjects.filter((subject) => subject.heldBy === undefined);
  return scene.subjects.map((subject, index) => {
    if (subject.heldBy !== undefined) return undefined;
    const random = seededRandom(seedFrom(scene.seed, 'subject', index));
    const rank = free.length < 2 ? 0.5 : free.indexOf(subject) / (free.length - 1);
    const jitter = between(random, -1, 1);
    return scene.framing === 'close-up'
      ? closeUp(subject, free, jitter)
      : inFull(scene, subject, free, rank, jitter);
  });
}

/** Wide and medium: everything stands on the ground, the later a subject the nearer. */
function inFull(
  scene: Scene,
  subject: Subject,
  free: readonly Subject[],
  rank: number,
  jitter: number,
): Placement {
  const wide = scene.framing === 'wide';
  const withPeople = free.some((other) => isPerson(other.kind));
  const [width, height] = sizeOf(subject.kind);
  const breadth = isPerson(subject.kind) && subject.pose === 'reach' ? 160 : width;
  const near = (rank - 0.5) * 0.06 + jitter * 0.012;
  let scale: number;
  let ground: number;
  if (isPerson(subject.kind)) {
    scale = wide ? 1.22 : 2.55;
    ground = wide ? 0.893 : 0.985;
  } else if (withPeople) {
    scale = Math.min(wide ? 1.42 : 2.4, ((wide ? 0.27 : 0.52) * FRAME_HEIGHT) / height);
    ground = wide ? 0.9 : 0.975;
  } else {
    const crowd = free.length > 2 ? 0.86 : 1;
    scale = Math.min((wide ? 1.7 : 3.1) * crowd, ((wide ? 0.31 : 0.52) * FRAME_HEIGHT) / height);
    ground = wide ? 0.9 : 0.95;
  }
  scale = Math.min(scale, ((wide ? 0.26 : 0.4) * FRAME_WIDTH) / width) * (1 + near);
  if (!isPerson(subject.kind))
    scale = Math.min(scale, Math.max(wide ? 1.2 : 1.9, besideOthers(subject, free, width)));
  if (floats(subject)) ground = wide ? 0.62 : 0.72;
  return {
    x: keptInFrame(subject.x, (breadth * scale) / FRAME_WIDTH) * FRAME_WIDTH,
    y: (ground + (rank - 0.5) * (wide ? 0.04 : 0.03) + jitter * 0.006) * FRAME_HEIGHT,
    scale,
    flip: subject.facing,
    depth: wide ? 0.25 : 0.6,
  };
}

/** The first person from the shoulders up; the others smaller, so that nobody hides a face. */
function closeUp(subject: Subject, free: readonly Subject[], jitter: number): Placement {
  const people = free.filter((other) => isPerson(other.kind));
  const [width, height] = sizeOf(subject.kind);
  if (isPerson(subject.kind)) {
    const first = subject === people[0];
    const gap = nearestGap(subject, people);
    const crowded = gap < 0.32;
    const scale =
      (first ? (crowded ? 5.2 : free.length > 1 ? 5.5 : 5.9) : crowded ? 3.9 : 4.6) * (1 + jitter * 0.02);
    const face = FACE_HEIGHT[subject.kind] - (subject.pose === 'sit' ? SEATED_DROP[subject.kind] : 0);
    const tall = subject.kind === 'woman' || subject.kind === 'old man';
    const eyes = (first ? 0.45 : 0.47) + (tall ? 0.025 : 0) + jitter * 0.01;
    return {
      x: keptInFrame(subject.x, (scale * 66) / FRAME_WIDTH) * FRAME_WIDTH,
      y: eyes * FRAME_HEIGHT + face * scale,
      scale,
      flip: subject.facing,
      depth: 1,
    };
  }
  let scale: number;
  let ground: number;
  if (people.length > 0) {
    scale = Math.min(
      isAnimal(subject.kind) ? 3.5 : 3.1,
      (0.5 * FRAME_HEIGHT) / height,
      (0.36 * FRAME_WIDTH) / width,
    );
    ground = 1.0;
  } else {
    const alone = free.length === 1;
    scale = Math.min(
      alone ? 5.6 : 4.4,
      ((alone ? 0.8 : 0.68) * FRAME_HEIGHT) / height,
      ((alone ? 0.6 : 0.42) * FRAME_WIDTH) / width,
    );
    ground = 1.0;
  }
  scale = Math.min(scale, Math.max(2.4, besideOthers(subject, free, width)));
  if (floats(subject)) ground = people.length > 0 ? 0.7 : 0.92;
  return {
    x: keptInFrame(subject.x, (width * scale) / FRAME_WIDTH) * FRAME_WIDTH,
    y: (ground + jitter * 0.01) * FRAME_HEIGHT,
    scale: scale * (1 + jitter * 0.02),
    flip: subject.facing,
    depth: 1,
  };
}

const floats = ({ kind }: Subject): boolean => isObject(kind) && OBJECT_SPRITES[kind].floats === true;

/** `x` moved just so far that at least nine tenths of the width are in the frame. */
function keptInFrame(x: number, width: number): number {
  const half = Math.min(0.5, width * 0.42);
  return Math.min(1 - half, Math.max(half, x));
}

function nearestGap(subject: Subject, people: readonly Subject[]): number {
  return Math.min(
    1,
    ...people.filter((other) => other !== subject).map((other) => Math.abs(other.x - subject.x)),
  );
}

/** The scale up to which a subject leaves the face of its neighbour free. */
const besideOthers = (subject: Subject, free: readonly Subject[], width: number): number =>
  (1.25 * Math.max(0.2, nearestGap(subject, free)) * FRAME_WIDTH) / width;
