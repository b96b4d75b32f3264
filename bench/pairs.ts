/**
 * Which of two takes is better, against the world's truth: `npm run bench:pairs [-- --boards 16] [--seed 1] [--dump FILE]`.
 * Boards of twelve shots of the drawn world, six of them with two takes that differ in one thing: one is as the
 * description, the cast and the board have it, the other has one fault. Nothing here was trained on them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isBetter, type Standing, standingOf } from '@core/regeneration/better.js';
import { renderScenePng, type Scene, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { wilson } from '@shared/wilson.js';
import { analyseBoard, inTemporaryFolder, withBoard } from './board.js';
import { type Fault, faultyPixels, faultyScene, isSceneFault, SCENE_FAULTS } from './faults.js';
import { optionsOf } from './options.js';
import { castOf, storyOf, writeShots } from './planted-board.js';
import { interval, percent, table } from './statistics.js';

const values = optionsOf({
  boards: { type: 'string', default: '16' },
  seed: { type: 'string', default: '1' },
  dump: { type: 'string' },
});

/** What one of two takes has wrong, and the other has not. */
const KINDS = [
  ...SCENE_FAULTS,
  'palette-shift',
  'blur',
  'noise',
  'compression',
] as const satisfies readonly Fault[];
type Kind = (typeof KINDS)[number];

const PAIRS = 6;

interface Pair {
  readonly kind: Kind;
  /** Of the shot, from 0. */
  readonly at: number;
  /** The first take is the right one. */
  readonly firstIsRight: boolean;
}

async function draw(folder: string, index: number): Promise<Pair[]> {
  const random = seededRandom(seedFrom('pairs', `${values.seed} ${index}`));
  const scenes = storyOf(random);
  await mkdir(join(folder, 'keyframes'), { recursive: true });
  await writeShots(folder, scenes, { titleId: `pairs-${index}`, characters: castOf(scenes) });
  const pairs: Pair[] = [];
  for (const [at, scene] of scenes.entries()) {
    const right = await renderScenePng(scene);
    const kind = KINDS[(index * PAIRS + pairs.length) % KINDS.length] as Kind;
    const wrong = at % 2 === 0 ? await spoiled(scene, kind, right, random) : null;
    const name = (take: number) =>
      join(folder, 'keyframes', `shot_${String(at + 1).padStart(2, '0')}_v${take}.png`);
    if (!wrong) {
      await writeFile(name(1), right);
      continue;
    }
    const firstIsRight = random() < 0.5;
    await writeFile(name(firstIsRight ? 1 : 2), right);
    await writeFile(name(firstIsRight ? 2 : 1), wrong);
    pairs.push({ kind, at, firstIsRight });
  }
  return pairs;
}

async function spoiled(
  scene: Scene,
  kind: Kind,
  right: Buffer,
  random: () => number,
): Promise<Buffer | null> {
  if (!isSceneFault(kind)) return faultyPixels(kind, right, right, random);
  const faulty = faultyScene(kind, scene, random);
  return faulty && renderScenePng(faulty);
}

interface Told extends Pair {
  readonly right: Standing;
  readonly wrong: Standing;
}

const told: Told[] = [];
for (let index = 0; index < Number(values.boards); index++) {
  await inTemporaryFolder(async (folder) => {
    const pairs = await draw(folder, index);
    await withBoard(folder, async (application) => {
      await analyseBoard(application);
      const { board } = application;
      const { take } = board.review.records;
      for (const pair of pairs) {
        const shot = board.shots[pair.at];
        const [first, second] = Object.values(take)
          .filter(({ shotId }) => shotId === shot?.id)
          .sort((a, b) => (a.path < b.path ? -1 : 1));
        if (!first || !second) throw new Error(`shot ${pair.at + 1} has one take`);
        const [a, b] = [await standingOf(board, first), await standingOf(board, second)];
        told.push({ ...pair, right: pair.firstIsRight ? a : b, wrong: pair.firstIsRight ? b : a });
      }
    });
  });
  console.error(`${index + 1} of ${values.boards} boards, ${told.length} pairs`);
}
if (values.dump)
  await writeFile(
    values.dump,
    JSON.stringify(told, (_, value) =>
      value instanceof Set ? [...value] : value instanceof Map ? Object.fromEntries(value) : value,
    ),
  );

type Rule = (next: Standing, old: Standing) => boolean;

/** The baseline: what is found, then one score of each, whatever the claims say. */
const byScores: Rule = (next, old) =>
  next.cost === old.cost ? (next.description ?? 0) - (old.description ?? 0) > 0.005 : next.cost < old.cost;

/** The right one is better in whichever order they are asked about, or neither is, or the wrong one is. */
const outcome = ({ right, wrong }: Told, rule: Rule): 'right' | 'tie' | 'wrong' =>
  rule(right, wrong) ? 'right' : rule(wrong, right) ? 'wrong' : 'tie';

const rowOf = (name: string, all: readonly Told[]): string[] => {
  const count = (rule: Rule, what: ReturnType<typeof outcome>) =>
    all.filter((one) => outcome(one, rule) === what).length;
  const right = count(isBetter, 'right');
  return [
    name,
    `${all.length}`,
    `${percent(right / all.length)} (${interval(wilson(right, all.length))})`,
    `${count(isBetter, 'tie')}`,
    `${count(isBetter, 'wrong')}`,
    percent(count(byScores, 'right') / all.length),
  ];
};
console.log(
  table(
    [
      'what one of them has wrong',
      'pairs',
      'the right one is better (95 %)',
      'neither',
      'the wrong one',
      'by scores alone',
    ],
    [
      ...KINDS.map((kind) =>
        rowOf(
          kind,
          told.filter((one) => one.kind === kind),
        ),
      ),
      rowOf('all', told),
    ],
  ),
);
