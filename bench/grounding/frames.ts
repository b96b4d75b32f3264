/** Drawn frames with what is in them, of seeds that nothing was trained on. */

import {
  drawScene,
  KINDS,
  type Kind,
  pick,
  type Random,
  renderScenePng,
  type Scene,
  type Subject,
  sampleScene,
  seededRandom,
  seedFrom,
  withDouble,
} from '@models/storybook/world/index.js';
import type { Region } from '@shared/records/index.js';

/** As generators make them. */
const SIZE = { width: 1024, height: 576 };
/** Frame units; what shows less than this of itself along a side is not in the picture. */
const LEAST_SEEN = 0.01;
const DOUBLES = 0.25;

export interface DrawnThing {
  readonly noun: Kind;
  /** Who it is, in this world: kind and colour. */
  readonly character: string;
  /** What of it is in the frame. */
  readonly region: Region;
  /** No other of its kind is there. */
  readonly isAlone: boolean;
}

export interface Drawn {
  readonly png: Buffer;
  readonly subjects: readonly DrawnThing[];
  /** What is asked for: the kinds that are there, as many that are not, and "person". */
  readonly nouns: readonly string[];
  readonly isDoubled: boolean;
}

export async function* drawnFrames(split: string, count: number, size = SIZE): AsyncGenerator<Drawn> {
  for (let i = 0; i < count; i++) {
    const random = seededRandom(seedFrom(split, i));
    const scene = sampleScene(random);
    yield drawn(random() < DOUBLES ? withDouble(scene, random) : scene, random, size);
  }
}

const SHOTS = 8;

/** Boards of one drawing style with a cast of four, two of them of one kind in different colours. */
export function* drawnBoards(split: string, count: number): Generator<AsyncGenerator<Drawn>> {
  for (let i = 0; i < count; i++) yield shotsOf(seededRandom(seedFrom(split, 'board', i)));
}

async function* shotsOf(random: Random): AsyncGenerator<Drawn> {
  const { style } = sampleScene(random);
  const cast = castOf(random);
  for (let shot = 0; shot < SHOTS; shot++) {
    const scene = sampleScene(random, { style, atLeast: 2 });
    const parts = [...cast].sort(() => random() - 0.5);
    const subjects = scene.subjects
      .filter(({ heldBy }) => heldBy === undefined)
      .map((subject, at): Subject => ({ ...subject, ...(parts[at] ?? {}) }))
      .slice(0, parts.length);
    yield drawn({ ...scene, subjects }, random);
  }
}

/** Two who differ in colour alone, and two others. */
function castOf(random: Random): Pick<Subject, 'kind' | 'colour'>[] {
  for (;;) {
    const found = new Map<string, Subject>();
    while (found.size < 24)
      for (const subject of sampleScene(random).subjects)
        found.set(`${subject.kind} ${subject.colour}`, subject);
    const all = [...found.values()]
      .filter(({ heldBy }) => heldBy === undefined)
      .map(({ kind, colour }) => ({ kind, colour }));
    const first = pick(random, all);
    const twin = all.find(({ kind, colour }) => kind === first.kind && colour !== first.colour);
    const others = all.filter(({ kind }) => kind !== first.kind).slice(0, 2);
    if (twin && others.length === 2) return [first, twin, ...others];
  }
}

async function drawn(scene: Scene, random: Random, size = SIZE): Promise<Drawn> {
  const subjects = drawScene(scene).subjects.flatMap(({ subject: { kind, colour }, box }) => {
    const [left, upper] = [Math.max(0, box.x), Math.max(0, box.y)];
    const width = Math.min(1, box.x + box.width) - left;
    const height = Math.min(1, box.y + box.height) - upper;
    if (width < LEAST_SEEN || height < LEAST_SEEN) return [];
    return [{ noun: kind, character: `${kind} ${colour}`, region: { x: left, y: upper, width, height } }];
  });
  const there = [...new Set(subjects.map(({ noun }) => noun))];
  const absent = KINDS.filter((kind) => !there.includes(kind));
  const others = Array.from({ length: Math.max(1, there.length) }, () => pick(random, absent));
  const numberOf = (noun: Kind) => subjects.filter((one) => one.noun === noun).length;
  return {
    png: await renderScenePng(scene, size),
    subjects: subjects.map((one) => ({ ...one, isAlone: numberOf(one.noun) === 1 })),
    nouns: [...new Set([...there, ...others, 'person'])],
    isDoubled: there.some((noun) => numberOf(noun) > 1),
  };
}
