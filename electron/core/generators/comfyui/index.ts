/**
 * ComfyUI: the graph of the take's own picture, or one of the artist's, with the values of the request put where they
 * were read from. Held to versions 0.3.64 and 0.27.0.
 */
import { basename } from 'node:path';
import { readAtMost } from '@core/files/index.js';
import { type ApiGraph, graphIn, graphOfPicture } from '@core/metadata/index.js';
import type { GeneratorCapability, GeneratorStatus } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import { defineGenerator, type GenerationRequest, type Generator } from '../generator.js';
import { isAddress } from '../is-address.js';
import { Away, Strange } from '../server-client.js';
import { cancelWork } from './cancel.js';
import { Client, LIMITS, type Limits } from './client.js';
import { newWork, prefixOf, type Work, workIn } from './handle.js';
import { EXPORT_HELP, graphOrWhy, placedGraph, placesIn, takes } from './placing.js';
import { systemStats } from './replies.js';
import { makePicture, type Order, resumePicture } from './work.js';

const ALL: readonly GeneratorCapability[] = ['txt2img', 'seed', 'negative', 'weights', 'preview'];
const LARGEST_GRAPH = 32 * 1024 * 1024;

const settings = z.strictObject({
  address: z
    .string()
    .max(300)
    .refine(isAddress, 'enter an address such as http://127.0.0.1:8188')
    .default('')
    .meta({
      title: 'Address',
      description: 'Where ComfyUI runs, as it prints it when it starts: http://127.0.0.1:8188.',
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
  name: 'ComfyUI',
  about: 'Runs the graph of each picture, or one of yours, on your ComfyUI server.',
  settings,
  consent: { address: 'sends', workflow: 'free' },
  connect: (section) => comfyGenerator(section, LIMITS),
});

/** As the row connects it, with limits of one's own. */
export function comfyGenerator({ address, workflow }: Section, limits: Limits): Generator {
  const client = new Client(address, limits);

  const orderOf = async (request: GenerationRequest, work: Work): Promise<Order> => {
    const graph = await (workflow ? graphOfFile(workflow) : graphOfTake(request.fromFile));
    const prefix = prefixOf(work);
    const { placements, missing } = placesIn(graph, request, { prefix, keepsSize: workflow === '' });
    return {
      work,
      graph,
      text: placedGraph(graph, placements),
      settings: {
        ...graph.read?.settings,
        ...(missing.length > 0 && { 'not used': missing.map((value) => PLAIN[value] ?? value).join(', ') }),
      },
    };
  };

  return {
    capabilities: ALL,
    // The second waits there, so that the server never waits for us.
    slots: 2,
    status: (signal) => statusOf(client, workflow, signal),
    handleFor: () => ({ ...newWork(client.address) }),
    async start(request, handle, watch) {
      watch.signal.throwIfAborted();
      const work = workIn(handle, client.address);
      if (!work) throw new ContinuistError('GENERATOR_FAILED', 'ComfyUI: the address was changed meanwhile');
      return makePicture(client, await orderOf(request, work), watch);
    },
    async resume(request, handle, watch) {
      const work = workIn(handle, client.address);
      return work && resumePicture(client, await orderOf(request, work), watch);
    },
    async cancel(handle) {
      const work = workIn(handle, client.address);
      // A server that is away stops nothing; what it made in the end is left where it is.
      if (work) await cancelWork(client, work).catch(() => undefined);
    },
  };
}

const PLAIN: Readonly<Record<string, string>> = { negativePrompt: 'negative prompt' };

async function graphOfFile(file: string): Promise<ApiGraph> {
  const read = await readAtMost(file, LARGEST_GRAPH);
  const name = basename(file);
  if (!('bytes' in read)) throw new Error(`The graph file ${name} cannot be read: ${read.refused}.`);
  return graphOrWhy(graphIn(read.bytes.toString('utf8')), name);
}

async function graphOfTake(file: string): Promise<ApiGraph> {
  const found = await graphOfPicture(file);
  if (found.kind === 'none')
    throw new Error(
      `This picture has no ComfyUI graph in it. Name a graph file in the settings of the generator. ${EXPORT_HELP}`,
    );
  return graphOrWhy(found, 'this picture');
}

async function statusOf(client: Client, workflow: string, signal: AbortSignal): Promise<GeneratorStatus> {
  const not = (note: string): GeneratorStatus => ({ ready: false, note, version: '', capabilities: [] });
  if (client.address === '') return not('Enter the address of your ComfyUI in its settings.');
  try {
    const own = workflow ? takes(await graphOfFile(workflow)) : null;
    const { system } = await client.get('/system_stats', systemStats, signal);
    const version = system.comfyui_version;
    const capabilities = ALL.filter((one) => !own || (one !== 'seed' && one !== 'negative') || own[one]);
    const where = `ComfyUI${version && ` ${version}`} at ${client.address}.`;
    const what = workflow ? `Runs ${basename(workflow)}.` : 'Runs the graph that is in each picture.';
    return { ready: true, note: `${where} ${what}`, version, capabilities };
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof Away)
      return not(`No answer from ${client.address}: ${thrown.message}. Is ComfyUI running?`);
    if (thrown instanceof Strange)
      return not(`What answers at ${client.address} is no ComfyUI: ${thrown.message}.`);
    return not((thrown as Error).message);
  }
}
