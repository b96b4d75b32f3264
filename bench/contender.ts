/** What is measured: a judge that is asked about one picture after another, ours or PyTorch's. */
import { type Figures, type Sample, seconds } from './cost.js';

export interface Contender {
  readonly name: string;
  /** Seconds to start and load. */
  readonly load: number;
  /** Seconds a picture above which it is measured once; none is enough. */
  readonly slow: number;
  judge(claims: number): Promise<Sample>;
  /** Most bytes resident so far; 0 where the system does not tell. */
  peak(): Promise<number>;
  /** Most bytes held of a card so far; 0 where there is none or the system does not tell. */
  card(): number;
  close(): Promise<void>;
}

/** Seconds a picture above which a reference is measured once. */
export const SLOW = 30;
/** Seconds a picture above which a contender is asked nothing more. */
const PATIENCE = 300;
/** Seconds a picture above which each is told at once. */
const LONG = 10;

/** What was measured of others is still worth its print. */
export function leftOut(error: unknown): void {
  console.error(`One is left out: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function opened(open: () => Promise<Contender>, contenders: Contender[]): Promise<void> {
  try {
    contenders.push(await open());
  } catch (error) {
    leftOut(error);
  }
}

/**
 * All in memory at once and in turn, so that whatever else the machine does falls on each. Those that have been
 * opened are closed, also when one fails; one that does not open is left out.
 */
export async function measured(
  openers: readonly (() => Promise<Contender>)[],
  counts: readonly number[],
  rounds: number,
): Promise<Figures[]> {
  const contenders: Contender[] = [];
  try {
    for (const open of openers) await opened(open, contenders);
    const taken = contenders.map(() => new Map<number, Sample[]>(counts.map((claims) => [claims, []])));
    for (let round = 0; round < rounds; round += 1) {
      for (const claims of counts) {
        for (const [at, contender] of contenders.entries()) {
          const samples = taken[at] ?? new Map<number, Sample[]>();
          const above = (limit: number, of: readonly Sample[]) => of.some((one) => one.seconds > limit);
          const same = samples.get(claims) ?? [];
          if (above(PATIENCE, [...samples.values()].flat()) || above(contender.slow, same)) continue;
          const sample = await contender.judge(claims);
          same.push(sample);
          if (sample.seconds > LONG)
            console.error(
              `${contender.name}, ${claims} ${claims === 1 ? 'claim' : 'claims'}: ${seconds(sample.seconds)}`,
            );
        }
      }
    }
    return await Promise.all(
      contenders.map(async (contender, at) => ({
        name: contender.name,
        load: contender.load,
        samples: taken[at] ?? new Map(),
        peak: await contender.peak(),
        card: contender.card(),
      })),
    );
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
  }
}
