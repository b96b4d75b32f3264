/** The process of a faulty judge: the embedded one, spoiled as FAULT says. */
import { inferenceContract } from '@inference/contract.js';
import { parentPort } from '@inference/port.js';
import { loadJudge } from '@models/index.js';
import type { Judge } from '@models/judge/index.js';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type Faulty, faulty } from './faults.js';
import { FAULT } from './faulty-judge.js';

const contract = implement(inferenceContract);
let judge: Judge | null = null;

const router = contract.router({
  alive: contract.alive.handler(() => ({})),
  probe: contract.probe.handler(() => ({})),
  servers: contract.servers.handler(() => []),
  see: contract.see.handler(({ input }) => ({
    version: 'blind',
    detections: [],
    unknown: input.labels,
    vectors: [],
  })),
  load: contract.load.handler(async ({ input }) => {
    judge = faulty(await loadJudge('storybook', input), process.env[FAULT] as Faulty);
    const { refused: _, limits, members, ...description } = judge.description;
    return { ...description, limits: [...limits] };
  }),
  judge: contract.judge.handler(async ({ input, signal }) => {
    const { answers, features, whole, timings } = await (judge as Judge).judge(input, signal);
    const copies = answers.map(({ members: _, ...answer }) => answer);
    return { answers: copies, whole, features: [...features], coarse: false, timings };
  }),
});

new RPCHandler(router).upgrade(parentPort());
