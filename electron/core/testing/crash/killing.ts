/** How phases are tried: so many kills in each, by seed, and what must hold after every one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { expect, test } from 'vitest';
import { FAST } from '../../review/testing/desk.js';
import { killWithin, randomOf } from './kill.js';
import { MODELS, PHASES, type Phase } from './phases.js';

const KILLS = Number(process.env.CRASH_KILLS ?? 0);
/** One that is named is repeated alone. */
const ONE = process.env.CRASH_SEED === undefined ? null : Number(process.env.CRASH_SEED);
export const FIRST = ONE ?? Math.floor(Math.random() * 1e9);
export const isLong = KILLS > 0 || ONE !== null;
/** Fewer than that say nothing of a phase. */
const LEAST = 10;
/** Milliseconds of one phase, on a machine that is busy besides. */
const LONGEST = 30 * 60_000;
const slow = PHASES.filter(({ kind }) => kind === 'application').length;

/** Most fall where a start takes no time. */
export function killsFor(kind: Phase['kind'] | 'download'): number {
  if (ONE !== null) return 1;
  if (kind === 'application') return LEAST;
  return Math.max(LEAST, Math.ceil((KILLS - slow * LEAST) / (PHASES.length + 1 - slow)));
}

const reviewChild = bundleOf(fileURLToPath(new URL('review-child.ts', import.meta.url)));
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(FAST, 'continuist-crash-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Kills as many as follow one another in that phase, and returns how many fell inside. `application`: the program that
 * phases of the whole application are killed in.
 */
export const kill = (phase: Phase, seed: number, application = ''): Promise<number> =>
  inFolder(async (folder) => {
    const { name, kind, times, mishaps = [''], chain = 1, prepare, check } = phase;
    const mishap = mishaps[seed % mishaps.length] ?? '';
    await prepare(folder);
    const program = kind === 'review' ? reviewChild : application;
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

/** Tries each of these phases with its share of the kills, and prints how many fell inside. */
export function killIn(phases: readonly Phase[], application: () => string): void {
  test.each(phases)(
    'killed in $name: nothing that was acknowledged is lost',
    async (phase) => {
      const started = performance.now();
      let inside = 0;
      let kills = 0;
      let seeds = 0;
      const wanted = killsFor(phase.kind);
      while (inside < wanted && kills < 3 * wanted) {
        inside += await kill(phase, FIRST + seeds++, application());
        kills += phase.chain ?? 1;
      }
      console.log(
        `| ${phase.name} | ${kills} kills | ${inside} inside | seeds from ${FIRST} | ${Math.round((performance.now() - started) / 1000)} s |`,
      );
      if (ONE === null) expect(inside, 'kills that fell inside').toBeGreaterThanOrEqual(LEAST);
    },
    LONGEST,
  );
}
