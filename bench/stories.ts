/**
 * Faults of pixels planted into frames of real stories: `npm run bench:stories -- --stories DIR [--boards 6] [--seed 1]`.
 * DIR holds one folder per story, with at least eight pictures each; at least two stories. What is measured of the
 * pictures and what the embedded judge's vision tower sees of them becomes findings as in the program, without its words.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingsOfFrame } from '@core/findings/index.js';
import { wholeBoard } from '@core/findings/testing/whole-board.js';
import { qualityOf, scoreOf, styleOf } from '@core/measures/index.js';
import { measureFrame } from '@core/measures/measure-frame.js';
import { isUnreadable } from '@core/measures/picture.js';
import type { Finding, FindingKind, FrameMeasures } from '@shared/analysis.js';
import { groupBy } from '@shared/group-by.js';
import { type Sensitivity, sensitivity as sensitivities } from '@shared/sensitivity.js';
import { wilson } from '@shared/wilson.js';
import { inTemporaryFolder, startJudge } from './board.js';
import { optionsOf, refuse } from './options.js';
import { PLANTS, type Plant, type Strength } from './planted/plants.js';
import { pngOf } from './planted/raster.js';
import { isRepeat, type PlannedFrame, planBoards, readStories } from './planted/stories.js';
import { areaUnder, interval, percent, table } from './statistics.js';

const values = optionsOf({
  stories: { type: 'string' },
  boards: { type: 'string', default: '6' },
  seed: { type: 'string', default: '1' },
});
if (!values.stories) refuse('Say where the stories are: --stories DIR, one folder of pictures each.');
const stories = await readStories(values.stories);
if (stories.length < 2) refuse(`${values.stories} has ${stories.length} stories; it takes two.`);

interface Looked {
  readonly measures: FrameMeasures;
  /** Of the vision tower. */
  readonly features: readonly number[];
}

interface SeenFrame extends Pick<PlannedFrame, 'plant' | 'isTwin'> {
  /** The story shows the same picture elsewhere on the board by itself. */
  readonly isRepeat: boolean;
  readonly findings: readonly Finding[];
  /** How far its style and its picture are from the board's, by their scores: 0 = as the others. */
  readonly off: { readonly style: number; readonly quality: number };
}

const looked = new Map<string, Looked>();
const repeats = new Set<PlannedFrame>();
const judge = startJudge();

async function look(folder: string, frame: PlannedFrame): Promise<Looked> {
  const known = looked.get(frame.key);
  if (known) return known;
  const file = join(folder, 'picture.png');
  await writeFile(file, await pngOf(await frame.make()));
  const measures = await measureFrame(file);
  if (isUnreadable(measures)) throw new Error(`${frame.key}: ${measures.unreadable}`);
  const { features } = await judge.judge('storybook', { file, questions: [], whole: null });
  const found = { measures, features };
  looked.set(frame.key, found);
  return found;
}

/** What is found on one board. */
function see(board: readonly PlannedFrame[], level: Sensitivity): SeenFrame[] {
  const frames = board.map(({ key }, at) => {
    const { measures, features } = looked.get(key) as Looked;
    const compared = { takeId: `take-${at}`, sha256: `${at}`, scene: null, regenerated: false };
    return { ...compared, description: '', measures, features: measures.style, tower: features };
  });
  const quality = qualityOf(frames, level);
  const style = styleOf(frames, level, quality);
  const picks = frames.map(({ takeId, measures }, at) => ({
    shot: { id: `shot-${at}`, number: `${at + 1}`, description: '' },
    take: { id: takeId },
    claims: [],
    verdicts: [],
    measures,
    failure: null,
  }));
  const offOf = (takeId: string) => ({
    style: 1 - (style[takeId]?.score ?? 1),
    quality: 1 - scoreOf(quality[takeId] ?? []),
  });
  const answers = wholeBoard({ frames: picks, facts: {}, quality, style });
  return board.map((frame, at) => ({
    plant: frame.plant,
    isTwin: frame.isTwin,
    isRepeat: repeats.has(frame),
    findings: findingsOfFrame(picks[at] as (typeof picks)[number], answers),
    off: offOf(`take-${at}`),
  }));
}

const isNamed = ({ named, both }: Plant, findings: readonly Finding[]): boolean =>
  named[both ? 'every' : 'some']((kind) => findings.some((finding) => finding.kind === kind));

const shareOf = (hits: number, amount: number): string =>
  amount === 0 ? '–' : `${percent(hits / amount)} (${interval(wilson(hits, amount))}) of ${amount}`;

const isClean = ({ plant, isTwin }: SeenFrame): boolean => plant === null && !isTwin;
const withFault = (seen: readonly SeenFrame[], is: (plant: Plant) => boolean): SeenFrame[] =>
  seen.filter(({ plant }) => plant !== null && is(plant));

/** "blur 2, noise 1" */
function tally(names: readonly string[]): string {
  const groups = [...groupBy(names, (name) => name)];
  return groups.map(([name, { length }]) => `${name} ${length}`).join(', ') || 'none';
}

/** Names of findings that a plant was given though it has no such fault: that it is called so hides what it is. */
const misnamed = (plant: Plant, findings: readonly Finding[]): FindingKind[] =>
  findings.flatMap(({ kind }) => (plant.named.includes(kind) ? [] : [kind]));

/** Groups that the bars are set for; the rest as it was planted. */
const GROUPS: readonly (readonly [name: string, is: (plant: Plant) => boolean])[] = [
  ['style', ({ named, both }) => !both && named[0] === 'style-drift'],
  ['blur, noise, compression', ({ name }) => ['blur', 'noise', 'compression'].includes(name)],
  [
    'bands, halos, enlarged, seams, borders',
    ({ name }) => ['banding', 'ringing', 'upscaling', 'seam', 'border'].includes(name),
  ],
  ['a flaw beside a foreign style, both said', ({ both }) => both === true],
  ...PLANTS.map((plant) => [`  ${plant.name}`, (one: Plant) => one === plant] as const),
];

const boards = {} as Record<Strength, PlannedFrame[][]>;
try {
  await inTemporaryFolder(async (folder) => {
    for (const strength of ['strong', 'faint'] as const) {
      boards[strength] = planBoards(stories, {
        count: Number(values.boards),
        seed: Number(values.seed),
        strength,
      });
      for (const [at, board] of boards[strength].entries()) {
        for (const frame of board) {
          await look(folder, frame);
          for (const other of board)
            if (other.source !== frame.source && (await isRepeat(other.source, frame.source)))
              repeats.add(frame);
        }
        if (at % 10 === 9) console.error(`${at + 1} of ${boards[strength].length} boards, ${strength}`);
      }
    }
  });
} finally {
  await judge.close();
}

/** How often a frame with one of these faults is further off than one without a fault. */
function areaOf(
  seen: readonly SeenFrame[],
  by: keyof SeenFrame['off'],
  is: (plant: Plant) => boolean,
): string {
  const offOf = (frames: readonly SeenFrame[]) => frames.map(({ off }) => off[by]);
  const own = withFault(seen, is);
  const area = areaUnder(offOf(own), offOf(seen.filter(isClean)));
  return own.length === 0 ? '–' : `${area.toFixed(3)} of ${own.length}`;
}

console.log(
  `${boards.strong.length} boards of ${stories.length} stories, each with strong faults and with faint ones.\n`,
);
const seenAt = (level: Sensitivity): Record<Strength, SeenFrame[]> => ({
  strong: boards.strong.flatMap((board) => see(board, level)),
  faint: boards.faint.flatMap((board) => see(board, level)),
});
const seenBy = { shy: seenAt('shy'), balanced: seenAt('balanced'), keen: seenAt('keen') };

// By scores, which no setting of sensitivity moves but through what it flags.
const areas = ([name, is]: (typeof GROUPS)[number]): string[] => [
  name,
  ...[seenBy.keen.strong, seenBy.keen.faint].flatMap((seen) =>
    (['style', 'quality'] as const).map((by) => areaOf(seen, by, is)),
  ),
];
console.log(
  table(['area under the curve', 'strong: style', 'quality', 'faint: style', 'quality'], GROUPS.map(areas)),
  '\n',
);
for (const level of sensitivities.options) {
  const seen = seenBy[level];
  /** Called by their names, and flagged at all. */
  const found = (strength: Strength, is: (plant: Plant) => boolean): [named: string, flagged: string] => {
    const own = withFault(seen[strength], is);
    const named = own.filter(({ plant, findings }) => isNamed(plant as Plant, findings));
    const flagged = own.filter(({ findings }) => findings.length > 0);
    return [shareOf(named.length, own.length), shareOf(flagged.length, own.length)];
  };
  console.log(`## ${level}\n`);
  console.log(
    table(
      ['fault', 'strong: by its name', 'at all', 'faint: by its name', 'at all'],
      GROUPS.map(([name, is]) => [name, ...found('strong', is), ...found('faint', is)]),
    ),
  );
  for (const strength of ['strong', 'faint'] as const) {
    const wrong = seen[strength].flatMap(({ plant, findings }) =>
      plant ? misnamed(plant, findings).map((kind) => `${plant.name} as ${kind}`) : [],
    );
    console.log(`\nNamed for what it is not, ${strength}: ${tally(wrong)}.`);
    const clean = seen[strength].filter(isClean);
    // That a story repeats a picture is no fault of ours, and true.
    const isFalse = ({ isRepeat: repeated }: SeenFrame, { kind }: Finding): boolean =>
      !(repeated && kind === 'near-duplicate');
    const falseIn = (frame: SeenFrame): Finding[] => frame.findings.filter((one) => isFalse(frame, one));
    const alarms = clean.filter((frame) => falseIn(frame).length > 0);
    const which = tally(alarms.flatMap(falseIn).map(({ kind }) => kind));
    const repeated = clean.filter((frame) => frame.findings.some((one) => !isFalse(frame, one))).length;
    console.log(
      `\nFalse alarms beside ${strength} faults: ${shareOf(alarms.length, clean.length)}: ${which}. The story’s own repeats found: ${repeated}.`,
    );
  }
  console.log('');
}
