/**
 * Processes killed in the middle of their work, by seed. A few in every run; `npm run test:crash` kills 200 over all
 * phases and prints how many fell into each. `CRASH_SEED=4711 npm run test:crash -- -t migration` repeats what a
 * seed did in one phase.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAST } from '../../review/testing/desk.js';
import { bundleApplication } from './bundle.js';
import { killDownload } from './download.js';
import { killWithin, randomOf } from './kill.js';
import { MODELS, PHASES, type Phase } from './phases.js';

const KILLS = Number(process.env.CRASH_KILLS ?? 0);
/** One that is named is repeated alone. */
const ONE = process.env.CRASH_SEED === undefined ? null : Number(process.env.CRASH_SEED);
const FIRST = ONE ?? Math.floor(Math.random() * 1e9);
const isLong = KILLS > 0 || ONE !== null;
/** Fewer than that say nothing of a phase. */
const LEAST = 10;
/** Milliseconds of one phase, on a machine that is busy besides. */
const LONGEST = 30 * 60_000;
const slow = PHASES.filter(({ kind }) => kind === 'application').length;

/** Most fall where a start takes no time. */
function killsFor(kind: Phase['kind'] | 'download'): number {
  if (ONE !== null) return 1;
  if (kind === 'application') return LEAST;
  return Math.max(LEAST, Math.ceil((KILLS - slow * LEAST) / (PHASES.length + 1 - slow)));
}

const reviewChild = bundleOf(fileURLToPath(new URL('review-child.ts', import.meta.url)));
const fetchChild = bundleOf(
  fileURLToPath(new URL('../../../../models/library/download/testing/fetch-child.ts', import.meta.url)),
);
let application: Awaited<ReturnType<typeof bundleApplication>> | null = null;

beforeAll(async () => {
  if (isLong) application = await bundleApplication();
});
afterAll(async () => {
  await application?.remove();
});

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(FAST, 'continuist-crash-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills as many as follow one another in that phase, and returns how many fell inside. */
const kill = (phase: Phase, seed: number): Promise<number> =>
  inFolder(async (folder) => {
    const { name, kind, times, mishaps = [''], chain = 1, prepare, check } = phase;
    const mishap = mishaps[seed % mishaps.length] ?? '';
    await prepare(folder);
    const program = kind === 'review' ? reviewChild : (application?.program ?? '');
    const args = [name, folder, kind === 'review' ? mishap : MODELS];
    const random = randomOf(seed);
    const acknowledged: string[] = [];
    let inside = 0;
    for (let n = 0; n < chain; n++) {
      const killed = await killWithin({ program, args, phase: name, times, random });
      acknowledged.push(...killed.acknowledged);
      if (killed.fell === name) inside++;
    }
    const rerun = (again: string): void => {
      const { status, stderr } = spawnSync(process.execPath, [program, again, folder, MODELS], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`started again, it ended with ${status}: ${stderr}`);
    };
    const wrong = check({ folder, acknowledged, rerun }, mishap);
    expect(
      wrong,
      `seed ${seed}, ${mishap || 'nothing besides'}, ${acknowledged.length} acknowledged`,
    ).toEqual([]);
    return inside;
  });

if (isLong) {
  test.each(PHASES)(
    'killed in $name: nothing that was acknowledged is lost',
    async (phase) => {
      const started = performance.now();
      let inside = 0;
      let kills = 0;
      let seeds = 0;
      const wanted = killsFor(phase.kind);
      while (inside < wanted && kills < 3 * wanted) {
        inside += await kill(phase, FIRST + seeds++);
        kills += phase.chain ?? 1;
      }
      console.log(
        `| ${phase.name} | ${kills} kills | ${inside} inside | seeds from ${FIRST} | ${Math.round((performance.now() - started) / 1000)} s |`,
      );
      if (ONE === null) expect(inside, 'kills that fell inside').toBeGreaterThanOrEqual(LEAST);
    },
    LONGEST,
  );

  test('killed in download: it goes on, and no half file has its name', async () => {
    const wanted = killsFor('download');
    for (let n = 0; n < wanted; n++) {
      const wrong = await inFolder((folder) => killDownload(fetchChild, folder, randomOf(FIRST + n)));
      expect(wrong, `seed ${FIRST + n}`).toEqual([]);
    }
    console.log(`| download | ${wanted} kills | ${wanted} inside | seeds from ${FIRST} |`);
  });
} else {
  test.each(PHASES.filter(({ kind }) => kind === 'review'))(
    'killed once in $name: nothing that was acknowledged is lost',
    async (phase) => {
      await kill(phase, FIRST);
    },
  );
}
