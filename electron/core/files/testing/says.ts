import { parentPort, workerData } from 'node:worker_threads';

/** A thread that says what it was given: in TypeScript, so that it has to be loaded as such. */
const { words } = workerData as { readonly words: string };
parentPort?.postMessage(`said: ${words}`);
