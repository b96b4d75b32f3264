/** Our judge as a contender: the real inference process, on one device, over the sample's pictures. */
import { questionOf } from '@core/analysis/question.js';
import { gpuMemory } from '@inference/index.js';
import type { CatalogueEntry, Device } from '@models/library/index.js';
import { startJudge } from './board.js';
import { ASKED } from './claims.js';
import type { Contender } from './contender.js';
import { processCost } from './cost.js';
import { samplePictures } from './truth.js';

/** Milliseconds a picture; what is slow is to be measured, not ended. */
const TIMEOUT = 1_800_000;
/** Milliseconds between two looks at the card. */
const LOOK = 250;

export interface OwnContender extends Contender {
  readonly device: Device;
  /** Seconds, of each picture: of decoding it, and of reading it and the preamble. */
  readonly prepare: readonly number[];
  readonly prefill: readonly number[];
  /** Seconds, of each picture with all claims and, as the program asks, with the opposites of those that it denies. */
  readonly opposed: readonly number[];
}

/** `downloadsFolder`: where the model lies, unless it ships with the program. Throws when it does not load. */
export async function openOurs(
  model: CatalogueEntry,
  device: Device,
  downloadsFolder: string | null,
): Promise<OwnContender> {
  const pictures = await samplePictures();
  const client = startJudge({
    timeout: TIMEOUT,
    devices: () => ({ devices: [device], refused: [] }),
    ...(downloadsFolder && { downloadsFolder }),
  });
  let card = 0;
  const look = async () => {
    card = Math.max(card, (await gpuMemory(client.pid)) ?? 0);
  };
  const looking = device === 'cpu' ? undefined : setInterval(look, LOOK);
  const close = () => {
    clearInterval(looking);
    return client.close();
  };
  try {
    const started = performance.now();
    const description = await client.describe(model.id);
    const { version } = description;
    const load = (performance.now() - started) / 1000;
    let at = 0;
    const judgeOne = async (claims: number, isOpposed = false) => {
      const questions = ASKED.slice(0, claims)
        .map((one, id) => ({ ...one, id: String(id) }))
        .map((one) => (isOpposed ? questionOf(one, description) : one));
      const file = pictures[at++ % pictures.length] ?? '';
      return (await client.judge(model.id, { file, questions })).timings;
    };
    // Warmed up first.
    await judgeOne(1);
    const prepare: number[] = [];
    const prefill: number[] = [];
    const opposed: number[] = [];
    return {
      name: `${version} on ${device}`,
      device,
      load,
      slow: Number.POSITIVE_INFINITY,
      prepare,
      prefill,
      opposed,
      async judge(claims) {
        const before = await processCost(client.pid);
        const timings = await judgeOne(claims);
        const { work } = await processCost(client.pid);
        prepare.push(timings.prepare / 1000);
        prefill.push(timings.prefill / 1000);
        // Told apart: the others that are measured are asked no opposites.
        if (claims === ASKED.length) opposed.push((await judgeOne(claims, true)).total / 1000);
        return { seconds: timings.total / 1000, work: work - before.work };
      },
      peak: async () => (await processCost(client.pid)).peak,
      card: () => card,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
