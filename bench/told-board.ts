/**
 * Boards of twelve shots with somebody and a thing of whose looks no words tell. The thing is gone from the middle on. Two
 * shots are spoiled, one by another look and one by the thing that is there all the same; some are changed in ways that do
 * no harm.
 */
import {
  COAT_COLOURS,
  claimText,
  OBJECTS,
  PEOPLE,
  pick,
  type Random,
  renderScenePng,
  type Scene,
  type Subject,
  sampleScene,
  seededRandom,
  seedFrom,
} from '@models/storybook/world/index.js';
import { BENIGN_CHANGES, type BenignChange, benignPixels, benignScene, widestGap } from './faults.js';
import { twoOf } from './grounding/somebody.js';
import { type PlantedShot, SHOTS_PER_BOARD, writeBoard } from './planted-board.js';

const NAME = 'Mira';
/** The shot from which on the thing is gone, from 0. */
const GONE = 4;
const DOES = ['waits', 'looks around', 'stands there', 'walks on', 'listens'];
const BENIGN_PER_BOARD = 3;

/** Writes board number `index` into `folder`. The same number gives the same board. */
export async function plantToldBoard(folder: string, index: number): Promise<PlantedShot[]> {
  const random = seededRandom(seedFrom('told', index));
  const noun = pick(random, PEOPLE);
  const thing = pick(random, OBJECTS);
  const [own, other] = twoOf(random, COAT_COLOURS);
  const colour = pick(random, COAT_COLOURS);
  const { style } = sampleScene(random);
  // Every second shot after it is gone speaks of the thing.
  const isSought = (at: number): boolean => at > GONE && at % 2 === 1;
  const impossible = pick(random, shotsWhere(isSought));
  const another = pick(
    random,
    shotsWhere((at) => !isSought(at)),
  );
  const benign = new Map<number, BenignChange>();
  while (benign.size < BENIGN_PER_BOARD) {
    const at = Math.floor(random() * SHOTS_PER_BOARD);
    const turn = (index * BENIGN_PER_BOARD + benign.size) % BENIGN_CHANGES.length;
    if (at !== impossible && at !== another && !benign.has(at))
      benign.set(at, BENIGN_CHANGES[turn] as BenignChange);
  }
  const scenes: Scene[] = [];
  const shots: PlantedShot[] = [];
  for (let at = 0; at < SHOTS_PER_BOARD; at += 1) {
    const look = { kind: noun, colour: at === another ? other : own };
    const has = at < GONE || at === impossible ? { kind: thing, colour } : null;
    const scene = sceneOf(random, style, look, has);
    const change = benign.get(at) ?? null;
    const drawn = await renderScenePng(change ? benignScene(change, scene, random) : scene);
    scenes.push(scene);
    shots.push({
      fault: at === another ? 'another-look' : at === impossible ? 'impossible-state' : null,
      benign: change,
      isTwin: false,
      picture: change ? await benignPixels(change, drawn) : drawn,
    });
  }
  const descriptions = scenes.map((scene, at) => {
    const where = whereOf(scene);
    if (at < GONE) return `${NAME} stands beside the ${thing} ${where}.`;
    if (at === GONE) return `The ${thing} is gone. ${NAME} looks around ${where}.`;
    return `${NAME} ${isSought(at) ? `looks for the ${thing}` : pick(random, DOES)} ${where}.`;
  });
  const pictures = shots.map(({ picture }) => picture);
  const about = { titleId: `told-${index}`, characters: [{ name: NAME, description: `a ${noun}` }] };
  await writeBoard(folder, scenes, pictures, about, descriptions);
  return shots;
}

const shotsWhere = (is: (at: number) => boolean): number[] =>
  Array.from({ length: SHOTS_PER_BOARD }, (_, at) => at).filter(is);

type Look = Pick<Subject, 'kind' | 'colour'>;

/** Somebody alone, with the thing beside them where there is one; never so near that either lies outside the frame. */
function sceneOf(random: Random, style: Scene['style'], who: Look, thing: Look | null): Scene {
  const scene = sampleScene(random, { style, atLeast: 1 });
  const framing = scene.framing === 'close-up' ? 'medium' : scene.framing;
  const somebody: Subject = { ...(scene.subjects[0] as Subject), ...who };
  const beside: Subject[] = thing
    ? [{ ...thing, x: widestGap([somebody]), facing: 1, mood: 'calm', pose: 'stand' }]
    : [];
  return { ...scene, framing, subjects: [somebody, ...beside] };
}

/** "in a forest at night in rain" */
function whereOf({ place, time, weather }: Scene): string {
  const meanings = [{ kind: 'place', place } as const, { kind: 'time', time } as const];
  const said = weather === 'clear' ? meanings : [...meanings, { kind: 'weather', weather } as const];
  return said.map((meaning) => claimText(meaning)).join(' ');
}
