/**
 * How well the judge sees: `npm run bench:judgement [-- --frames 300] [--planted [--boards 30]] [--fit] [--examine]`.
 *
 * Claims of known truth about scenes that the model was never trained on, drawn at full size and read back from
 * their files by the real judge. `--planted` puts whole boards with planted faults through the whole program.
 * `--examine` keeps how often each kind of claim was judged wrong beside the model, for the feedback. `--fit` fits the
 * calibration, and what is a picture of this world, on frames kept for it and writes both beside the model.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMINATION, type ExaminationFile, FAMILIAR } from '@models/judge/index.js';
import type { Thresholds } from '@shared/claim-graph.js';
import type { ClaimKind } from '@shared/records/index.js';
import { wilson } from '@shared/wilson.js';
import { type AskedClaim, type AskedFrame, askFrames } from './asked.js';
import { MODELS_FOLDER, startJudge } from './board.js';
import { fitCalibration } from './fit.js';
import { fitFamiliar } from './fit-familiar.js';
import { optionsOf } from './options.js';
import { measurePlanted } from './planted.js';
import {
  addCounts,
  balancedAccuracy,
  bootstrap,
  type Counts,
  interval,
  mean,
  percent,
  sum,
  table,
} from './statistics.js';

const values = optionsOf({
  frames: { type: 'string', default: '300' },
  boards: { type: 'string', default: '30' },
  fit: { type: 'boolean', default: false },
  examine: { type: 'boolean', default: false },
  planted: { type: 'boolean', default: false },
});

async function fitOn(frames: number): Promise<void> {
  const client = startJudge({ uncalibrated: true });
  try {
    const { version } = await client.describe('storybook');
    const folder = join(MODELS_FOLDER, 'storybook', 'files');
    const familiar = await fitFamiliar(client, version);
    await writeFile(join(folder, FAMILIAR), `${JSON.stringify(familiar)}\n`);
    console.log(`Strangers lie beyond ${familiar.limit}.`);
    const claims = (await askFrames(client, 'dev', frames)).flatMap((frame) => frame.claims);
    const file = join(folder, 'calibration.json');
    await writeFile(file, `${JSON.stringify(fitCalibration(version, claims), null, 2)}\n`);
    console.log(`Fitted on ${claims.length} claims of ${frames} frames: ${file}`);
  } finally {
    await client.close();
  }
}

/** Positive = the claim is false and should be caught. */
const countsOf = (claims: readonly AskedClaim[], isWrong: (claim: AskedClaim) => boolean): Counts => ({
  truePositives: claims.filter((claim) => !claim.truth && isWrong(claim)).length,
  positives: claims.filter(({ truth }) => !truth).length,
  trueNegatives: claims.filter((claim) => claim.truth && !isWrong(claim)).length,
  negatives: claims.filter(({ truth }) => truth).length,
});

function rowOf(
  name: string,
  frames: readonly AskedFrame[],
  of: (claim: AskedClaim) => boolean,
  thresholds: Readonly<Record<ClaimKind, Thresholds>>,
): string[] {
  const units = frames.map(({ claims }) => {
    const own = claims.filter(of);
    const isFailed = ({ kind, p }: AskedClaim): boolean => p <= thresholds[kind].fail;
    const decided = own.filter((claim) => isFailed(claim) || claim.p >= thresholds[claim.kind].pass);
    return {
      asked: countsOf(own, ({ p }) => p < 0.5),
      decided: countsOf(decided, isFailed),
      failed: countsOf(own, isFailed),
    };
  });
  type Unit = (typeof units)[number];
  const accuracy = (which: 'asked' | 'decided') => (some: readonly Unit[]) =>
    balancedAccuracy(addCounts(some.map((unit) => unit[which])));
  const failed = addCounts(units.map((unit) => unit.failed));
  const sure = addCounts(units.map((unit) => unit.decided));
  const asked = failed.positives + failed.negatives;
  return [
    name,
    String(asked),
    percent(accuracy('asked')(units)),
    interval(bootstrap(units, accuracy('asked'))),
    percent(accuracy('decided')(units)),
    interval(bootstrap(units, accuracy('decided'))),
    percent((sure.positives + sure.negatives) / asked),
    percent(failed.truePositives / failed.positives),
    percent(1 - failed.trueNegatives / failed.negatives),
  ];
}

/** What the judge answers on frames that it was neither trained nor calibrated on. */
async function answers(count: number) {
  const client = startJudge();
  try {
    const { version, thresholds } = await client.describe('storybook');
    return { version, thresholds, frames: await askFrames(client, 'test', count) };
  } finally {
    await client.close();
  }
}

async function judge(count: number): Promise<void> {
  const { version, thresholds, frames } = await answers(count);
  const groups = [...new Set(frames.flatMap(({ claims }) => claims.map(({ group }) => group)))].sort();
  const rows = groups.map((group) => rowOf(group, frames, (claim) => claim.group === group, thresholds));
  console.log(`${version}: ${count} frames never trained on, half of the claims false.\n`);
  console.log(
    table(
      [
        'claims',
        'asked',
        'balanced',
        '95 %',
        'when sure',
        '95 %',
        'sure',
        'false ones caught',
        'false alarms',
      ],
      [...rows, rowOf('all', frames, () => true, thresholds)],
    ),
  );
  const strange = frames.filter(({ isStrange }) => isStrange).length;
  console.log(
    `\n${strange} frames taken for another world's (${interval(wilson(strange, count))} %), of which nothing was said.`,
  );
  console.log(
    `${mean(frames.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms a frame with 24 claims.`,
  );
}

/** Wrong: failed though it is true, or passed though it is false. */
function examinedOf(
  frames: readonly AskedFrame[],
  kind: ClaimKind,
  { pass, fail }: Thresholds,
): Required<ExaminationFile['kinds']>[ClaimKind] | null {
  const units = frames.map(({ claims }) => {
    const own = claims.filter((claim) => claim.kind === kind);
    const answered = own.filter(({ p }) => p <= fail || p >= pass);
    const wrong = answered.filter(({ p, truth }) => truth === p <= fail).length;
    return { own, answered: answered.length, wrong };
  });
  type Unit = (typeof units)[number];
  const rate = (some: readonly Unit[]) =>
    sum(some.map(({ wrong }) => wrong)) / sum(some.map(({ answered }) => answered));
  const claims = sum(units.map(({ answered }) => answered));
  if (claims === 0) return null;
  const own = units.flatMap((unit) => unit.own);
  const share = (some: readonly AskedClaim[], is: (claim: AskedClaim) => boolean) =>
    rounded(some.filter(is).length / Math.max(1, some.length));
  const drawn = bootstrap(units, rate);
  // Frames drawn again say nothing of faults that none of them has: of 100 right answers, one in 27 may still be wrong.
  const counted = wilson(sum(units.map(({ wrong }) => wrong)), claims);
  return {
    claims,
    rate: rounded(rate(units)),
    low: rounded(Math.min(drawn[0], counted[0])),
    high: rounded(Math.max(drawn[1], counted[1])),
    sensitivity: share(
      own.filter(({ truth }) => !truth),
      ({ p }) => p <= fail,
    ),
    specificity: share(
      own.filter(({ truth }) => truth),
      ({ p }) => p >= pass,
    ),
  };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

async function examine(count: number): Promise<void> {
  const { version, thresholds, frames } = await answers(count);
  const kinds = [...new Set(frames.flatMap(({ claims }) => claims.map(({ kind }) => kind)))].sort();
  const file: ExaminationFile = {
    examinedOn: version,
    set: `${frames.filter(({ isStrange }) => !isStrange).length} drawn frames of the storybook world, none of which the model was trained or calibrated on; ${sum(frames.map(({ claims }) => claims.length))} claims of known truth, half of them false`,
    kinds: Object.fromEntries(
      kinds.flatMap((kind) => {
        const examined = examinedOf(frames, kind, thresholds[kind]);
        return examined ? [[kind, examined]] : [];
      }),
    ),
  };
  const path = join(MODELS_FOLDER, 'storybook', 'files', EXAMINATION);
  await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`Examined ${version} on ${count} frames: ${path}`);
}

if (values.fit) await fitOn(Number(values.frames));
else if (values.examine) await examine(Number(values.frames));
else if (values.planted) await measurePlanted(Number(values.boards));
else await judge(Number(values.frames));
