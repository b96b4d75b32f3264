/** Boards with planted faults through the whole program: what it flags, beside what simpler means reach. */
import { join } from 'node:path';
import { FINDING_KINDS } from '@core/findings/index.js';
import type { Finding, FindingKind } from '@shared/analysis.js';
import { shotsInOrder } from '@shared/records/index.js';
import { wilson } from '@shared/wilson.js';
import { type BaselineScores, baselinesOf } from './baselines.js';
import { analyseBoard, inTemporaryFolder, withBoard } from './board.js';
import { FAULTS, type Fault } from './faults.js';
import { faultsNamedBy, isNamed } from './named.js';
import { type PlantedShot, plantBoard } from './planted-board.js';
import { balancedAccuracy, bootstrap, interval, percent, table } from './statistics.js';
import { plantToldBoard } from './told-board.js';

interface SeenShot extends Omit<PlantedShot, 'picture'> {
  readonly findings: readonly Finding[];
  readonly scores: { readonly [B in keyof BaselineScores]: number };
}

const BASELINES = [
  'perceptual hash',
  'colour histogram',
  'SSIM to neighbour',
  'previous frame',
  'sharpness',
  'brightness',
] as const;
/** False alarms that the baselines are allowed, with thresholds chosen on these very boards, in their favour. */
const ALLOWED = 0.1;

/** Kinds that a board needs to be told more for: they are planted by a benchmark of their own. */
const ELSEWHERE: Partial<Record<FindingKind, string>> = {
  composition: 'see bench:composition',
  'off-brand': 'see bench:brand',
};

/** `count` boards with faults of one frame each, and half as many with faults that only the story tells. */
export async function measurePlanted(count: number): Promise<void> {
  const boards: SeenShot[][] = [];
  const plans = [
    ...Array.from({ length: count }, (_, index) => ({ plant: plantBoard, index })),
    ...Array.from({ length: Math.ceil(count / 2) }, (_, index) => ({ plant: plantToldBoard, index })),
  ];
  for (const [at, { plant, index }] of plans.entries()) {
    boards.push(await inTemporaryFolder((folder) => seeBoard(plant, join(folder, 'board'), index)));
    console.error(`${at + 1} of ${plans.length} boards`);
  }
  const rows = [...FAULTS.map((fault) => rowOf(fault, boards, (shot) => shot.fault === fault))];
  rows.push(rowOf('all', boards, ({ fault }) => fault !== null));
  const header = ['fault', 'shots', 'flagged', 'by its name', 'balanced', '95 %', ...BASELINES];
  console.log(table(header, rows));
  console.log('');
  console.log(
    table(
      ['kind of finding', 'faults it names', 'shots', 'named', 'on others with a fault', 'on clean shots'],
      Object.values(FINDING_KINDS).map(({ kind }) => rowOfKind(kind, boards.flat())),
    ),
  );
  const clean = boards.flat().filter(isNegative);
  const alarms = (shots: readonly SeenShot[]): string =>
    `${shareWithin(shots, isFlagged)} of ${shots.length}`;
  console.log(`\nFalse alarms: ${alarms(clean)} shots without a fault.`);
  for (const { benign, findings } of clean.filter(isFlagged)) {
    console.log(`  ${benign ?? 'as it was'}: ${findings.map(({ message }) => message).join(' ')}`);
  }
  for (const change of ['relight', 'crop', 'pose', 'camera']) {
    console.log(`  ${change}: ${alarms(clean.filter(({ benign }) => benign === change))}`);
  }
  console.log(
    `Baselines: share caught at ${percent(ALLOWED)} false alarms, threshold chosen on these boards.`,
  );
}

async function seeBoard(plant: typeof plantBoard, folder: string, index: number): Promise<SeenShot[]> {
  const planted = await plant(folder, index);
  const baselines = await baselinesOf(planted.map(({ picture }) => picture));
  return withBoard(folder, async (application) => {
    await analyseBoard(application);
    const { review, derived } = application.board;
    return shotsInOrder(review.records).map((shot, i) => {
      const { picture: _, ...facts } = planted[i] as PlantedShot;
      const scores = Object.fromEntries(BASELINES.map((name) => [name, baselines[name][i] ?? 0]));
      return {
        ...facts,
        findings: derived.findings.filter((finding) => finding.shotId === shot.id),
        scores: scores as SeenShot['scores'],
      };
    });
  });
}

const isFlagged = ({ findings }: SeenShot): boolean => findings.length > 0;
const isNegative = ({ fault, isTwin }: SeenShot): boolean => fault === null && !isTwin;
const share = (shots: readonly SeenShot[], test: (shot: SeenShot) => boolean): number =>
  shots.filter(test).length / shots.length;

/** With Wilson's interval. */
const shareWithin = (shots: readonly SeenShot[], test: (shot: SeenShot) => boolean): string =>
  shots.length === 0
    ? '–'
    : `${percent(share(shots, test))} (${interval(wilson(shots.filter(test).length, shots.length))})`;

/** How often a kind of finding is there where it should be, and where it should not. */
function rowOfKind(kind: FindingKind, shots: readonly SeenShot[]): string[] {
  const faults = faultsNamedBy(kind);
  const isFound = ({ findings }: SeenShot): boolean => findings.some((finding) => finding.kind === kind);
  const isIts = ({ fault }: SeenShot): boolean => fault !== null && faults.includes(fault);
  const own = shots.filter(isIts);
  const others = shots.filter((shot) => shot.fault !== null && !isIts(shot));
  return [
    kind,
    ELSEWHERE[kind] ?? faults.join(', '),
    String(own.length),
    shareWithin(own, isFound),
    shareWithin(others, isFound),
    shareWithin(shots.filter(isNegative), isFound),
  ];
}

function rowOf(
  name: string,
  boards: readonly SeenShot[][],
  isPositive: (shot: SeenShot) => boolean,
): string[] {
  const accuracy = (some: readonly SeenShot[][]): number => {
    const shots = some.flat();
    const positives = shots.filter(isPositive);
    const negatives = shots.filter(isNegative);
    return balancedAccuracy({
      truePositives: positives.filter(isFlagged).length,
      positives: positives.length,
      trueNegatives: negatives.filter((shot) => !isFlagged(shot)).length,
      negatives: negatives.length,
    });
  };
  const positives = boards.flat().filter(isPositive);
  const negatives = boards.flat().filter(isNegative);
  const isCalled = ({ fault, findings }: SeenShot): boolean => isNamed(fault as Fault, findings);
  return [
    name,
    String(positives.length),
    shareWithin(positives, isFlagged),
    shareWithin(positives, isCalled),
    percent(accuracy(boards)),
    interval(bootstrap(boards, accuracy)),
    ...BASELINES.map((baseline) => {
      const ranked = negatives.map(({ scores }) => scores[baseline]).sort((a, b) => b - a);
      const limit = ranked[Math.floor(ranked.length * ALLOWED)] ?? Number.POSITIVE_INFINITY;
      return percent(share(positives, ({ scores }) => scores[baseline] > limit));
    }),
  ];
}
