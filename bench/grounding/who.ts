/**
 * What is found of somebody who is not the same as in the other shots, on boards of one drawing style whose sheet says
 * who is there and not how they look: as they are, with another look in one shot, and with a look that the words change.
 */
import { Likenesses } from '@core/board/likenesses.js';
import { type Sighted, sightedOn } from '@core/board/sighted.js';
import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { type BoardAnswers, FINDING_KINDS, type Resemblance } from '@core/findings/index.js';
import { cropsOf } from '@core/identity/index.js';
import type { InferenceClient } from '@inference/index.js';
import {
  ANIMAL_COLOURS,
  COAT_COLOURS,
  pick,
  type Random,
  type Scene,
  type Subject,
  sampleScene,
  seededRandom,
  seedFrom,
} from '@models/storybook/world/index.js';
import { type Claim, positionFacts } from '@shared/records/index.js';
import { type Sensitivity, sensitivity } from '@shared/sensitivity.js';
import { seenIn, twoOf, withSomebody } from './somebody.js';

const SHOTS = 9;
const SIZE = { width: 768, height: 432 };
const WHO = ['girl', 'boy', 'woman', 'old man', 'fox', 'dog'] as const;
const DOES = ['waits', 'looks around', 'stands there', 'walks on', 'listens'];

export type BoardKind = 'as ever' | 'another once' | 'changed by the words' | 'changed and back';
const KINDS: readonly BoardKind[] = ['as ever', 'another once', 'changed by the words', 'changed and back'];

export interface WhoShot {
  readonly kind: BoardKind;
  readonly isAnother: boolean;
  /** Null where too few others are there to compare with. */
  readonly resemblance: Resemblance | null;
  readonly flagged: Readonly<Record<Sensitivity, boolean>>;
}

/** One shot with the words it has, and how somebody looks in it. */
interface Told {
  readonly description: string;
  readonly colour: Subject['colour'];
  readonly isAnother: boolean;
}

export async function whoBoards(
  inference: InferenceClient,
  split: string,
  count: number,
  file: string,
): Promise<WhoShot[][]> {
  const boards: WhoShot[][] = [];
  for (let i = 0; i < count; i++) {
    const random = seededRandom(seedFrom(split, 'who', i));
    boards.push(await board(inference, random, KINDS[i % KINDS.length] as BoardKind, file));
  }
  return boards;
}

async function board(
  inference: InferenceClient,
  random: Random,
  kind: BoardKind,
  file: string,
): Promise<WhoShot[]> {
  const { style } = sampleScene(random);
  const isDressed = kind === 'changed by the words' || kind === 'changed and back';
  const noun = pick(random, isDressed ? WHO.slice(0, 4) : WHO);
  const told = tell(random, kind, noun);
  const shots = told.map(({ description }, position) => ({
    id: `s${position}`,
    number: `${position + 1}`,
    position,
    description,
  }));
  const facts = positionFacts(
    canonFrom(shots, [{ name: 'Mira', description: `a ${noun}` }], ''),
    shots as never,
  );
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const sighted: { shot: (typeof shots)[number]; claims: Claim[]; who: Sighted[] }[] = [];
  for (const [at, shot] of shots.entries()) {
    const scene = sceneOf(random, style, noun, (told[at] as Told).colour);
    const claims = claimsForShot(shot, facts, []);
    const seen = await seenIn(scene, SIZE, noun, inference, file);
    const sighting = { ...seen, eye: 'storybook', eyeVersion: seen.version, labels: [noun] } as never;
    const crops = {
      eye: seen.version,
      isDrawn: true,
      crops: cropsOf(sighting, { detections: [...seen.detections] }),
    };
    sighted.push({ shot, claims, who: sightedOn(shot, shot, claims, crops, (id) => byId.get(id) ?? null) });
  }
  const judgeOf = (by: Sensitivity) => {
    const likenesses = new Likenesses({
      positionOf: (id) => shots.findIndex((shot) => shot.id === id),
      numberOf: (id) => shots.find((shot) => shot.id === id)?.number ?? '',
      sensitivity: () => by,
    });
    for (const { shot, who } of sighted) likenesses.put(shot.id, who);
    return likenesses;
  };
  const by = Object.fromEntries(sensitivity.options.map((one) => [one, judgeOf(one)])) as Record<
    Sensitivity,
    Likenesses
  >;
  return sighted.map(({ shot, claims }, at) => ({
    kind,
    isAnother: (told[at] as Told).isAnother,
    resemblance: by.balanced.of(shot.id)[0] ?? null,
    flagged: Object.fromEntries(
      sensitivity.options.map((one) => [one, isFlagged(shot, claims, by[one])]),
    ) as Record<Sensitivity, boolean>,
  }));
}

function isFlagged(
  shot: { readonly id: string; readonly number: string; readonly description: string },
  claims: ReturnType<typeof claimsForShot>,
  likenesses: Likenesses,
): boolean {
  const frame = { shot, take: { id: shot.id }, claims, verdicts: [], measures: null, failure: null };
  const answers = { style: () => null, quality: () => [], resemblances: () => likenesses.of(shot.id) };
  return (
    FINDING_KINDS['identity-drift'].detect(frame, answers as Partial<BoardAnswers> as BoardAnswers).length > 0
  );
}

/** What is said in each shot, and the colour that somebody has there. */
function tell(random: Random, kind: BoardKind, noun: string): Told[] {
  const colours = noun === 'fox' || noun === 'dog' ? ANIMAL_COLOURS : COAT_COLOURS;
  const [own, other] = twoOf(random, colours);
  const from = 3 + Math.floor(random() * 3);
  const to = kind === 'changed and back' ? from + 2 : SHOTS;
  const swapped = kind === 'another once' ? Math.floor(random() * SHOTS) : -1;
  return Array.from({ length: SHOTS }, (_, at) => {
    const does = pick(random, DOES);
    if (at === swapped) return { description: `Mira ${does}.`, colour: other, isAnother: true };
    if (kind === 'as ever' || kind === 'another once')
      return { description: `Mira ${does}.`, colour: own, isAnother: false };
    const colour = at >= from && at < to ? other : own;
    const dressed = at === from || at === to ? `, now in a ${colour} coat,` : '';
    return { description: `Mira${dressed} ${does}.`, colour, isAnother: false };
  });
}

/** A scene with one of the noun in it, and whoever else comes; nobody holds anything. */
function sceneOf(
  random: Random,
  style: Scene['style'],
  noun: (typeof WHO)[number],
  colour: Subject['colour'],
): Scene {
  const scene = sampleScene(random, { style, atLeast: 1 });
  const subjects = scene.subjects.filter(({ heldBy }) => heldBy === undefined);
  return withSomebody({ ...scene, subjects }, random, { kind: noun, colour }, ['cat', 'owl']);
}
