/** The inference process: owns the model, answers one parent, and may die without taking anything with it. */

import { loadEnsemble } from '@models/ensemble/index.js';
import type { Eye } from '@models/eye/index.js';
import { type Judge, warmUp } from '@models/judge/index.js';
import { ENSEMBLE_JUDGE, SERVER_JUDGE } from '@models/library/index.js';

import { memberDevice } from '@models/runtime/devices/index.js';
import { loadServerJudge, serverStates } from '@models/server/index.js';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { toErrorData } from '@shared/errors.js';
import PQueue from 'p-queue';
import { inferenceContract } from './contract.js';
import { notJudged, notLoaded } from './fault.js';
import { parentPort } from './port.js';

let judge: Judge | null = null;
/** Of the servers. Only ever here: in no setting, no message, no log. */
const key = process.env.CONTINUIST_SERVER_KEY ?? '';

const contract = implement(inferenceContract);

const alive = contract.alive.handler(() => ({}));

const load = contract.load.handler(async ({ input, errors }) => {
  try {
    await judge?.close();
    judge = null;
    // A judge on a server needs nothing of what runs a model here.
    const one = async (id: string, device = input.device): Promise<Judge> =>
      id === SERVER_JUDGE
        ? loadServerJudge({ servers: input.servers, key })
        : (await import('@models/index.js')).loadJudge(id, { ...input, device });
    const member = (id: string) => one(id, memberDevice(id, input.device, input));
    judge =
      input.judge === ENSEMBLE_JUDGE
        ? await loadEnsemble({ members: input.ensemble, load: member, folders: input })
        : await one(input.judge);
    if (input.device !== 'cpu') await warmUp(judge);
    const { refused: _, limits, members, ...description } = judge.description;
    return { ...description, limits: [...limits], ...(members && { members: [...members] }) };
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(notLoaded(thrown)), cause: thrown });
  }
});

const probe = contract.probe.handler(async ({ input, errors }) => {
  try {
    const { probeDevice } = await import('@models/runtime/index.js');
    await probeDevice(input.device, input.modelsFolder);
    return {};
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(thrown), cause: thrown });
  }
});

const servers = contract.servers.handler(({ input }) => serverStates(input.servers, key));

const answer = contract.judge.handler(async ({ input, signal, errors }) => {
  try {
    if (!judge) throw new Error('judge was called before load');
    const { answers, whole, features, coarse = false, timings } = await judge.judge(input, signal);
    const copies = answers.map(({ members, ...rest }) => ({
      ...rest,
      ...(members && { members: [...members] }),
    }));
    return { answers: copies, whole, features: [...features], coarse, timings };
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(notJudged(thrown)), cause: thrown });
  }
});

/** By id; loaded when first asked. */
const eyes = new Map<string, Promise<Eye>>();
/** Of pictures looked at together each would take its own memory, and what an eye keeps of the last one would be of another. */
const inTurn = new PQueue({ concurrency: 1 });

const see = contract.see.handler(async ({ input, signal, errors }) => {
  try {
    const { loadEye } = await import('@models/index.js');
    const loading = eyes.get(input.eye) ?? loadEye(input.eye, input);
    eyes.set(input.eye, loading);
    const eye = await loading.catch((thrown: unknown) => {
      eyes.delete(input.eye);
      throw notLoaded(thrown);
    });
    return await inTurn.add(async () => {
      signal?.throwIfAborted();
      const { detections, unknown } = await eye.detect(input.file, input.labels, signal);
      const regions = detections.map(({ region }) => region);
      const vectors = await eye.identify(input.file, regions, signal);
      return {
        version: eye.description.version,
        detections: [...detections],
        unknown: [...unknown],
        vectors: vectors.map((vector) => [...vector]),
      };
    });
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(notJudged(thrown)), cause: thrown });
  }
});

new RPCHandler(contract.router({ alive, probe, servers, load, judge: answer, see })).upgrade(parentPort());
