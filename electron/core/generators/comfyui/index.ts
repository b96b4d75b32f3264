/**
 * ComfyUI: the graph of the take's own picture, or one of the artist's, with the values of the request put where they
 * were read from, on one server or several. Held to versions 0.3.64 and 0.27.0.
 */
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import { address } from '../address.js';
import { defineGenerator, type GenerationRequest, type Generator, type Watch } from '../generator.js';
import { abilitiesOf, EVERY } from './abilities.js';
import { cancelWork } from './cancel.js';
import { LIMITS, type Limits } from './client.js';
import { failed, NAME } from './errors.js';
import { EXPORT_HELP, graphOfFile, graphOfTake } from './graph.js';
import { FOLDER, prefixOf } from './handle.js';
import { prepare } from './order.js';
import { type Placed, Pool } from './pool.js';
import { statusOf } from './status.js';
import { trial } from './trial.js';
import { makePicture, type Order, resumePicture } from './work.js';

const settings = z.strictObject({
  addresses: z
    .array(address('http://127.0.0.1:8188').min(1))
    .max(64)
    .overwrite((all) => [...new Set(all)])
    .default([])
    .meta({
      title: 'Addresses',
      description:
        'Where ComfyUI runs, as it prints it when it starts: http://127.0.0.1:8188. One a line: several servers share the work. You are asked before a new one is used.',
    }),
  workflow: z
    .string()
    .max(4_000)
    .default('')
    .meta({
      title: 'Graph file',
      description: `Leave it empty to use the graph that is in each picture. ${EXPORT_HELP}`,
    }),
});

type Section = z.output<typeof settings>;

export const comfyui = defineGenerator({
  id: 'comfyui',
  name: NAME,
  about: 'Runs the graph of each picture, or one of yours, on your ComfyUI servers.',
  settings,
  consent: { addresses: 'sends', workflow: 'free' },
  connect: (section) => comfyGenerator(section, LIMITS),
});

/** As the row connects it, with limits of one's own. */
export function comfyGenerator({ addresses, workflow }: Section, limits: Limits): Generator {
  const pool = new Pool(addresses, limits);

  /** What the picture is called before it is known which work it is. */
  const shown = { workflow, prefix: `${FOLDER}/…` };

  /** While it is under way, its server counts it as ours. */
  async function under<T>(
    { server, work }: Placed,
    request: GenerationRequest,
    watch: Watch,
    run: (order: Order) => Promise<T>,
  ): Promise<T> {
    watch.signal.throwIfAborted();
    const prepared = await prepare(request, { workflow, prefix: prefixOf(work) });
    server.begins(work.promptId);
    try {
      const made = await run({ work, prepared, hasOthers: pool.hasSeveral });
      server.tell(true);
      return made;
    } catch (thrown) {
      if (thrown instanceof ContinuistError && thrown.code === 'GENERATOR_FAILED') server.tell(false);
      throw thrown;
    } finally {
      server.ends(work.promptId);
    }
  }

  return {
    capabilities: EVERY,
    get slots() {
      return pool.slots;
    },
    status: (signal) => statusOf(pool, workflow, signal),
    test: (signal) => trial(pool, signal),
    abilitiesFor: async (takeFile) => {
      try {
        return abilitiesOf(await (workflow ? graphOfFile(workflow) : graphOfTake(takeFile)));
      } catch (thrown) {
        const why = (thrown as Error).message;
        return { capabilities: [], whyNot: { txt2img: why, img2img: why, inpaint: why } };
      }
    },
    placing: (request) => prepare(request, shown),
    handleFor: async (request) => ({
      ...(await pool.name(async () => (await prepare(request, shown)).sent)),
    }),
    async start(request, handle, watch) {
      const placed = pool.placeOf(handle);
      if (!placed) throw failed('the address was changed meanwhile');
      return under(placed, request, watch, (order) => makePicture(placed.server.client, order, watch));
    },
    async resume(request, handle, watch) {
      const placed = pool.placeOf(handle);
      if (!placed) return null;
      return under(placed, request, watch, (order) => resumePicture(placed.server.client, order, watch));
    },
    async cancel(handle) {
      const placed = pool.placeOf(handle);
      // A server that is away stops nothing; what it made in the end is left where it is.
      if (placed) await cancelWork(placed.server.client, placed.work).catch(() => undefined);
    },
  };
}
