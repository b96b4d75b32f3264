/** Boards of twelve shots with two recurring people, some shots spoiled, some changed in ways that do no harm. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withArticle } from '@core/claims/index.js';
import {
  COAT_COLOURS,
  describeScene,
  isPerson,
  PEOPLE,
  PLACES,
  pick,
  type Random,
  renderScenePng,
  type Scene,
  STYLES,
  sampleScene,
  seededRandom,
  seedFrom,
  TIMES,
  WEATHERS,
} from '@models/storybook/world/index.js';
import {
  BENIGN_CHANGES,
  type BenignChange,
  benignPixels,
  benignScene,
  type Fault,
  faultyPixels,
  faultyScene,
  isSceneFault,
  PIXEL_FAULTS,
  SCENE_FAULTS,
  wants,
} from './faults.js';

export const SHOTS_PER_BOARD = 12;
const FAULTS_PER_BOARD = 4;
const BENIGN_PER_BOARD = 3;
/** Those that a frame can have by itself. */
const OWN_FAULTS = [...SCENE_FAULTS, ...PIXEL_FAULTS] as const;
type OwnFault = (typeof OWN_FAULTS)[number];

export interface PlantedShot {
  readonly fault: Fault | null;
  readonly benign: BenignChange | null;
  /** Its picture was copied to another shot, so that a finding about the pair may be shown here. */
  readonly isTwin: boolean;
  /** The bytes of its file. */
  readonly picture: Buffer;
}

/** Writes board number `index` into `folder`. The same number gives the same board. */
export async function plantBoard(folder: string, index: number): Promise<PlantedShot[]> {
  const random = seededRandom(seedFrom('planted', index));
  const scenes = storyOf(random);
  const faults = new Map<number, OwnFault>();
  // One fault in each run of three shots, kinds in turn over the boards.
  for (let i = 0; i < FAULTS_PER_BOARD; i += 1) {
    const at = i * 3 + Math.floor(random() * 3);
    const wanted = OWN_FAULTS[(index * FAULTS_PER_BOARD + i) % OWN_FAULTS.length] as OwnFault;
    const scene = scenes[at] as Scene;
    const isPossible = isSceneFault(wanted)
      ? faultyScene(wanted, scene, random) !== null
      : !wants(scene, wanted);
    if (isPossible) faults.set(at, wanted);
  }
  const benign = new Map<number, BenignChange>();
  while (benign.size < BENIGN_PER_BOARD) {
    const at = Math.floor(random() * SHOTS_PER_BOARD);
    const change = BENIGN_CHANGES[
      (index * BENIGN_PER_BOARD + benign.size) % BENIGN_CHANGES.length
    ] as BenignChange;
    if (!faults.has(at) && !benign.has(at)) benign.set(at, change);
  }
  const shots: PlantedShot[] = [];
  const originals: Buffer[] = [];
  for (const scene of scenes) originals.push(await renderScenePng(scene));
  for (const [at, scene] of scenes.entries()) {
    const fault = faults.get(at) ?? null;
    const change = benign.get(at) ?? null;
    const isTwin =
      faults.get(at + 1) === 'near-duplicate' || (at === 1 && faults.get(0) === 'near-duplicate');
    let picture = originals[at] as Buffer;
    if (fault && isSceneFault(fault))
      picture = await renderScenePng(faultyScene(fault, scene, random) ?? scene);
    else if (fault)
      picture = await faultyPixels(fault, picture, originals[at === 0 ? 1 : at - 1] as Buffer, random);
    if (change)
      picture = await benignPixels(change, await renderScenePng(benignScene(change, scene, random)));
    shots.push({ fault, benign: change, isTwin, picture });
  }
  const pictures = shots.map(({ picture }) => picture);
  await writeBoard(folder, scenes, pictures, { titleId: `planted-${index}`, characters: castOf(scenes) });
  return shots;
}

/** Four scenes of three shots each; every kind of person keeps one coat, the board one style. */
export function storyOf(random: Random): Scene[] {
  const style = pick(random, STYLES);
  const coats = new Map(PEOPLE.map((kind) => [kind as string, pick(random, COAT_COLOURS)]));
  return Array.from({ length: SHOTS_PER_BOARD / 3 }, () => {
    const setting = {
      place: pick(random, PLACES),
      time: pick(random, TIMES),
      weather: pick(random, WEATHERS),
      style,
    };
    return Array.from({ length: 3 }, () => {
      const scene = sampleScene(random, { ...setting, atLeast: 1 });
      const subjects = scene.subjects.map((one) => ({ ...one, colour: coats.get(one.kind) ?? one.colour }));
      return { ...scene, subjects };
    });
  }).flat();
}

/** Everybody who recurs, with the coat they keep: a shot that shows another goes against the canon. */
export function castOf(scenes: readonly Scene[]): { name: string; description: string }[] {
  const coats = new Map<string, string>(
    scenes.flatMap(({ subjects }) =>
      subjects.flatMap(({ kind, colour }) => (isPerson(kind) ? [[kind, colour] as const] : [])),
    ),
  );
  return [...coats].map(([name, colour]) => ({
    name,
    description: `${withArticle(name)} in a ${colour} coat`,
  }));
}

/** Writes a shots file with `about`, and the picture of each scene's shot. `descriptions`: where not all of it is said. */
export async function writeBoard(
  folder: string,
  scenes: readonly Scene[],
  pictures: readonly Buffer[],
  about: object,
  descriptions: readonly string[] = scenes.map(describeScene),
): Promise<void> {
  await mkdir(join(folder, 'keyframes'), { recursive: true });
  await writeShots(folder, scenes, about, descriptions);
  for (const [i, picture] of pictures.entries()) {
    await writeFile(join(folder, 'keyframes', `shot_${String(i + 1).padStart(2, '0')}.png`), picture);
  }
}

/** The shots file alone. */
export async function writeShots(
  folder: string,
  scenes: readonly Scene[],
  about: object,
  descriptions: readonly string[] = scenes.map(describeScene),
): Promise<void> {
  const shots = descriptions.map((description, i) => ({
    shotNumber: i + 1,
    scene: `Scene ${Math.floor(i / 3) + 1}`,
    sceneDescription: description,
    visualPrompt: description,
  }));
  const file = { ...about, styleBrief: `${scenes[0]?.style ?? ''} illustration`, shots };
  await writeFile(join(folder, 'shots.json'), JSON.stringify(file));
}
