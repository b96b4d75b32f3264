/**
 * Fits how style features vary between frames drawn by one hand: boards of the storybook world in each of its
 * styles, mixed places, hours, weathers and framings. Writes electron/core/measures/style-spread.json.
 *
 *   npx tsx scripts/fit-style-spread.ts [frames per style, default 60]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderScenePng, STYLES, sampleScene } from '@models/storybook/world/index.js';
import type { FrameMeasures } from '@shared/analysis.js';
import { median } from '@shared/median.js';
import { createMeasures } from '../electron/core/measures/index.js';
import {
  ASPECTS,
  type Aspect,
  type AspectSpread,
  aspectVector,
} from '../electron/core/measures/style-aspects.js';

const TARGET = fileURLToPath(new URL('../electron/core/measures/style-spread.json', import.meta.url));
/** Added to the diagonal of the covariance of standardised values, against directions hardly seen. */
const RIDGE = 0.05;
const MAX_Z = 5;

const frames = Number(process.argv[2] ?? 60);
const random = seeded(20_240);
const folder = await mkdtemp(join(tmpdir(), 'continuist-style-'));
const measures = createMeasures();
const boards: FrameMeasures[][] = [];
for (const style of STYLES) {
  const board: FrameMeasures[] = [];
  for (let i = 0; i < frames; i++) {
    const file = join(folder, 'frame.png');
    await writeFile(file, await renderScenePng(sampleScene(random, { style })));
    board.push(await measures.measure(file));
  }
  boards.push(board);
  console.log(`${style}: ${board.length} frames measured`);
}
await measures.close();
await rm(folder, { recursive: true, force: true });
const spreads = Object.fromEntries(ASPECTS.map((aspect) => [aspect.name, spreadOf(aspect)]));
await writeFile(TARGET, `${JSON.stringify(spreads)}\n`);

function spreadOf(aspect: Aspect): AspectSpread {
  const vectors = boards.map((board) => board.map(({ style }) => Array.from(aspectVector(style, aspect))));
  const size = vectors[0]?.[0]?.length ?? 0;
  const middles = vectors.map((board) => columns(board, size).map(median));
  const scale = Array.from({ length: size }, (_, f) => {
    const perBoard = vectors.map(
      (board, b) => 1.4826 * median(board.map((v) => Math.abs((v[f] ?? 0) - (middles[b]?.[f] ?? 0)))),
    );
    return Math.max(aspect.floor, perBoard.reduce((a, b) => a + b, 0) / perBoard.length);
  });
  const rows = vectors.flatMap((board, b) =>
    board.map((v) =>
      v.map((x, f) => Math.max(-MAX_Z, Math.min(MAX_Z, (x - (middles[b]?.[f] ?? 0)) / (scale[f] ?? 1)))),
    ),
  );
  const covariance = scale.map((_, i) =>
    scale.map(
      (__, j) =>
        rows.reduce((s, z) => s + (z[i] ?? 0) * (z[j] ?? 0), 0) / rows.length + (i === j ? RIDGE : 0),
    ),
  );
  const whitening = choleskyOf(inverseOf(covariance));
  return {
    scale: scale.map((v) => Number(v.toPrecision(4))),
    whitening: whitening.flatMap((row) => row.map((v) => Number(v.toFixed(4)))),
  };
}

function columns(rows: readonly (readonly number[])[], size: number): number[][] {
  return Array.from({ length: size }, (_, f) => rows.map((row) => row[f] ?? 0));
}

/** Gauss-Jordan; the ridge keeps every pivot of a covariance away from 0. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let p = 0; p < size; p++) {
    const pivotRow = work[p] ?? [];
    const pivot = pivotRow[p] ?? 1;
    for (let j = 0; j < 2 * size; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (const row of work) {
      const factor = row[p] ?? 0;
      if (row === pivotRow || factor === 0) continue;
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return work.map((row) => row.slice(size));
}

/** Lower triangular L, its rows without the zeros, with L·Lᵀ the matrix. */
function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    factor.push(own);
    for (let j = 0; j <= i; j++) {
      const other = factor[j] ?? [];
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      own.push(i === j ? Math.sqrt(rest) : rest / (other[j] ?? 1));
    }
  }
  return factor;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
