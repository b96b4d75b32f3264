/** One click's test: which models there are, and a small picture all the way to the file and back. */
import type { TestPicture } from '../generator.js';
import { cancelWork } from './cancel.js';
import { unavailable } from './errors.js';
import { newWork, prefixOf } from './handle.js';
import type { Nodes } from './links.js';
import type { Pool } from './pool.js';
import { makePicture } from './work.js';

/** Pixels. */
const SIDE = 256;
const STEPS = 4;

/** On the first server that answers. Throws what a picture throws. */
export async function trial(pool: Pool, signal: AbortSignal): Promise<TestPicture> {
  for (const server of pool.servers) {
    if ((await server.fitness({}, signal)).is !== 'ready') continue;
    const { checkpoints, others } = await server.models(signal);
    const [checkpoint] = checkpoints;
    const work = newWork(server.client.address);
    const sent = checkpoint === undefined ? plain(prefixOf(work)) : drawn(checkpoint, prefixOf(work));
    const { bytes } = await makePicture(
      server.client,
      { work, prepared: { sent, uploads: [], settings: {} }, hasOthers: false },
      { signal, progress: () => undefined },
    ).catch(async (thrown: unknown) => {
      if (signal.aborted) await cancelWork(server.client, work).catch(() => undefined);
      throw thrown;
    });
    return {
      models: [...checkpoints, ...others],
      picture: bytes,
      note:
        checkpoint === undefined
          ? 'It has no checkpoint to draw with, so it sent a plain picture. Graphs that load other models can still run.'
          : `Drawn with ${checkpoint} in ${STEPS} steps, to see that it comes through.`,
    };
  }
  throw unavailable('no server answers');
}

const saved = (images: readonly [string, number], prefix: string): Nodes[string] => ({
  class_type: 'SaveImage',
  inputs: { images, filename_prefix: prefix },
});

const plain = (prefix: string): Nodes => ({
  '1': { class_type: 'EmptyImage', inputs: { width: SIDE, height: SIDE, batch_size: 1, color: 0x446688 } },
  '2': saved(['1', 0], prefix),
});

/** What ComfyUI opens with, small. */
const drawn = (checkpoint: string, prefix: string): Nodes => ({
  '1': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: checkpoint } },
  '2': { class_type: 'CLIPTextEncode', inputs: { text: 'a red fox in the snow', clip: ['1', 1] } },
  '3': { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['1', 1] } },
  '4': { class_type: 'EmptyLatentImage', inputs: { width: SIDE, height: SIDE, batch_size: 1 } },
  '5': {
    class_type: 'KSampler',
    inputs: {
      model: ['1', 0],
      positive: ['2', 0],
      negative: ['3', 0],
      latent_image: ['4', 0],
      seed: Math.floor(Math.random() * 2 ** 32),
      steps: STEPS,
      cfg: 5,
      sampler_name: 'euler',
      scheduler: 'normal',
      denoise: 1,
    },
  },
  '6': { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['1', 2] } },
  '7': saved(['6', 0], prefix),
});
