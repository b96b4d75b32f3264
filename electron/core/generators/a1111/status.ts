/** Whether the server can be used, which of its kind it is, and what it has. */
import { parseLoosely } from '@core/metadata/index.js';
import type { GeneratorCapability, GeneratorStatus } from '@shared/contract/index.js';
import { z } from 'zod';
import { notReady, notSetUp } from '../generator.js';
import { Away, Strange } from '../server-client.js';
import { withinTime } from '../within-time.js';
import type { Client } from './client.js';
import { bareModel, MODELS, models } from './lists.js';
import { NO_MODEL, whyRefused } from './words.js';

export const ALL: readonly GeneratorCapability[] = [
  'txt2img',
  'img2img',
  'inpaint',
  'seed',
  'negative',
  'weights',
  'preview',
];

/** Models that it is told to have. */
const MOST_NAMED = 3;
const SMALL = 1024 * 1024;

const version = z.object({
  version: z.string().catch(''),
  hash: z.string().catch(''),
});

export async function statusOf(client: Client, signal: AbortSignal): Promise<GeneratorStatus> {
  const { address } = client;
  if (address === '') return notSetUp('Enter the address of your A1111, Forge or SD.Next in its settings.');
  try {
    return await withinTime(client.limits.soon, signal, (within) => askedOf(client, within));
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof Strange)
      return notReady(`What answers at ${address} is no A1111: ${thrown.message}.`);
    if (!(thrown instanceof Away)) throw thrown;
    return notReady(`No answer from ${address}: ${thrown.message}. Is it running, with --api?`);
  }
}

async function askedOf(client: Client, signal: AbortSignal): Promise<GeneratorStatus> {
  const { address } = client;
  const answer = await client.send('GET', MODELS, null, client.limits.json, signal);
  if (answer.status !== 200)
    return notReady(`At ${address}, ${whyRefused(answer.status, answer.bytes.toString('utf8'))}`);
  const known = client.read(answer.bytes, models, MODELS);
  const kind = await kindOf(client, signal);
  if (known.length === 0) return notReady(`${kind.name} at ${address}: ${NO_MODEL}`);
  const names = known.map(({ title }) => bareModel(title));
  const others = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return {
    ready: true,
    note: `${kind.name} at ${address}. Models: ${names.slice(0, MOST_NAMED).join(', ')}${others}.`,
    version: kind.version,
    capabilities: [...ALL],
  };
}

/** Each has something that the others have not. */
async function kindOf(client: Client, signal: AbortSignal): Promise<{ name: string; version: string }> {
  const [next, forge] = await Promise.all(
    ['/sdapi/v1/version', '/sdapi/v1/sd-modules'].map((path) =>
      client.send('GET', path, null, SMALL, signal),
    ),
  );
  const told = version.safeParse(
    next?.status === 200 ? parseLoosely(next.bytes.toString('utf8')) : null,
  ).data;
  if (told) return { name: 'SD.Next', version: told.version || told.hash };
  return { name: forge?.status === 200 ? 'Forge' : 'A1111', version: '' };
}
