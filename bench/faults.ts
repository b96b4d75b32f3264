/** Faults planted in pictures whose truth is known, and benign changes that must not be flagged. */
import {
  ANIMALS,
  COAT_COLOURS,
  FRAMINGS,
  type Kind,
  PEOPLE,
  PLACES,
  pick,
  type Random,
  type Scene,
  STYLES,
  type Subject,
  TIMES,
  WEATHERS,
} from '@models/storybook/world/index.js';
import { lettered } from '@testing/lettering.js';
import sharp from 'sharp';
import { banding, border, ringing, seam, upscaling } from './planted/plants.js';
import { pngOf, rasterOf } from './planted/raster.js';

/** Faults of what the picture shows: the scene is another one than asked for. */
export const SCENE_FAULTS = [
  'attribute-swap',
  'character-swap',
  'missing-character',
  'extra-character',
  'wrong-place',
  'wrong-time',
  'wrong-framing',
  'foreign-style',
  'wrong-weather',
  'missing-object',
] as const;
/** Faults of the pixels: the scene is as asked for. */
export const PIXEL_FAULTS = [
  'palette-shift',
  'blur',
  'noise',
  'compression',
  'banding',
  'ringing',
  'upscaling',
  'seam',
  'border',
  'crushed',
  'blown-out',
  'blank',
  'stray-text',
  'near-duplicate',
  'unreadable',
] as const;
/** Faults that only the story so far tells: no words of their shot say how somebody looks, or that a thing is there. */
export const STORY_FAULTS = ['another-look', 'impossible-state'] as const;
export const FAULTS = [...SCENE_FAULTS, ...PIXEL_FAULTS, ...STORY_FAULTS] as const;
export const BENIGN_CHANGES = ['relight', 'crop', 'pose', 'camera'] as const;

export type SceneFault = (typeof SCENE_FAULTS)[number];
export type PixelFault = (typeof PIXEL_FAULTS)[number];
export type Fault = (typeof FAULTS)[number];
export type BenignChange = (typeof BENIGN_CHANGES)[number];

export const isSceneFault = (fault: string): fault is SceneFault =>
  (SCENE_FAULTS as readonly string[]).includes(fault);

export const other = <T>(random: Random, values: readonly T[], not: T): T =>
  pick(
    random,
    values.filter((value) => value !== not),
  );

const isPerson = ({ kind }: Subject): boolean => (PEOPLE as readonly Kind[]).includes(kind);
const isAnimal = ({ kind }: Subject): boolean => (ANIMALS as readonly Kind[]).includes(kind);
const isObject = (subject: Subject): boolean => !isPerson(subject) && !isAnimal(subject);

/** The scene with the fault; null where it has nobody for it to happen to. */
export function faultyScene(fault: SceneFault, scene: Scene, random: Random): Scene | null {
  const { subjects } = scene;
  const person = subjects.findIndex(isPerson);
  const change = (index: number, fields: Partial<Subject>): Scene => ({
    ...scene,
    subjects: subjects.map((subject, i) => (i === index ? { ...subject, ...fields } : subject)),
  });
  const free = PEOPLE.filter((kind) => !subjects.some((subject) => subject.kind === kind));
  switch (fault) {
    case 'attribute-swap': {
      const own = subjects[person];
      return own ? change(person, { colour: other(random, COAT_COLOURS, own.colour) }) : null;
    }
    case 'character-swap':
      return person < 0 ? null : change(person, { kind: pick(random, free) });
    case 'missing-character': {
      const animal = subjects.findIndex(isAnimal);
      return without(scene, animal < 0 ? person : animal);
    }
    case 'extra-character': {
      if (subjects.length >= 4 || person < 0) return null;
      const x = widestGap(subjects);
      const stranger: Subject = {
        kind: pick(random, free),
        colour: pick(random, COAT_COLOURS),
        x,
        facing: x < 0.5 ? 1 : -1,
        mood: 'calm',
        pose: 'stand',
      };
      return { ...scene, subjects: [...subjects, stranger] };
    }
    case 'wrong-place':
      return withPlace(scene, other(random, PLACES, scene.place));
    case 'wrong-time':
      return { ...scene, time: other(random, TIMES, scene.time) };
    case 'wrong-framing':
      return {
        ...scene,
        framing: scene.framing === 'wide' ? 'close-up' : other(random, FRAMINGS, scene.framing),
      };
    case 'foreign-style':
      return { ...scene, style: other(random, STYLES, scene.style) };
    // Clear weather is not said, so nothing can go against it.
    case 'wrong-weather':
      return scene.weather === 'clear' ? null : { ...scene, weather: other(random, WEATHERS, scene.weather) };
    case 'missing-object':
      return without(scene, subjects.findIndex(isObject));
  }
}

/**
 * Night asks for black, snow and fog for white, fog for softness, and books, boats and libraries bear writing: there is no
 * telling a fault from what was wanted.
 */
export function wants({ time, weather, place, subjects }: Scene, fault: Fault): boolean {
  switch (fault) {
    case 'crushed':
      return time === 'night';
    case 'blown-out':
      return weather === 'snow' || weather === 'fog';
    case 'blur':
      return weather === 'fog';
    case 'stray-text':
      return place === 'library' || subjects.some(({ kind }) => kind === 'book' || kind === 'boat');
    default:
      return false;
  }
}

const withPlace = (scene: Scene, place: Scene['place']): Scene => ({
  ...scene,
  place,
  weather: place === 'kitchen' || place === 'library' ? 'clear' : scene.weather,
});

/** Without that subject and what it held; null without an `index`. */
export function without(scene: Scene, index: number): Scene | null {
  if (index < 0) return null;
  const kept = scene.subjects.flatMap((subject, i) => (i === index || subject.heldBy === index ? [] : [i]));
  return {
    ...scene,
    subjects: kept.map((i) => {
      const subject = scene.subjects[i] as Subject;
      return subject.heldBy === undefined ? subject : { ...subject, heldBy: kept.indexOf(subject.heldBy) };
    }),
  };
}

/** The middle of the widest stretch of frame where nobody stands. */
export function widestGap(subjects: readonly Subject[]): number {
  const taken = [-0.05, ...subjects.map(({ x }) => x).sort((a, b) => a - b), 1.05];
  const gaps = taken
    .slice(1)
    .map((x, i) => ({ width: x - (taken[i] ?? 0), middle: (x + (taken[i] ?? 0)) / 2 }));
  const widest = gaps.reduce((best, gap) => (gap.width > best.width ? gap : best));
  return Math.min(0.9, Math.max(0.1, widest.middle));
}

/** A benign change of the scene, or of its picture (null: the scene stays). */
export function benignScene(change: BenignChange, scene: Scene, random: Random): Scene {
  if (change === 'pose') {
    return {
      ...scene,
      subjects: scene.subjects.map((subject) =>
        isPerson(subject)
          ? { ...subject, pose: subject.pose === 'stand' ? 'walk' : 'stand', mood: 'happy' }
          : subject,
      ),
    };
  }
  // Another layout of the same place, as if the camera had been put elsewhere.
  if (change === 'camera') return { ...scene, seed: Math.floor(random() * 2 ** 32) };
  return scene;
}

export async function benignPixels(change: BenignChange, picture: Buffer): Promise<Buffer> {
  if (change === 'relight')
    return sharp(picture).modulate({ brightness: 1.06 }).linear([1.03, 1, 0.97], [0, 0, 0]).png().toBuffer();
  if (change !== 'crop') return picture;
  const { width, height } = await sharp(picture).metadata();
  const left = Math.round(width * 0.02);
  const top = Math.round(height * 0.02);
  return sharp(picture)
    .extract({ left, top, width: width - 2 * left, height: height - 2 * top })
    .resize(width, height, { fit: 'fill' })
    .png()
    .toBuffer();
}

/** `neighbour` is the picture that a near duplicate is made of. */
export async function faultyPixels(
  fault: PixelFault,
  picture: Buffer,
  neighbour: Buffer,
  random: Random,
): Promise<Buffer> {
  switch (fault) {
    case 'palette-shift':
      return sharp(picture).modulate({ hue: 70, saturation: 0.7 }).png().toBuffer();
    case 'blur':
      return sharp(picture).blur(4.5).png().toBuffer();
    case 'noise':
      return noisy(picture, 26, random);
    case 'compression': {
      const jpeg = await sharp(picture).jpeg({ quality: 7 }).toBuffer();
      return sharp(jpeg).png().toBuffer();
    }
    case 'banding':
    case 'ringing':
    case 'upscaling':
    case 'seam':
    case 'border':
      return pngOf(await AS_IN_STORIES[fault](await rasterOf(picture), true, random));
    case 'crushed':
      return sharp(picture)
        .linear(1, -(await levelBelow(picture, CLIPPED, Math.max)))
        .png()
        .toBuffer();
    case 'blown-out':
      return sharp(picture)
        .linear(1, 255 - (await levelBelow(picture, 1 - CLIPPED, Math.min)))
        .png()
        .toBuffer();
    case 'blank': {
      const { width, height } = await sharp(picture).metadata();
      return sharp({ create: { width, height, channels: 3, background: '#7a7a7a' } })
        .png()
        .toBuffer();
    }
    case 'near-duplicate':
      return benignPixels('relight', neighbour);
    case 'stray-text':
      return written(picture, random);
    // As a copy that was cut off leaves it.
    case 'unreadable':
      return picture.subarray(0, Math.floor(picture.length / 3));
  }
}

/** Planted into frames of real stories too. */
const AS_IN_STORIES = { banding, ringing, upscaling, seam, border } as const;

const MARKS = ['stock photos', 'Sample Studio', 'do not copy'];
const LINES = ['THE END', 'Platform 9', 'Open on Sundays'];

/** A mark over a lower corner, or a line across the middle. */
function written(picture: Buffer, random: Random): Promise<Buffer> {
  const isMark = random() < 0.5;
  const place = isMark
    ? { text: pick(random, MARKS), x: pick(random, [0.14, 0.86]), y: 0.94, size: 22 }
    : { text: pick(random, LINES), x: 0.5, y: 0.35 + 0.3 * random(), size: 48 };
  const look = { turned: 0, colour: '#ffffff', board: isMark ? null : '#203050', style: '700-normal' };
  return lettered(picture, [{ ...place, ...look }]);
}

/** Share of a wrongly exposed picture that is pure black or pure white. */
const CLIPPED = 0.7;

/** The level that this share of the pixels is darker than, by the brightest (`max`) or darkest of their channels. */
async function levelBelow(
  picture: Buffer,
  share: number,
  of: typeof Math.max | typeof Math.min,
): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const levels = new Uint8Array(info.width * info.height).map((_, i) =>
    of(...data.subarray(3 * i, 3 * i + 3)),
  );
  return levels.sort()[Math.floor(levels.length * share)] ?? 0;
}

/** Gaussian noise of that standard deviation (of 255) on each channel. */
async function noisy(picture: Buffer, sigma: number, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i += 2) {
    // Box and Muller: two normal numbers from two even ones.
    const radius = sigma * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    data[i] = clamp((data[i] ?? 0) + radius * Math.cos(angle));
    if (i + 1 < data.length) data[i + 1] = clamp((data[i + 1] ?? 0) + radius * Math.sin(angle));
  }
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

const clamp = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));
