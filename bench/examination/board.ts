/** Boards of the drawn world of which it is known, claim by claim, what each picture shows. */
import {
  meaningOfClaim,
  pick,
  renderScenePng,
  type Scene,
  seededRandom,
  seedFrom,
  truthOfMeaning,
} from '@models/storybook/world/index.js';
import type { Claim } from '@shared/records/index.js';
import { faultyScene, SCENE_FAULTS } from '../faults.js';
import { storyOf, writeBoard } from '../planted-board.js';

export interface KnownShot {
  /** As it was drawn. */
  readonly scene: Scene;
  /** It is another scene than the one described. */
  readonly isFaulty: boolean;
}

/** One shot in three is not as described. */
const EVERY = 3;

/** Writes board number `index` into `folder`. The same number gives the same board. */
export async function knownBoard(folder: string, index: number): Promise<KnownShot[]> {
  const random = seededRandom(seedFrom('examined board', index));
  const asked = storyOf(random);
  const shots = asked.map((scene, at): KnownShot => {
    const isChosen = at % EVERY === index % EVERY;
    const other = isChosen ? faultyScene(pick(random, SCENE_FAULTS), scene, random) : null;
    return { scene: other ?? scene, isFaulty: other !== null };
  });
  const pictures: Buffer[] = [];
  for (const { scene } of shots) pictures.push(await renderScenePng(scene));
  await writeBoard(folder, asked, pictures, { titleId: `examined-${index}` });
  return shots;
}

/** Whether the picture is as the claim wishes; undefined where people would argue, or the world does not know. */
export function truthOfClaim(scene: Scene, { kind, text, negated }: Claim): boolean | undefined {
  const meaning = meaningOfClaim(kind, text);
  const truth = 'outside' in meaning ? undefined : truthOfMeaning(scene, meaning);
  return truth === undefined ? undefined : truth !== negated;
}
