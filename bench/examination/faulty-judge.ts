import { fileURLToPath } from 'node:url';
import { workerUrl } from '@core/files/index.js';
import { forkChild, type StartChild } from '@inference/index.js';
import type { Faulty } from './faults.js';

/** Environment variable of the process that says how it is spoiled. */
export const FAULT = 'CONTINUIST_BENCH_FAULT';

/** Starts a real process, from the file beside this one, that keeps the inference contract. */
export const startFaulty =
  (fault: Faulty): StartChild =>
  () => {
    process.env[FAULT] = fault;
    return forkChild(fileURLToPath(workerUrl('faulty-judge-child', import.meta.url).filename));
  };
