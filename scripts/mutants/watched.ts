import type { Worker } from 'node:worker_threads';

/** What a thread may take to answer, in milliseconds. */
export interface Patience {
  /** Of the processor, as this whole process takes it. */
  readonly processor: number;
  /** By the clock on the wall. */
  readonly wall: number;
}

/** Milliseconds between two looks. */
const LOOK = 100;

/** Why there is no answer: the thread ended by itself, as when its memory is full, or took too long and was ended. */
export type Silence = 'ended' | 'endless';
export const isSilent = <T>(answer: T | Silence): answer is Silence => typeof answer === 'string';

/** What the thread answers. One that takes longer than it may is ended, whatever it does. */
export async function answerOf<T extends object>(
  thread: Worker,
  answer: Promise<T>,
  patience: Patience,
): Promise<T | Silence> {
  let silence: Silence = 'ended';
  const begun = { at: performance.now(), processor: process.cpuUsage() };
  const isOver = () => {
    const { user, system } = process.cpuUsage(begun.processor);
    return (user + system) / 1000 > patience.processor || performance.now() - begun.at > patience.wall;
  };
  const looks = setInterval(() => {
    if (!isOver()) return;
    silence = 'endless';
    void thread.terminate();
  }, LOOK);
  let hasEnded = (): void => undefined;
  const end = new Promise<Silence>((resolve) => {
    hasEnded = () => resolve(silence);
    thread.once('exit', hasEnded);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearInterval(looks);
    thread.off('exit', hasEnded);
  }
}
