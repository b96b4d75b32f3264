/** The process of the paced judge: says the same of the same picture and question, after PACE milliseconds. */
import { setTimeout as pause } from 'node:timers/promises';
import { inferenceContract } from '@inference/contract.js';
import { parentPort } from '@inference/port.js';
import { seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { PACE, PACED_JUDGE, TOWER_LENGTH } from './paced-judge.js';

const contract = implement(inferenceContract);
const { refused: _, limits, members, ...description } = PACED_JUDGE;

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
  load: contract.load.handler(() => ({ ...description, limits: [...limits] })),
  judge: contract.judge.handler(async ({ input }) => {
    await pause(PACE);
    const random = (what: string) => seededRandom(seedFrom(input.file, what));
    const tower = random('tower');
    return {
      answers: input.questions.map(({ id, text }) => ({
        id,
        p: random(text)() < 0.1 ? 0.1 : 0.9,
        reason: '',
      })),
      whole: input.whole === null ? null : random('whole')(),
      features: Array.from({ length: TOWER_LENGTH }, () => tower() - 0.5),
      coarse: false,
      timings: { prepare: 0, prefill: 0, claims: PACE, total: PACE },
    };
  }),
});

new RPCHandler(router).upgrade(parentPort());
