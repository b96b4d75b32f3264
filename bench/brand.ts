/**
 * How well a brand's style is told from a few examples: `npm run bench:brand [-- --stories DIR] [--frames 48] [--seed 1]`.
 * Each style in turn is the brand. Drawn: styles of the storybook world that nothing here was trained on. DIR: one
 * folder of pictures per story; each story in turn is the brand, and the others are off it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brandScorer, type Known } from '@core/brand/index.js';
import { MEASURES_VERSION } from '@core/measures/index.js';
import { measureFrame } from '@core/measures/measure-frame.js';
import { isUnreadable } from '@core/measures/picture.js';
import { runThrough } from '@core/measures/steps.js';
import { renderScenePng, sampleScene, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { inTemporaryFolder, startJudge } from './board.js';
import { UNSEEN_STYLES } from './brand/styles.js';
import { type Trial, trialsOf } from './brand/trials.js';
import { optionsOf } from './options.js';
import { pngOf, readRaster } from './planted/raster.js';
import { readStories } from './planted/stories.js';
import {
  addCounts,
  balancedAccuracy,
  bootstrap,
  type Counts,
  interval,
  percent,
  table,
} from './statistics.js';

const values = optionsOf({
  stories: { type: 'string' },
  frames: { type: 'string', default: '48' },
  seed: { type: 'string', default: '1' },
});
const SIZES = [3, 6, 12, 24];
/** Pixels, of frames of stories. */
const WIDTH = 768;
const JUDGE = 'storybook';

const judge = startJudge();
/** By style or story. */
type Groups = ReadonlyMap<string, readonly Known[]>;

async function drawnGroups(look: (png: Buffer) => Promise<Known>): Promise<Groups> {
  const groups = new Map<string, Known[]>();
  for (const [name, style] of Object.entries(UNSEEN_STYLES)) {
    const random = seededRandom(seedFrom('brand', `${name} ${values.seed}`));
    const frames: Known[] = [];
    for (let i = 0; i < Number(values.frames); i++)
      frames.push(await look(await renderScenePng(sampleScene(random), undefined, style)));
    groups.set(name, frames);
    console.error(`${name}: ${frames.length} frames`);
  }
  return groups;
}

async function storyGroups(folder: string, look: (png: Buffer) => Promise<Known>): Promise<Groups> {
  const groups = new Map<string, Known[]>();
  for (const { name, files } of await readStories(folder)) {
    const frames: Known[] = [];
    for (const file of files) frames.push(await look(await pngOf(await readRaster(file, WIDTH))));
    groups.set(name, frames);
    console.error(`${name}: ${frames.length} frames`);
  }
  return groups;
}

interface Told {
  readonly marked: Counts;
  readonly unmarked: Counts;
  /** By its own word, from its examples alone. */
  readonly own: number;
}

function tell({ on, off, tests }: Trial<Known>, withTower: boolean): Told {
  const examples = [...on.map((one) => ({ ...one, on: true })), ...off.map((one) => ({ ...one, on: false }))];
  const scorer = runThrough(brandScorer(examples, withTower ? JUDGE : '', true));
  const isOn = (one: Known) => (scorer.of(one, 'balanced')?.p ?? 0) >= 0.5;
  const positives = { truePositives: tests.on.filter(isOn).length, positives: tests.on.length };
  const negatives = (frames: readonly Known[]): Counts => ({
    ...positives,
    trueNegatives: frames.filter((one) => !isOn(one)).length,
    negatives: frames.length,
  });
  return {
    marked: negatives(tests.off),
    unmarked: negatives(tests.unmarked),
    own: scorer.report.sureness?.accuracy ?? Number.NaN,
  };
}

function report(groups: Groups): string {
  const rows = SIZES.flatMap((size) => {
    const trials = trialsOf(groups, size, Number(values.seed));
    if (trials.length === 0) return [];
    return [false, true].map((withTower) => {
      const told = trials.map((trial) => tell(trial, withTower));
      const share = (of: keyof Omit<Told, 'own'>): string => {
        const all = told.map((one) => one[of]).filter(({ negatives }) => negatives > 0);
        const accuracy = (sample: readonly Counts[]) => balancedAccuracy(addCounts(sample));
        return `${percent(accuracy(all))} (${interval(bootstrap(all, accuracy))})`;
      };
      const worst = Math.min(...told.map(({ marked }) => balancedAccuracy(marked)));
      const own = told.reduce((sum, one) => sum + one.own, 0) / told.length;
      return [
        `${size}`,
        withTower ? 'and tower' : 'features alone',
        share('marked'),
        percent(worst),
        percent(own),
        share('unmarked'),
        `${trials.length}`,
      ];
    });
  });
  return table(
    [
      'examples of each',
      'by',
      'balanced accuracy (95 %)',
      'worst trial',
      'its own word',
      'against styles nobody marked',
      'trials',
    ],
    rows,
  );
}

try {
  await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'frame.png');
    const look = async (png: Buffer): Promise<Known> => {
      await writeFile(file, png);
      const measures = await measureFrame(file);
      if (isUnreadable(measures)) throw new Error(measures.unreadable);
      const { features } = await judge.judge(JUDGE, { file, questions: [], whole: null });
      return { features: measures.style, measures: MEASURES_VERSION, judge: JUDGE, tower: features };
    };
    const drawn = await drawnGroups(look);
    console.log(`## ${drawn.size} drawing styles never trained on\n\n${report(drawn)}\n`);
    if (!values.stories) return;
    const stories = await storyGroups(values.stories, look);
    console.log(`## ${stories.size} stories against each other\n\n${report(stories)}\n`);
  });
} finally {
  await judge.close();
}
