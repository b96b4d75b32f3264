/**
 * Makes the sample storyboard: `tsx scripts/make-sample.ts`. Draws `examples/lantern/` in the story pipeline's
 * own format, and `examples/lantern-truth.json`: what each picture really shows, for tests and benchmarks.
 * The same story gives the same files.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imagine, renderScenePng, type Scene, seededRandom } from '@models/storybook/world/index.js';
import sharp from 'sharp';
import { faultyPixels, without } from '../bench/faults.js';
import { isPixelFault, type SampleTruth, type ShotTruth } from '../bench/truth.js';
import { brokenClaims, wantedClaims } from '../bench/wanted.js';
import {
  CHARACTERS,
  NEGATIVE_PROMPT,
  type Plant,
  type SampleShot,
  SHOTS,
  STYLE_BRIEF,
  TITLE,
} from './sample/story.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const board = join(examples, 'lantern');
const keyframes = join(board, 'keyframes');

const WORDS = {
  names: Object.fromEntries(CHARACTERS.map(({ name, description }) => [name, description])),
  style: 'gouache',
} as const;

const starts = SHOTS.map((_, i) => SHOTS.slice(0, i).reduce((sum, { duration }) => sum + duration, 0));
const three = (number: number): string => String(number).padStart(3, '0');
const pictureName = (index: number): string =>
  `scene_${three(index + 1)}_keyframe_00_t${(starts[index] ?? 0).toFixed(2)}`;

/** What the generator made of the shot's prompt, before anything was planted. */
const imagined = SHOTS.map(({ prompt, seed }) => imagine({ prompt, negativePrompt: NEGATIVE_PROMPT, seed }));

function withPlant(scene: Scene, plant: Plant): Scene {
  if ('scene' in plant) return { ...scene, ...plant.scene };
  if ('extra' in plant) return { ...scene, subjects: [...scene.subjects, plant.extra] };
  if ('of' in plant) return imagined[plant.of - 1]?.scene ?? scene;
  if (!('who' in plant)) return scene;
  const { who, subject: change } = plant;
  const index = scene.subjects.findIndex(({ kind }) => kind === who);
  if (!change) return without(scene, index) ?? scene;
  return { ...scene, subjects: scene.subjects.map((one, i) => (i === index ? { ...one, ...change } : one)) };
}

async function pictureOf(scene: Scene, plant: Plant | undefined, seed: number): Promise<Buffer> {
  const picture = await renderScenePng(scene);
  const random = seededRandom(seed);
  const final =
    plant?.kind === 'blur' || plant?.kind === 'noise' || plant?.kind === 'near-duplicate'
      ? await faultyPixels(plant.kind, picture, picture, random)
      : picture;
  return sharp(final).webp({ quality: 94, smartSubsample: true }).toBuffer();
}

/** Throws when a shot is not what the story says it is: clean, missed or planted. */
function truthOfShot(shot: SampleShot, index: number): ShotTruth {
  const made = imagined[index]?.scene as Scene;
  const scene = shot.planted ? withPlant(made, shot.planted) : made;
  const wanted = wantedClaims(shot.description, WORDS);
  const missed = brokenClaims(made, wanted).map(({ text }) => text);
  if (missed.length > 0 !== (shot.isMissed ?? false)) {
    throw new Error(`shot ${index + 1}: the generator missed ${missed.join(', ') || 'nothing'}`);
  }
  const broken = brokenClaims(scene, wanted).map(({ text }) => text);
  const isSceneFault = shot.planted && !isPixelFault(shot.planted.kind);
  if (isSceneFault && broken.length === 0)
    throw new Error(`shot ${index + 1}: the planted fault shows nowhere`);
  return {
    number: String(index + 1),
    picture: `keyframes/${pictureName(index)}.webp`,
    scene,
    planted: shot.planted ? [shot.planted.kind] : [],
    missed,
    wanted,
    broken,
  };
}

const shotsFile = {
  titleId: 'the-lantern-walk',
  title: TITLE,
  totalDuration: SHOTS.reduce((sum, { duration }) => sum + duration, 0),
  totalShots: SHOTS.length,
  styleBrief: STYLE_BRIEF,
  characters: CHARACTERS,
  shots: SHOTS.map((shot, i) => ({
    shotNumber: i + 1,
    startTime: starts[i],
    endTime: (starts[i] ?? 0) + shot.duration,
    duration: shot.duration,
    scene: shot.scene,
    sceneDescription: shot.description,
    visualPrompt: shot.prompt,
    negativePrompt: NEGATIVE_PROMPT,
    narration: shot.narration,
  })),
};

const truths = SHOTS.map(truthOfShot);
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

await rm(keyframes, { recursive: true, force: true });
await mkdir(keyframes, { recursive: true });
await writeFile(join(board, 'shots.json'), json(shotsFile));
for (const [i, { prompt, planted, seed }] of SHOTS.entries()) {
  const scene = truths[i]?.scene as Scene;
  await writeFile(join(keyframes, `${pictureName(i)}.webp`), await pictureOf(scene, planted, seed));
  const sideCar = {
    scene_id: i + 1,
    image_path: `keyframes/${pictureName(i)}.webp`,
    prompt,
    negative_prompt: NEGATIVE_PROMPT,
    seed,
    width: 1280,
    height: 720,
    steps: 30,
    guidance_scale: 7.5,
  };
  await writeFile(join(keyframes, `${pictureName(i)}.json`), json(sideCar));
}
const sampleTruth: SampleTruth = { ...WORDS, shots: truths };
await writeFile(join(examples, 'lantern-truth.json'), json(sampleTruth));
console.log(`${SHOTS.length} shots in ${board}`);
