/** What `npm run bench:frames` measures, in a process of its own (see bundled.ts). Ends with exit code 1 when a bar is missed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureFrame } from '@core/measures/measure-frame.js';
import {
  describeScene,
  renderScenePng,
  type Scene,
  sampleScene,
  seededRandom,
  seedFrom,
} from '@models/storybook/world/index.js';
import { median } from '@shared/median.js';
import sharp from 'sharp';
import { analyseBoard, inTemporaryFolder, withBoard } from './board.js';
import { atLeast, atMost, seconds, tellBars } from './cost.js';
import { optionsOf } from './options.js';

const values = optionsOf({ frames: { type: 'string', default: '200' } });
const count = Number(values.frames);
const LEAST_FRAMES_A_SECOND = 12;
/** Seconds of processor time. */
const MOST_FOR_MEASURES = 0.05;
/** Frames that are measured alone, and those before them that warm up. */
const MEASURED = 48;
const WARM = 24;

const fileOf = (folder: string, index: number): string =>
  join(folder, 'keyframes', `shot_${String(index + 1).padStart(3, '0')}.png`);

async function drawBoard(folder: string): Promise<void> {
  await mkdir(join(folder, 'keyframes'), { recursive: true });
  const scenes = Array.from(
    { length: count },
    (_, i): Scene => sampleScene(seededRandom(seedFrom('frames', i)), { atLeast: 1 }),
  );
  for (const [i, scene] of scenes.entries()) await writeFile(fileOf(folder, i), await renderScenePng(scene));
  const shots = scenes.map((scene, i) => ({
    shotNumber: i + 1,
    sceneDescription: describeScene(scene),
    visualPrompt: describeScene(scene),
  }));
  await writeFile(join(folder, 'shots.json'), JSON.stringify({ titleId: 'frames', shots }));
}

/** Frames a second between the first answer and the last but one: with the last comes all that is read in the pictures, once they are judged. */
const framesASecond = (folder: string): Promise<{ rate: number; said: string }> =>
  withBoard(folder, async (application) => {
    const times: number[] = [];
    application.jobs.onChange(({ kind, done }) => {
      if (kind === 'analysis' && done > 0) times[done] ??= performance.now();
    });
    const said = await analyseBoard(application);
    const [first = 0, last = 0] = [times[1], times[count - 1]];
    return { rate: (1000 * (count - 2)) / (last - first), said };
  });

/** Processor seconds for one frame in the middle, as a thread of the program measures it: one picture at a time. */
async function costOfMeasures(folder: string): Promise<number> {
  sharp.concurrency(1);
  sharp.cache(false);
  const costs: number[] = [];
  for (let i = 0; i < Math.min(count, MEASURED + WARM); i++) {
    const before = process.cpuUsage();
    await measureFrame(fileOf(folder, i));
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1e6);
  }
  return median(costs.slice(WARM));
}

await inTemporaryFolder(async (folder) => {
  await drawBoard(folder);
  const cost = await costOfMeasures(folder);
  const { rate, said } = await framesASecond(folder);
  console.log(said);
  tellBars([
    atLeast('frames a second, judged and measured', rate, LEAST_FRAMES_A_SECOND, (value) => value.toFixed(1)),
    atMost('processor time of all measures of a frame, median', cost, MOST_FOR_MEASURES, seconds),
  ]);
});
