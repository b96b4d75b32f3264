/**
 * How well the eye of the drawn world sees: `npm run bench:grounding`. Draws pictures of seeds that training never saw,
 * asks it as the program does, and ends with exit code 1 below a bar. `--fit` fits its threshold and what it takes for
 * a picture of its world, on other seeds.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byCrops } from '@core/analysis/evidence.js';
import { tightened } from '@core/analysis/where-is.js';
import type { InferenceClient } from '@inference/index.js';
import { median } from '@shared/median.js';
import { overlapOf } from '@shared/overlap.js';
import { inTemporaryFolder, MODELS_FOLDER, startJudge } from './board.js';
import { fitEye } from './grounding/fit.js';
import { type Drawn, drawnBoards, drawnFrames } from './grounding/frames.js';
import { type Alike, countsOf, identityOf, regionsOf } from './grounding/measure.js';
import { countedFrames, joinedOf, rightOf, wrongOf } from './grounding/numbers.js';
import { type Crop, swappedBoards } from './grounding/swaps.js';
import { whoBoards } from './grounding/who.js';
import { whoRows } from './grounding/who-rows.js';
import { optionsOf } from './options.js';
import { areaUnder, bootstrap, mean, table } from './statistics.js';

const given = optionsOf({
  fit: { type: 'boolean', default: false },
  frames: { type: 'string', default: '300' },
  boards: { type: 'string', default: '12' },
  /** Of those, asked of crops as well, to tell what boxes are worth. */
  crops: { type: 'string', default: '40' },
  /** With one girl in each shot, who has another look in one shot of every second board. */
  swaps: { type: 'string', default: '14' },
  /** Of nine shots each, with somebody whose look no word says. */
  who: { type: 'string', default: '40' },
  /** On which claims of how many people there are are asked. */
  numbers: { type: 'string', default: '150' },
});

const BARS = { count: 0.95, box: 0.6, identity: 0.95, evidence: 0.5, seconds: 0.1, cropSeconds: 0.3 };

async function main(): Promise<void> {
  if (given.fit) await fitEye(join(MODELS_FOLDER, 'storybook/files/eye'));
  const inference = startJudge();
  try {
    process.exitCode = (await inTemporaryFolder((folder) => measure(inference, folder))) ? 0 : 1;
  } finally {
    await inference.close();
  }
}

/** False below a bar. */
async function measure(inference: InferenceClient, folder: string): Promise<boolean> {
  const file = join(folder, 'frame.png');
  await inference.describe('storybook');
  const see = async ({ png, nouns }: Drawn) => {
    await writeFile(file, png);
    const started = performance.now();
    const seen = await inference.see('storybook', { eye: 'storybook', file, labels: nouns });
    return { ...seen, seconds: (performance.now() - started) / 1000 };
  };

  const frames = [];
  for await (const drawn of drawnFrames('grounding', Number(given.frames)))
    frames.push({ drawn, seen: await see(drawn) });
  const crops = [];
  for (const { drawn, seen } of frames.filter(({ drawn: { subjects } }) => subjects.length > 0)) {
    if (crops.length >= Number(given.crops)) break;
    const [sought] = drawn.subjects.filter(({ isAlone }) => isAlone);
    if (!sought) continue;
    await writeFile(file, drawn.png);
    const claim = { id: 'claim', kind: 'entity', text: `a ${sought.noun}` } as const;
    const started = performance.now();
    const { box } = await byCrops(file, claim, 'storybook', inference);
    const seconds = (performance.now() - started) / 1000;
    const eyes = seen.detections.find(({ label }) => label === sought.noun)?.region ?? null;
    crops.push({
      seconds,
      eyeSeconds: seen.seconds,
      byCrops: box ? overlapOf(tightened(box), sought.region) : 0,
      byEye: eyes ? overlapOf(eyes, sought.region) : 0,
    });
  }
  const boards: Alike[] = [];
  for (const board of drawnBoards('grounding', Number(given.boards))) {
    const shots = [];
    for await (const drawn of board) shots.push({ drawn, seen: await see(drawn) });
    boards.push(identityOf(shots));
  }

  const swaps = await swappedBoards(inference, 'identity test', Number(given.swaps), file);
  const who = await whoBoards(inference, 'who test', Number(given.who), file);
  const split = await countedFrames(inference, 'numbers test', Number(given.numbers), file);
  const numbers = split.map((claims) => claims.map((claim) => ({ ...claim, joined: joinedOf(claim) })));

  const declined = frames.filter(({ drawn, seen }) => seen.unknown.length >= drawn.nouns.length).length;
  const counts = frames.map(({ drawn, seen }) => countsOf(drawn, seen));
  const boxes = frames.map(({ drawn, seen }) => regionsOf(drawn, seen));
  const shareOf = (units: readonly (readonly number[])[]) => mean(units.flat());
  const doubled = frames.flatMap(({ drawn }, i) => (drawn.isDoubled ? [counts[i] ?? []] : []));
  const figure = <T>(units: readonly T[], of: (units: readonly T[]) => number) => {
    const [low, high] = bootstrap(units, of);
    return `${of(units).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  };
  const area = (units: readonly Alike[], which: 'all' | 'ofKind') =>
    areaUnder(
      units.flatMap(({ same }) => same),
      units.flatMap((unit) => unit[which]),
    );
  const seconds = median(frames.map(({ seen }) => seen.seconds));
  const evidence = { eye: crops.map(({ byEye }) => byEye), crops: crops.map((one) => one.byCrops) };
  const cropSeconds = median(crops.map((one) => one.seconds));
  console.log(
    table(
      ['measure', 'figure', 'bar', 'over'],
      [
        [
          'count accuracy',
          figure(counts, shareOf),
          `≥ ${BARS.count}`,
          `${counts.flat().length} nouns on ${frames.length} frames`,
        ],
        ['  where one is there twice', figure(doubled, shareOf), '', `${doubled.length} frames`],
        [
          '  all counts of a frame',
          figure(counts, (units) => mean(units.map((unit) => (unit.every(Boolean) ? 1 : 0)))),
          '',
          `${frames.length} frames`,
        ],
        [
          'numbers of people, judge alone',
          figure(numbers, (units) => rightOf(units, 'outcome')),
          '',
          `${numbers.flat().length} claims on ${numbers.length} frames; what is left open is not right`,
        ],
        ['  joined with counts', figure(numbers, (units) => rightOf(units, 'joined')), '', 'the same'],
        [
          '  wrong, alone and joined',
          `${wrongOf(numbers, 'outcome').toFixed(3)}, ${wrongOf(numbers, 'joined').toFixed(3)}`,
          '',
          'true and false claims evenly',
        ],
        [
          'box IoU',
          figure(boxes, shareOf),
          `≥ ${BARS.box}`,
          `${boxes.flat().length} subjects; one that is missed counts 0`,
        ],
        [
          'identity AUC',
          figure(boards, (units) => area(units, 'all')),
          `≥ ${BARS.identity}`,
          `${boards.flatMap(({ same }) => same).length} pairs of the same on ${boards.length} boards`,
        ],
        [
          '  same kind, other colour',
          figure(boards, (units) => area(units, 'ofKind')),
          '',
          `${boards.flatMap(({ ofKind }) => ofKind).length} pairs of others`,
        ],
        [
          'another look beside the other shots, AUC',
          figure(swaps, swapArea),
          '',
          `${swaps.flat().filter(({ isSwapped }) => isSwapped).length} of ${swaps.flat().length} crops on ${swaps.length} boards`,
        ],
        ...whoRows(who),
        [
          'seconds a frame, boxes and vectors',
          seconds.toFixed(3),
          `≤ ${BARS.seconds}`,
          `median of ${frames.length}`,
        ],
        ['evidence IoU, boxes', figure(evidence.eye, mean), `≥ ${BARS.evidence}`, `${crops.length} subjects`],
        ['evidence IoU, crops', figure(evidence.crops, mean), '', `${crops.length} subjects`],
        [
          'seconds of evidence, crops',
          cropSeconds.toFixed(3),
          `≤ ${BARS.cropSeconds}`,
          `median of ${crops.length}`,
        ],
        ['frames taken for another world', `${declined}`, '', `of ${frames.length}`],
      ],
    ),
  );
  return (
    shareOf(counts) >= BARS.count &&
    shareOf(boxes) >= BARS.box &&
    area(boards, 'all') >= BARS.identity &&
    mean(evidence.eye) >= BARS.evidence
  );
}

/** The less alike a crop is to the others, the likelier it is another look. */
function swapArea(boards: readonly (readonly Crop[])[]): number {
  const of = (isSwapped: boolean) =>
    boards.flat().flatMap((crop) => (crop.isSwapped === isSwapped ? [-crop.likeness] : []));
  return areaUnder(of(true), of(false));
}

await main();
