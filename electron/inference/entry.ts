/** The inference process: owns the model, answers one parent, and may die without taking anything with it. */
import { type Judge, loadJudge } from '@models/index.js';
import { loadServerJudge, SERVER_JUDGE } from '@models/server/index.js';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { toErrorData } from '@shared/errors.js';
import { inferenceContract } from './contract.js';
import { parentPort } from './port.js';

let judge: Judge | null = null;
/** Of the servers. Only ever here: in no setting, no message, no log. */
const key = process.env.CONTINUIST_SERVER_KEY ?? '';

const contract = implement(inferenceContract);

const load = contract.load.handler(async ({ input, errors }) => {
  try {
    await judge?.close();
    judge = null;
    judge =
      input.judge === SERVER_JUDGE
        ? await loadServerJudge({ servers: input.servers, key })
        : await loadJudge(input.judge, input);
    return { ...judge.description, limits: [...judge.description.limits] };
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(thrown), cause: thrown });
  }
});

const answer = contract.judge.handler(async ({ input, signal, errors }) => {
  try {
    if (!judge) throw new Error('judge was called before load');
    const { answers, whole, features, coarse = false, timings } = await judge.judge(input, signal);
    return { answers: [...answers], whole, features: [...features], coarse, timings };
  } catch (thrown) {
    throw errors.FAILED({ data: toErrorData(thrown), cause: thrown });
  }
});

new RPCHandler(contract.router({ load, judge: answer })).upgrade(parentPort());
