/** How the artist's servers are doing, and what can be asked of them. */
import { basename } from 'node:path';
import type { GeneratorStatus } from '@shared/contract/index.js';
import { type Abilities, notReady, notSetUp } from '../generator.js';
import { Away, Strange } from '../server-client.js';
import { withinTime } from '../within-time.js';
import { abilitiesOf, EVERY } from './abilities.js';
import type { Client } from './client.js';
import { graphOfFile } from './graph.js';
import type { Pool } from './pool.js';
import { systemStats } from './replies.js';

type ServerStatus = NonNullable<GeneratorStatus['servers']>[number];

export async function statusOf(pool: Pool, workflow: string, signal: AbortSignal): Promise<GeneratorStatus> {
  if (pool.servers.length === 0) return notSetUp('Enter the address of your ComfyUI in its settings.');
  let abilities: Pick<Abilities, 'capabilities' | 'whyNot'> = { capabilities: [...EVERY], whyNot: {} };
  try {
    if (workflow) {
      const { capabilities, whyNot } = abilitiesOf(await graphOfFile(workflow));
      abilities = { capabilities, whyNot };
    }
  } catch (thrown) {
    return notReady((thrown as Error).message);
  }
  const servers = await withinTime(pool.limits.soon, signal, (within) =>
    Promise.all(pool.servers.map(({ client }) => askedOf(client, within))),
  );
  signal.throwIfAborted();
  const ready = servers.filter((server) => server.ready);
  const [first] = ready;
  const [only] = servers;
  if (!first || !only)
    return { ...notReady(servers.map(({ note }) => note).join(' ')), ...(pool.hasSeveral && { servers }) };
  const what = workflow ? `Runs ${basename(workflow)}.` : 'Runs the graph that is in each picture.';
  const where = pool.hasSeveral ? `${ready.length} of ${servers.length} servers are ready.` : only.note;
  return {
    ready: true,
    note: `${where} ${what}`,
    version: first.version,
    ...abilities,
    ...(pool.hasSeveral && { servers }),
  };
}

async function askedOf(client: Client, signal: AbortSignal): Promise<ServerStatus> {
  const { address } = client;
  const not = (note: string): ServerStatus => ({ address, ready: false, version: '', note });
  try {
    const { system } = await client.get('/system_stats', systemStats, signal);
    const version = system.comfyui_version;
    return { address, ready: true, version, note: `ComfyUI${version && ` ${version}`} at ${address}.` };
  } catch (thrown) {
    if (thrown instanceof Strange && thrown.isShut)
      return not(
        `${address} lets nobody in without a name and a password (${thrown.status}), which Continuist cannot give. Let this machine in there, or enter the address that ComfyUI itself prints.`,
      );
    if (thrown instanceof Strange) return not(`What answers at ${address} is no ComfyUI: ${thrown.message}.`);
    if (!(thrown instanceof Away)) throw thrown;
    return not(
      `No answer from ${address}: ${thrown.message}. Is ComfyUI running, and is that the address that it prints?`,
    );
  }
}
