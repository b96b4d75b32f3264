/** For tests: a process that keeps the inference contract and fails in the way that a picture's name asks for. */

import { inferenceContract } from '@inference/contract.js';
import { parentPort } from '@inference/port.js';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { ContinuistError } from '@shared/errors.js';
import { claimKind } from '@shared/records/index.js';

/** Pictures that wait for four to be under way at once. */
const meeting: (() => void)[] = [];

let device = '';
let losesItsCard = false;

const contract = implement(inferenceContract);
const limits = { pass: 0.6, fail: 0.4 };

const probe = contract.probe.handler(({ input }) => {
  if (input.device === 'webgpu') process.kill(process.pid, 'SIGABRT');
  return {};
});

const servers = contract.servers.handler(() => []);

const alive = contract.alive.handler(() => ({}));

const load = contract.load.handler(({ input, errors }) => {
  device = input.device;
  losesItsCard = input.judge === 'loses its card';
  if (input.judge === 'on devices') {
    if (input.device === 'webgpu') process.kill(process.pid, 'SIGABRT');
    if (input.device === 'dml') for (;;) Math.sqrt(2);
    if (input.device === 'cuda') {
      const data = new ContinuistError('JUDGE_UNAVAILABLE', 'no library').toData();
      throw errors.FAILED({ data });
    }
  }
  if (input.judge === 'dies-loading') process.exit(3);
  if (input.judge === 'lacks-a-file') {
    const data = new ContinuistError('JUDGE_UNAVAILABLE', 'Test lacks its file model.onnx').toData();
    throw errors.FAILED({ data });
  }
  return {
    id: input.judge,
    name: 'Test',
    version: losesItsCard ? 'the same on all' : `pid-${process.pid}`,
    licence: '',
    limits: [],
    device: input.device,
    thresholds: Object.fromEntries(claimKind.options.map((kind) => [kind, limits])) as never,
    wholeWeight: 0,
    ...(input.judge === 'wide' && { concurrency: 4 }),
    ...(input.judge === 'keeps time' && { keepsTime: true }),
  };
});

const judge = contract.judge.handler(async ({ input, errors, signal }) => {
  if (input.file === 'kills') process.kill(process.pid, 'SIGSEGV');
  if ((input.file === 'kills a card' || losesItsCard) && device === 'webgpu')
    process.kill(process.pid, 'SIGABRT');
  if (input.file === 'hangs') for (;;) Math.sqrt(2);
  if (input.file === 'slow') {
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, 20_000);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve(null);
      });
    });
    signal?.throwIfAborted();
  }
  if (input.file === 'meets') {
    await new Promise<void>((resolve) => {
      meeting.push(resolve);
      if (meeting.length === 4) for (const go of meeting.splice(0)) go();
    });
  }
  if (input.file === 'takes all memory') {
    throw errors.FAILED({ data: new ContinuistError('OUT_OF_MEMORY').toData() });
  }
  if (input.file === 'unreadable') {
    throw errors.FAILED({ data: new ContinuistError('IMAGE_UNREADABLE', 'no picture').toData() });
  }
  return {
    answers: input.questions.map(({ id }) => ({ id, p: 0.9, reason: '' })),
    whole: null,
    features: [process.pid],
    coarse: false,
    timings: { prepare: 0, prefill: 0, claims: 0, total: 0 },
  };
});

const see = contract.see.handler(({ input }) => ({
  version: '1',
  detections: [],
  unknown: input.labels,
  vectors: [],
}));

new RPCHandler(contract.router({ alive, probe, servers, load, judge, see })).upgrade(parentPort());
