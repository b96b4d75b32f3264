/** Boards made of the frames of real stories, some of them spoiled, some changed in ways that do no harm. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pick, type Random, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import sharp from 'sharp';
import { HARMLESS, PLANTS, type Plant, type Strength } from './plants.js';
import { type Raster, readRaster } from './raster.js';

export interface Story {
  readonly name: string;
  /** Its frames in order. */
  readonly files: readonly string[];
}

/** One frame of a board: what its picture is made of. */
export interface PlannedFrame {
  /** Whatever has the same key has the same pixels. */
  readonly key: string;
  readonly plant: Plant | null;
  /** Its picture was copied to the next one. */
  readonly isTwin: boolean;
  /** The story's own file that it is made of. */
  readonly source: string;
  make(): Promise<Raster>;
}

const FRAMES = 12;
const LEAST_FRAMES = 8;
const FAULTS = 3;
/** Of the frames without a fault. */
const CHANGED = 0.4;
/** Pixels. */
const WIDTH = 768;

const PICTURE = /\.(?:png|jpe?g|webp|avif)$/i;

/** Every folder in `folder` with at least eight pictures, lying in it or in its `frames`. */
export async function readStories(folder: string): Promise<Story[]> {
  const stories: Story[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory())) {
    const own = join(folder, entry.name);
    const frames = join(own, 'frames');
    const within = (await readdir(own)).includes('frames') ? frames : own;
    const files = (await readdir(within)).filter((name) => PICTURE.test(name)).sort();
    if (files.length >= LEAST_FRAMES)
      stories.push({ name: entry.name, files: files.map((name) => join(within, name)) });
  }
  return stories.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `count` boards of each story, the faults in turn over all of them. The same `seed` gives the same boards. */
export function planBoards(
  stories: readonly Story[],
  { count, seed, strength }: { count: number; seed: number; strength: Strength },
): PlannedFrame[][] {
  // Which frames are taken and what is planted where does not depend on the strength.
  const random = seededRandom(seedFrom('stories', seed));
  const turns = Array.from(
    { length: stories.length * count * FAULTS },
    (_, i) => PLANTS[i % PLANTS.length] as Plant,
  );
  shuffle(turns, random);
  return stories.flatMap((story) =>
    Array.from({ length: count }, () => planBoard(story, stories, turns.splice(0, FAULTS), strength, random)),
  );
}

function planBoard(
  story: Story,
  stories: readonly Story[],
  faults: readonly Plant[],
  strength: Strength,
  random: Random,
): PlannedFrame[] {
  const chosen = shuffle([...story.files], random)
    .slice(0, FRAMES)
    .sort();
  const spoiled = new Map<number, Plant>();
  // A copy needs a frame before it that is as it should be, so nothing is planted beside another fault.
  const places = shuffle(
    chosen.map((_, at) => at).filter((at) => at % 2 === 1),
    random,
  );
  for (const [i, fault] of faults.entries()) spoiled.set(places[i] as number, fault);
  return chosen.map((file, at) => {
    const plant = spoiled.get(at) ?? null;
    const isTwin = spoiled.get(at + 1)?.copies === true;
    const change = random() < CHANGED ? pick(random, Object.keys(HARMLESS)) : null;
    const other = pick(
      random,
      stories.filter(({ name }) => name !== story.name),
    );
    const stranger = pick(random, other.files);
    if (plant) {
      const source = plant.foreign ? stranger : plant.copies ? (chosen[at - 1] as string) : file;
      const from = plant.foreign ? other : story;
      const key = `${nameIn(from, source)} ${plant.name} ${strength}`;
      return {
        key,
        plant,
        isTwin,
        source,
        make: async () =>
          plant.plant(await readRaster(source, WIDTH), strength === 'strong', seededRandom(seedFrom(key))),
      };
    }
    const harmless = change === null || isTwin ? undefined : HARMLESS[change];
    const key = `${nameIn(story, file)} ${harmless ? change : ''}`;
    return {
      key,
      plant,
      isTwin,
      source: file,
      make: async () => {
        const picture = await readRaster(file, WIDTH);
        return harmless ? harmless(picture, seededRandom(seedFrom(key))) : picture;
      },
    };
  });
}

/** Cells along each side at which two pictures are compared, and levels of grey by which those of a repeat may differ. */
const CELLS = 16;
const ALIKE = 8;
const small = new Map<string, Promise<Buffer>>();

const cellsOf = (file: string): Promise<Buffer> => {
  const known =
    small.get(file) ??
    sharp(file).flatten().greyscale().resize(CELLS, CELLS, { fit: 'fill' }).raw().toBuffer();
  small.set(file, known);
  return known;
};

/** The story shows the same picture twice by itself: by their cells alone, and by none of what the program measures. */
export async function isRepeat(file: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([cellsOf(file), cellsOf(other)]);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum / a.length <= ALIKE;
}

/** The same wherever the stories lie, and another for each picture: stories call theirs alike. */
const nameIn = ({ name }: Story, file: string): string => `${name} ${basename(file)}`;

function shuffle<T>(values: T[], random: Random): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j] as T, values[i] as T];
  }
  return values;
}
